// The bot on App Service (Linux, Node 24) and its registration as an Azure Bot of one tenant. It proves who it is with a managed
// identity, so there is no secret of its own to renew. The identity may read the secrets of the vault, and nothing else.
//
// Deploying this again replaces the whole list of settings, so all of them stand here: in the parameters, or in the vault.
// What is added by hand in the portal is gone after the next deployment. Bicep 0.21 or newer (types of one's own).

@sealed()
@description('Settings of the bot as .env.sample explains them, without the secrets. One that is left out has its default.')
type Settings = {
  DATABASE_URL: string?
  DATABASE_CA: string?
  DATABASE_PASSWORD_FILE: string?
  DATABASE_IDENTITY: string?
  FORMAT: string?
  POLICY_FILE: string?
  KEYS_NEWEST: string?
  LOG_LEVEL: string?
  ORGANISATION: string?
  CLOUD: string?
  MAIL_FROM: string?
  SUPPORT_CHANNEL: string?
  SUPPORT_TEAM: string?
  SUPPORT_SERVICE_URL: string?
  TICKETS_NAME: string?
  TICKETS_URL: string?
  TICKETS_SHARE: string?
  TWILIO_ACCOUNT_SID: string?
  TWILIO_API_KEY: string?
  TWILIO_TEXT_FROM: string?
  TWILIO_CALL_FROM: string?
  TWILIO_URL: string?
  AZURE_SMS_FROM: string?
  GATEWAY_URL: string?
  GATEWAY_CHANNELS: string?
  GATEWAY_BODY: string?
  GATEWAY_FROM: string?
  PHONE_ROUTES: string?
  PHONE_LIMITS: string?
  DIRECTORY: string?
  GRAPH_URL: string?
  GRAPH_AUTHORITY: string?
  GRAPH_TENANT_ID: string?
  GRAPH_CLIENT_ID: string?
  GRAPH_CLIENT_SECRET_FILE: string?
  GRAPH_CERTIFICATE_FILE: string?
  GRAPH_TOKEN_FILE: string?
  GRAPH_MANAGED_IDENTITY: string?
  GRAPH_MAIL_SENDER: string?
}

@description('Settings that are secrets. Each lies in the vault under its name, with hyphens for underscores.')
type SecretName = 'KEYS' | 'METRICS_TOKEN' | 'SMTP_URL' | 'TICKETS_SECRET' | 'TICKETS_HEADER' | 'TICKETS_STATUS_SECRET' | 'TWILIO_AUTH_TOKEN' | 'TWILIO_API_SECRET' | 'AZURE_SMS_CONNECTION' | 'AZURE_SMS_STATUS_SECRET' | 'GATEWAY_HEADER' | 'GATEWAY_STATUS_SECRET' | 'GRAPH_CLIENT_SECRET'


@minLength(4)
@maxLength(20)
@description('Name of everything made here; the host becomes <name>.azurewebsites.net.')
param name string

@description('App registration the tab signs people in with. A managed identity can\'t do that.')
param tabAppId string

@description('The app\'s own id in the catalogue of Teams, for links to its chat.')
param teamsAppId string

@description('Key vault in this resource group that holds the secrets; it goes by roles (Azure RBAC).')
param vaultName string

@description('Which secrets lie in the vault. KEYS always: the root keys of the bot. Keep a copy elsewhere: without them the records can\'t be opened.')
param secrets SecretName[] = ['KEYS']

@description('All other settings of the bot.')
param settings Settings = {}

@description('Tenants whose people the bot serves, comma list.')
param tenants string = tenant().tenantId

@description('Size of the machine. B1 is the smallest that is always on.')
param sku string = 'B1'

@sealed()
type Administrator = {
  @description('Object id in Entra, the name that Entra shows, and what it is.')
  objectId: string
  name: string
  type: 'User' | 'Group' | 'ServicePrincipal'
}

@description('Who makes tables and roles in the database (OPERATIONS.md, PostgreSQL). Given, a server is made, and two instances of the bot share it; the bot starts once the tables are there.')
param databaseAdministrator Administrator?

@description('Size of the database server. Those with a standby in another zone are general purpose.')
param databaseSku string = 'Standard_D2ds_v5'

param location string = resourceGroup().location

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName
}

// Key Vault Secrets User: reads secrets. Source: Microsoft Learn, "Azure built-in roles".
resource reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, identity.id, 'Key Vault Secrets User')
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

var references = toObject(secrets, name => name, name => '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=${replace(name, '_', '-')})')

// No passwords: people and the bot come in by Entra. Source: Microsoft Learn, "Microsoft.DBforPostgreSQL flexibleServers".
resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = if (databaseAdministrator != null) {
  name: name
  location: location
  sku: {
    name: databaseSku
    tier: 'GeneralPurpose'
  }
  properties: {
    version: '17'
    authConfig: {
      activeDirectoryAuth: 'Enabled'
      passwordAuth: 'Disabled'
      tenantId: tenant().tenantId
    }
    storage: {
      storageSizeGB: 32
    }
    backup: {
      backupRetentionDays: 14
      geoRedundantBackup: 'Disabled'
    }
    // What is acknowledged is on both: a failover loses nothing.
    highAvailability: {
      mode: 'ZoneRedundant'
    }
  }

  resource administrator 'administrators' = {
    name: databaseAdministrator!.objectId
    properties: {
      principalName: databaseAdministrator!.name
      principalType: databaseAdministrator!.type
      tenantId: tenant().tenantId
    }
  }

  resource records 'databases' = {
    name: 'reset_ready'
    dependsOn: [administrator]
  }

  // From machines of Azure, of whoever's: a token of Entra is needed all the same. A network of one's own is better.
  resource fromAzure 'firewallRules' = {
    name: 'from-azure'
    dependsOn: [records]
    properties: {
      startIpAddress: '0.0.0.0'
      endIpAddress: '0.0.0.0'
    }
  }
}

var database = databaseAdministrator == null ? {} : {
  DATABASE_URL: 'postgres://${name}@${name}.postgres.database.azure.com/reset_ready'
  DATABASE_IDENTITY: identity.properties.clientId
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: name
  location: location
  kind: 'linux'
  sku: {
    name: sku
    // Records in a folder have one owner: a second machine would find them locked.
    capacity: databaseAdministrator == null ? 1 : 2
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
    keyVaultReferenceIdentity: identity.id
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

  resource appSettings 'config' = {
    name: 'appsettings'
    dependsOn: [reader]
    properties: union(settings, references, database, {
      HOST: '0.0.0.0'
      // What lies under /home survives a restart and a new version.
      DATA_DIR: '/home/data'
      MicrosoftAppType: 'UserAssignedMSI'
      MicrosoftAppId: identity.properties.clientId
      MicrosoftAppTenantId: identity.properties.tenantId
      TENANTS: tenants
      PUBLIC_HOST: app.properties.defaultHostName
      TAB_APP_ID: tabAppId
      TEAMS_APP_ID: teamsAppId
      SCM_DO_BUILD_DURING_DEPLOYMENT: 'true'
      // The old process lets go of the records before the new one opens them; a database both may have open.
      WEBSITE_DISABLE_OVERLAPPED_RECYCLING: databaseAdministrator == null ? '1' : '0'
    })
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
