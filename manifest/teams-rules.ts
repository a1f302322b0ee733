import { type TeamsManifest, type Translation, textsOf } from './teams-manifest.ts';

/** A rule of Teams that the schema can't say: what breaks it, a sentence each. */
type Rule = (manifest: TeamsManifest) => readonly string[];

/** Commands Teams shows in a list, and the lengths it shows whole; newer clients take more. */
const most = { commands: 10, title: 32, description: 128 };
const names = { short: 30, full: 100 };
const descriptions = { short: 80, full: 4_000 };

const ids: Rule = ({ id, bots, webApplicationInfo }) => [
  ...(bots.some(({ botId }) => botId === id) ? ['TEAMS_APP_ID and MicrosoftAppId must be two different ids.'] : []),
  ...(webApplicationInfo.id === id ? ['TEAMS_APP_ID and TAB_APP_ID must be two different ids.'] : []),
];

/** Source: Microsoft Learn, "Enable SSO for tab apps": the resource names the host of the tab and the registration. */
const signIn: Rule = ({ webApplicationInfo: { id, resource }, validDomains }) =>
  validDomains.some((host) => resource === `api://${host}/botid-${id}`)
    ? []
    : ['webApplicationInfo.resource must be api://<host of the tab>/botid-<webApplicationInfo.id>.'];

/** Hosts that serve other people too: who lists one lets in pages that are not theirs. */
const foreign = /(^|\.)(microsoft\.com|office\.com|teams\.microsoft\.com|sharepoint\.com|google\.com)$/;

const domains: Rule = ({ validDomains }) =>
  validDomains.flatMap((domain) => {
    if (/[/:]/.test(domain)) return [`validDomains: ${domain} must be a host name only.`];
    if (domain.includes('*')) return [`validDomains: ${domain} must not have a wildcard.`];
    return foreign.test(domain) ? [`validDomains: ${domain} is not yours.`] : [];
  });

const addresses: Rule = ({ staticTabs, developer, validDomains }) => {
  const pages = staticTabs.flatMap(({ entityId, contentUrl, websiteUrl }) => [
    ...(contentUrl === undefined ? [] : [[`the tab ${entityId}`, contentUrl] as const]),
    ...(websiteUrl === undefined ? [] : [[`the tab ${entityId}`, websiteUrl] as const]),
  ]);
  return [
    ...Object.entries(developer).flatMap(([name, url]) =>
      secure(url) ? [] : [`developer.${name} must be an https:// address.`],
    ),
    ...pages.flatMap(([name, url]) => {
      if (!secure(url)) return [`The address of ${name} must begin with https://.`];
      return validDomains.includes(URL.parse(url)?.host ?? '')
        ? []
        : [`The host of ${name} must stand in validDomains.`];
    }),
  ];
};

function secure(url: string): boolean {
  return URL.parse(url)?.protocol === 'https:';
}

const tabs: Rule = ({ staticTabs }) => {
  const given = ['conversations', 'about'];
  return [
    ...twice(staticTabs.map(({ entityId }) => entityId)).map((id) => `The tab ${id} is there twice.`),
    ...staticTabs
      .filter(({ entityId, name, contentUrl }) => !given.includes(entityId) && !(name && contentUrl))
      .map(({ entityId }) => `The tab ${entityId} needs a name and a contentUrl.`),
  ];
};

const commandScopes: Rule = ({ bots }) =>
  bots.flatMap(({ scopes, commandLists }) => [
    ...twice(commandLists.flatMap((list) => list.scopes)).map(
      (scope) => `Two command lists are for the scope ${scope}.`,
    ),
    ...scopes
      .filter((scope) => !commandLists.some((list) => list.scopes.includes(scope)))
      .map((scope) => `The scope ${scope} has no command list.`),
    ...commandLists
      .flatMap((list) => list.scopes)
      .filter((scope) => !scopes.includes(scope))
      .map((scope) => `A command list is for ${scope}, where the bot is not.`),
  ]);

