import { z } from 'zod';

/** What an administrator gives, by the names that stand as `${{NAME}}` in manifest.json. */
export interface PackageSettings {
  /** The app's own id in the catalogue of Teams. */
  readonly TEAMS_APP_ID: string;
  /** The app id of the bot registration, which the bot itself knows as MicrosoftAppId. */
  readonly BOT_ID: string;
  /** The registration the tab signs people in with: that of the bot, unless the bot is a managed identity. */
  readonly TAB_APP_ID: string;
  /** Host name without scheme or port. */
  readonly PUBLIC_HOST: string;
  /** Who offers the app, as Teams shows it. */
  readonly ORGANISATION: string;
}

export type ReadPackageSettings =
  | { readonly ok: true; readonly settings: PackageSettings }
  /** One plain sentence per mistake; none repeats a value. */
  | { readonly ok: false; readonly problems: readonly string[] };

const guid = z
  .string({ error: 'is missing' })
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'must be a GUID such as 0a1b2c3d-0000-4000-8000-0123456789ab')
  .refine((id) => !/^[0-]+$/.test(id), 'must not be all zeros')
  .toLowerCase();

const hostName = z
  .string({ error: 'is missing' })
  .toLowerCase()
  .regex(
    /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])$/,
    'must be a host name such as bot.example.org, without https:// or port',
  );

const form = z.object({
  TEAMS_APP_ID: guid.describe('an id of the app’s own; make a new GUID once and keep it for all later versions'),
  MicrosoftAppId: guid.describe('the app id of the bot registration'),
  TAB_APP_ID: guid.describe('the registration the tab signs people in with, which a managed identity can’t be'),
  PUBLIC_HOST: hostName.describe('the host name under which Teams reaches the bot'),
  ORGANISATION: z
    .string({ error: 'is missing' })
    // Quotes would break the file where another tool fills it in as text.
    .regex(/^[^"\\\p{C}]{1,32}$/u, 'must be 1 to 32 characters without quotes')
    .describe('the name of your organisation, as Teams shows it'),
});
type Name = keyof typeof form.shape;
const names = Object.keys(form.shape) as readonly Name[];

/** Reads them from the environment, and names everything that is missing or wrong at once. */
export function readPackageSettings(env: Readonly<Record<string, string | undefined>>): ReadPackageSettings {
  const trimmed = names.map((name) => [name, env[name]?.trim() || undefined] as const);
  const given: Partial<Record<Name, string>> = Object.fromEntries(trimmed.filter(([, value]) => value !== undefined));
  const ownRegistration = env.MicrosoftAppType?.trim() !== 'UserAssignedMSI';
  if (ownRegistration && given.MicrosoftAppId !== undefined) given.TAB_APP_ID ??= given.MicrosoftAppId;
  const read = form.safeParse(given);
  if (read.success) {
    const { MicrosoftAppId: BOT_ID, ...others } = read.data;
    return { ok: true, settings: { BOT_ID, ...others } };
  }
  const mistakes = new Map(read.error.issues.map(({ path, message }) => [path[0] as Name, message]));
  // What only stands in for another setting is not named twice.
  if (ownRegistration && env.TAB_APP_ID === undefined) mistakes.delete('TAB_APP_ID');
  return { ok: false, problems: Array.from(mistakes, ([name, message]) => problemOf(name, message)) };
}

function problemOf(name: Name, message: string): string {
  return `${name} ${message}: ${form.shape[name].description}.`;
}
