import { z } from 'zod';
import { logLevels } from '../log.ts';
import { azureSettings } from '../providers/delivery/azure/settings.ts';
import { routeSettings } from '../providers/delivery/by-country.ts';
import { gatewaySettings } from '../providers/delivery/gateway/settings.ts';
import { smtpSettings } from '../providers/delivery/smtp/settings.ts';
import { twilioSettings } from '../providers/delivery/twilio/settings.ts';
import { graphSettings } from '../providers/directory/graph/settings.ts';
import { keySettings } from '../providers/keys/settings.ts';
import { formatNamed } from '../providers/store/format.ts';
import { databaseSettings } from '../providers/store/postgres/settings.ts';
import { ticketSystemSettings } from '../providers/ticket-system/settings.ts';
import { cloudNamed } from './clouds.ts';
import { listOf, matching, oneAmong, parsed, secureAddress, whole } from './parsers.ts';

const guidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const guid = matching(guidPattern, 'must be a GUID such as 0a1b2c3d-0000-4000-8000-0123456789ab').toLowerCase();

/**
 * Every setting there is, in the order of .env.sample; those of a provider stand in its folder. All come from the environment;
 * one that is empty counts as not set.
 */
export const settings = z.object({
  HOST: z.string().prefault('127.0.0.1').describe('Address to listen on; local mode takes loopback addresses only.'),
  PORT: whole(0, 65_535).prefault('3978').describe('Port to listen on; 0 lets the system choose.'),
  DATA_DIR: z.string().prefault('data').describe('Folder for the records.'),
  ...databaseSettings,
  FORMAT: parsed(formatNamed)
    .optional()
    .describe('Format that records are written in: 2, as long as one may want to go back a release; else the newest.'),
  POLICY_FILE: z.string().optional().describe('JSON file with what IT has decided; without it the defaults hold.'),
  LOG_LEVEL: oneAmong(...logLevels)
    .prefault('info')
    .describe(`Least level that is logged: ${logLevels.join(', ')}.`),
  METRICS_TOKEN: matching(/^[\w.~+/=-]{16,}$/, 'must be at least 16 letters, digits or -._~+/=')
    .optional()
    .describe(
      'Bearer token that opens /metrics; without it nobody may read them in Teams mode, and this machine alone in local mode.',
    ),
  ...keySettings,
  MicrosoftAppId: guid
    .optional()
    .describe('App id of the bot registration; without it the bot runs in local mode, without authentication.'),
  MicrosoftAppType: oneAmong('SingleTenant', 'UserAssignedMSI')
    .prefault('SingleTenant')
    .describe('How the bot proves who it is: SingleTenant (with a password) or UserAssignedMSI (without).'),
  MicrosoftAppPassword: z.string().optional().describe('Client secret of the bot registration.'),
  MicrosoftAppTenantId: guid.optional().describe('Tenant of the bot registration.'),
  TENANTS: listOf(guidPattern, 'must be a comma list of tenant GUIDs')
    .optional()
    .describe('Tenants whose people the bot serves, comma list of GUIDs; that of the bot registration unless set.'),
  PUBLIC_HOST: matching(/^([a-z0-9-]+\.)+[a-z0-9-]+$/i, 'must be a full host name, without https:// or port')
    .toLowerCase()
    .optional()
    .describe('Host name the bot is reached at from outside: for the tab, and for providers to tell what arrived.'),
  TAB_APP_ID: guid
    .optional()
    .describe(
      'App registration the tab signs people in with; that of the bot unless set. A managed identity needs one.',
    ),
  TEAMS_APP_ID: guid.optional().describe('Id of the app in the catalogue of Teams, for links to the chat.'),
  ORGANISATION: z.string().optional().describe('Name of your organisation, as Teams shows it; for npm run manifest.'),
  CLOUD: parsed(cloudNamed)
    .prefault('public')
    .describe('Cloud of Microsoft that Teams and Entra are in: public or gcc; the bot works in no other.'),
  ...smtpSettings,
  SUPPORT_CHANNEL: matching(/^19:[\w.=-]+@thread\.(tacv2|skype)$/, 'must be a channel id such as 19:…@thread.tacv2')
    .optional()
    .describe('Channel in which the supporters of the first tenant see tickets; SUPPORT_TEAM goes with it.'),
  SUPPORT_TEAM: matching(
    /^19:[\w.=-]+@thread\.(tacv2|skype)$/,
    'must be the id of the General channel, 19:…@thread.tacv2',
  )
    .optional()
    .describe('Team of the support channel, by the id of its General channel; its members are the supporters.'),
  SUPPORT_SERVICE_URL: parsed(secureAddress)
    .optional()
    .describe('Address of Teams for the support channel; that of the cloud unless set.'),
  ...ticketSystemSettings,
  ...twilioSettings,
  ...azureSettings,
  ...gatewaySettings,
  ...routeSettings,
  ...graphSettings,
  PLAYGROUND: oneAmong('on', 'off')
    .prefault('on')
    .describe('Local mode: whether to start the Playground, a Teams-like page to try the bot in; on or off.'),
  PLAYGROUND_PORT: whole(1, 65_535).prefault('56150').describe('Local mode: port of the Playground.'),
});

export type SettingName = keyof typeof settings.shape;
