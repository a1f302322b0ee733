/** What differs between the clouds that the bot works in. */
export interface Cloud {
  /** Hosts of Teams that answers may be sent to, in lower case. */
  readonly serviceHosts: readonly string[];
  /** Where Teams is written to before anybody has written to the bot. */
  readonly serviceUrl: string;
  /** Where the keys of the channel's tokens are published. */
  readonly openIdMetadata: string;
  /** Whom the channel's tokens must name as their issuer. */
  readonly tokenIssuer: string;
  /** Where people and the bot sign in; without a slash at its end. */
  readonly authority: string;
}

/**
 * Source of metadata and issuer: Microsoft Learn, "Authenticate requests with the Bot Connector API", connector to bot; the
 * Teams SDK's cloud environment `PUBLIC` says the same.
 */
const worldwide: Cloud = {
  // Source: the Teams SDK's list of hosts for its public cloud, without the one of GCC.
  serviceHosts: ['smba.trafficmanager.net', 'smba.onyx.prod.teams.trafficmanager.net'],
  // Source, also for GCC: Microsoft Learn, "Send proactive messages", create the conversation, global endpoints.
  serviceUrl: 'https://smba.trafficmanager.net/teams/',
  openIdMetadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  tokenIssuer: 'https://api.botframework.com',
  // Source, also for GCC: Microsoft Learn, "National clouds", Microsoft Entra authentication endpoints.
  authority: 'https://login.microsoftonline.com',
};

/**
 * The clouds the bot works in. GCC is the public cloud with a Teams host of its own: the Teams SDK has one list of hosts for
 * both and no other environment for GCC.
 */
export const clouds = {
  public: worldwide,
  gcc: {
    ...worldwide,
    serviceHosts: [...worldwide.serviceHosts, 'smba.infra.gcc.teams.microsoft.com'],
    serviceUrl: 'https://smba.infra.gcc.teams.microsoft.com/teams/',
  },
} as const satisfies Readonly<Record<string, Cloud>>;

export type CloudName = keyof typeof clouds;

/**
 * Clouds with a Bot Framework, a Teams and a sign-in of their own. The bot's own token comes from the public one and is made
 * out to it, and the tab lets only the Teams of the public one show it. Source: the SDK's `governmentConstants.ts`
 * (botframework-connector), whose login and audience are others; Microsoft Learn, "Prerequisites of tabs", hosts.
 */
const closed: Readonly<Record<string, string>> = { gcch: 'GCC High', dod: 'DoD', china: 'China (21Vianet)' };

/** The cloud of that name, or what is wrong with the name: it reads on after the setting's. */
export function cloudNamed(text: string): { readonly value: CloudName } | { readonly problem: string } {
  const name = text.toLowerCase();
  if (Object.hasOwn(clouds, name)) return { value: name as CloudName };
  const place = Object.hasOwn(closed, name) ? closed[name] : undefined;
  if (place === undefined) return { problem: 'must be public or gcc' };
  const parts = "the bot's own token (Teams there takes none of the public cloud), sign-in and keys, and the tab";
  return { problem: `must be public or gcc: what does not work in ${place} is ${parts}` };
}