/**
 * From 1.25 on, Teams refuses the upload of an app for teams that does not say how it takes private and shared channels;
 * `tier1` is the one word there is. Source: the refusal in Teams' own words, "Applications with manifest version 1.25 or higher
 * that support the 'team' scope must include the 'supportsChannelFeatures' property", as several public projects quote it,
 * and the property's only value in the official schema. In such channels the roster can be read with
 * ChannelMember.Read.Group only: Microsoft Learn, "Apps for shared and private channels".
 */
const channels: Rule = ({ manifestVersion, bots, supportsChannelFeatures, authorization }) => {
  if (!bots.some(({ scopes }) => scopes.includes('team')) || !reaches(manifestVersion, [1, 25])) return [];
  const consents = authorization?.permissions.resourceSpecific.map(({ name }) => name) ?? [];
  return [
    ...(supportsChannelFeatures === 'tier1'
      ? []
      : ['supportsChannelFeatures must be tier1: from manifest 1.25 on, Teams takes no app for teams without it.']),
    ...(consents.includes('ChannelMember.Read.Group')
      ? []
      : ['authorization must name ChannelMember.Read.Group, or nobody in a private or shared channel is a supporter.']),
  ];
};

/** Versions such as 1.30 are not decimals. A version that is no number, such as devPreview, is the newest. */
function reaches(version: string, [major, minor]: readonly [number, number]): boolean {
  const [, first, second] = /^(\d+)\.(\d+)/.exec(version) ?? [];
  if (first === undefined || second === undefined) return true;
  return Number(first) > major || (Number(first) === major && Number(second) >= minor);
}

/** Source: Microsoft Learn, "Semantic versioning" of the manifest reference: MAJOR.MINOR.PATCH, no letters. */
const version: Rule = ({ version: number }) =>
  /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(number) ? [] : ['version must be three numbers such as 1.4.0.'];

const rules: readonly Rule[] = [ids, signIn, domains, addresses, tabs, commandScopes, channels, version];

/** What Teams would have against the filled-in manifest, beyond the official schema. */
export function brokenRules(manifest: TeamsManifest): readonly string[] {
  return rules.flatMap((rule) => rule(manifest));
}

/** What is wrong with the texts of one language, given in the places of the manifest. */
export function brokenTexts(language: string, manifest: TeamsManifest, texts: Translation): readonly string[] {
  const own = textsOf(manifest);
  const given = Object.entries(texts).filter(([place]) => place !== '$schema');
  const say = (problem: string) => `${language}: ${problem}`;
  return [
    ...Object.keys(own).flatMap((place) => (texts[place] === undefined ? [say(`${place} has no text.`)] : [])),
    ...given.flatMap(([place]) => (own[place] === undefined ? [say(`${place} is no place in the manifest.`)] : [])),
    ...given.flatMap(([place, text]) => tooLong(place, text).map(say)),
    ...given.flatMap(([place, text]) =>
      /\b(teams|microsoft)\b/i.test(text) && place.startsWith('name.')
        ? [say(`${place} must not carry Microsoft’s names.`)]
        : [],
    ),
    ...manifest.bots.flatMap(({ commandLists }, bot) =>
      commandLists.flatMap(({ commands }, list) => {
        const titles = commands.map(
          (_, place) => texts[`bots[${bot}].commandLists[${list}].commands[${place}].title`] ?? '',
        );
        const double = twice(titles.map((title) => title.toLowerCase())).map((title) =>
          say(`the command "${title}" is there twice.`),
        );
        return commands.length > most.commands
          ? [...double, say(`list ${list} has more than ${most.commands} commands.`)]
          : double;
      }),
    ),
  ];
}

function tooLong(place: string, text: string): readonly string[] {
  const limit = limitOf(place);
  if (text.trim() === '') return [`${place} is empty.`];
  return limit !== undefined && text.length > limit
    ? [`${place} has ${text.length} characters, ${limit} are shown.`]
    : [];
}

function limitOf(place: string): number | undefined {
  if (place === 'name.short' || place === 'name.full') return names[place === 'name.short' ? 'short' : 'full'];
  if (place.startsWith('description.')) return descriptions[place === 'description.short' ? 'short' : 'full'];
  if (place.endsWith('.title')) return most.title;
  return place.endsWith('.description') ? most.description : undefined;
}

function twice(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, place) => values.indexOf(value) !== place))];
}
