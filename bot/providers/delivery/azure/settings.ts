import {
  type GivenSettings,
  matching,
  missing,
  originOf,
  type ParsedSetting,
  type ParsedSettings,
  parsed,
  secretsIn,
} from '../../../settings/parsers.ts';
import { type ByCountry, textSenders } from '../by-country.ts';

/** What the resource is opened with. */
export interface AzureSettings {
  /** `https://<resource>.communication.azure.com`, without anything behind it. */
  readonly endpoint: string;
  /** One of the resource's two access keys, base64. */
  readonly accessKey: string;
  /** Number, short code or name that texts come from. */
  readonly texts: ByCountry<string>;
}

const accessKeyPattern = /^[A-Za-z0-9+/]{43,}={0,2}$/;

function connection(text: string): ParsedSetting<Pick<AzureSettings, 'endpoint' | 'accessKey'>> {
  const [, endpoint = '', accessKey = ''] = /^endpoint=([^;]+);accesskey=([^;]+);?$/i.exec(text) ?? [];
  const origin = originOf(endpoint);
  return 'value' in origin && accessKeyPattern.test(accessKey)
    ? { value: { endpoint: origin.value, accessKey } }
    : { problem: 'must be endpoint=https://…;accesskey=…, as the portal shows it' };
}

export const azureSettings = {
  AZURE_SMS_CONNECTION: parsed(connection)
    .optional()
    .describe('Connection string of an Azure Communication Services resource that texts go through.'),
  AZURE_SMS_FROM: textSenders.optional().describe('Sender of those texts: number or name, also by country.'),
  AZURE_SMS_STATUS_SECRET: matching(
    /^[\w-]{32,200}(, ?[\w-]{32,200})?$/,
    'must be 32 letters, digits, - or _ or more, or two while it is changed',
  )
    .optional()
    .describe('Secret in the address Event Grid tells delivery reports to: /delivery/azure/status?secret=….'),
};

export function azureContradictions(given: GivenSettings): readonly string[] {
  return [
    ...missing(given, 'AZURE_SMS_CONNECTION', 'AZURE_SMS_FROM'),
    ...missing(given, 'AZURE_SMS_FROM', 'AZURE_SMS_CONNECTION'),
    ...missing(given, 'AZURE_SMS_STATUS_SECRET', 'AZURE_SMS_CONNECTION'),
  ];
}

/** Undefined: no resource is set. */
export function azureFrom(given: ParsedSettings<typeof azureSettings>) {
  const texts = given.AZURE_SMS_FROM;
  const statusSecrets = secretsIn(given.AZURE_SMS_STATUS_SECRET);
  return given.AZURE_SMS_CONNECTION && texts ? { ...given.AZURE_SMS_CONNECTION, texts, statusSecrets } : undefined;
}
