// The bot on App Service (Linux, Node 24) and its registration as an Azure Bot of one tenant. It proves who it is with a managed
// identity, so there is no secret to renew. The identity gets no rights to anything.

@minLength(4)
@maxLength(20)
@description('Name of everything made here; the host becomes <name>.azurewebsites.net.')
param name string

@description('App registration the tab signs people in with. A managed identity can\'t do that.')
param tabAppId string

@description('The app\'s own id in the catalogue of Teams, for links to its chat.')
param teamsAppId string

@secure()
@description('Root keys of the bot: version:base64 of 32 random bytes, comma list. Keep a copy elsewhere: without them the records can\'t be opened.')
param keys string

@description('Tenants whose people the bot serves, comma list.')
param tenants string = tenant().tenantId

@description('Size of the machine. B1 is the smallest that is always on.')
param sku string = 'B1'

param location string = resourceGroup().location

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: name
  location: location
  kind: 'linux'
  sku: {
    name: sku
    // The records have one owner: a second machine would find them locked.
    capacity: 1
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: name
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      // As its own process, not by npm: the signal that ends it has to reach it.
      appCommandLine: 'exec node bot/index.ts'
      alwaysOn: true
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      healthCheckPath: '/health/ready'
    }
  }

  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      HOST: '0.0.0.0'
      // What lies under /home survives a restart and a new version.
      DATA_DIR: '/home/data'
      KEYS: keys
      MicrosoftAppType: 'UserAssignedMSI'
      MicrosoftAppId: identity.properties.clientId
      MicrosoftAppTenantId: identity.properties.tenantId
      TENANTS: tenants
      PUBLIC_HOST: app.properties.defaultHostName
      TAB_APP_ID: tabAppId
      TEAMS_APP_ID: teamsAppId
      SCM_DO_BUILD_DURING_DEPLOYMENT: 'true'
      // The old process lets go of the records before the new one opens them.
      WEBSITE_DISABLE_OVERLAPPED_RECYCLING: '1'
    }
  }
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: 'Reset ready'
    endpoint: 'https://${app.properties.defaultHostName}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppTenantId: identity.properties.tenantId
    msaAppMSIResourceId: identity.id
    disableLocalAuth: true
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: {
      channelName: 'MsTeamsChannel'
    }
  }
}

// Names the manifest and m365agents.yml ask for; the toolkit writes them down in capitals.
output BOT_ID string = identity.properties.clientId
output PUBLIC_HOST string = app.properties.defaultHostName
output WEB_APP_RESOURCE_ID string = app.id
