import type { GraphSettings } from '../providers/directory/graph/settings.ts';

/** An application permission of Microsoft Graph, and what the bot has it for. */
export interface Permission {
  readonly name: string;
  /** Broader ones that hold it; any of them will do, but is more than the bot needs. */
  readonly within: readonly string[];
  /** required: without it the mode does not work · advised: without it the bot says less. */
  readonly need: 'required' | 'advised';
  /** What does not work without it. */
  readonly without: string;
}

const reading: readonly Permission[] = [
  {
    name: 'User.Read.All',
    within: ['Directory.Read.All', 'User.ReadWrite.All', 'Directory.ReadWrite.All'],
    need: 'required',
    without: 'Nobody can be looked up, so nobody is served',
  },
  {
    name: 'RoleManagement.Read.Directory',
    // Directory.Read.All shows no eligible roles. Source: Microsoft Learn, "List roleEligibilityScheduleInstances".
    within: ['RoleManagement.Read.All', 'RoleManagement.ReadWrite.Directory'],
    need: 'required',
    without:
      'Everybody counts as a directory administrator: two methods, no security questions, and nothing is written for them',
  },
  {
    name: 'GroupMember.Read.All',
    within: ['Group.Read.All', 'Directory.Read.All', 'Group.ReadWrite.All', 'Directory.ReadWrite.All'],
    need: 'required',
    without:
      'Roles that are given to a group can not be seen, so whoever is in any group counts as a directory administrator; nor who is in the groups of a rule of the policy',
  },
  {
    name: 'AuditLog.Read.All',
    within: [],
    need: 'advised',
    without: 'The bot sees neither whether reset is switched on for somebody nor how their last tries went',
  },
  {
    name: 'UserAuthMethod-Phone.Read.All',
    within: [
      'UserAuthenticationMethod.Read.All',
      'UserAuthMethod-Phone.ReadWrite.All',
      'UserAuthenticationMethod.ReadWrite.All',
    ],
    need: 'advised',
    without: 'The bot does not see which numbers are registered',
  },
  {
    name: 'UserAuthMethod-Email.Read.All',
    within: [
      'UserAuthenticationMethod.Read.All',
      'UserAuthMethod-Email.ReadWrite.All',
      'UserAuthenticationMethod.ReadWrite.All',
    ],
    need: 'advised',
    without: 'The bot does not see whether an e-mail address is registered',
  },
  {
    name: 'OnPremDirectorySynchronization.Read.All',
    within: ['OnPremDirectorySynchronization.ReadWrite.All'],
    need: 'advised',
    without: 'The bot can not tell whether a reset is written back to your own servers',
  },
  {
    name: 'Domain.Read.All',
    within: ['Domain.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
    need: 'advised',
    without:
      'The bot can tell neither whether another service checks the password nor which mail domains are your own, but for those the policy names',
  },
  {
    name: 'Policy.Read.AuthenticationMethod',
    within: ['Policy.Read.All', 'Policy.ReadWrite.AuthenticationMethod'],
    need: 'advised',
    without: 'The bot can not compare its policy with the authentication methods policy',
  },
  {
    name: 'Policy.Read.All',
    within: [],
    need: 'advised',
    without: 'The bot can not tell whether administrators may reset their own password',
  },
];

/** For campaigns: without these the bot reaches whoever has the app already, and sends to nobody else. */
const campaigning: readonly Permission[] = [
  {
    name: 'TeamsAppInstallation.ReadWriteSelfForUser.All',
    within: [
      'TeamsAppInstallation.ReadWriteForUser.All',
      'TeamsAppInstallation.ManageSelectedForUser.All',
      'TeamsAppInstallation.ReadWriteAndConsentSelfForUser.All',
      'TeamsAppInstallation.ReadWriteAndConsentForUser.All',
    ],
    need: 'advised',
    without:
      'A campaign reaches only people who have the app; a setup policy of Teams (Teams admin center, Teams apps, Setup policies) gives it to the others',
  },
  {
    name: 'AppCatalog.Read.All',
    within: ['AppCatalog.ReadWrite.All', 'AppCatalog.Submit'],
    need: 'advised',
    without: 'The bot does not find its own app in the catalogue of Teams, so it can not install it for a campaign',
  },
];

const writing: readonly Permission[] = [
  {
    name: 'UserAuthMethod-Phone.ReadWrite.All',
    within: ['UserAuthenticationMethod.ReadWrite.All'],
    need: 'required',
    without: 'Numbers that people prove are not set in the directory',
  },
  {
    name: 'UserAuthMethod-Email.ReadWrite.All',
    within: ['UserAuthenticationMethod.ReadWrite.All'],
    need: 'required',
    without: 'Addresses that people prove are not set in the directory',
  },
];

/** What is only good to have while reading, and needed before anything may be written. */
const beforeWriting: Permission = {
  name: 'AuditLog.Read.All',
  within: [],
  need: 'required',
  without: 'The bot does not see which apps and questions are registered, so it adds nothing for anybody',
};

const mailing: Permission = {
  name: 'Mail.Send',
  within: [],
  need: 'required',
  without: 'Codes and notices by e-mail do not go out',
};

/** The permissions these settings take. In write mode the write permissions hold those to read the same. */
export function permissionsFor({
  mode,
  mailSender,
}: Pick<GraphSettings, 'mode' | 'mailSender'>): readonly Permission[] {
  const mails = mailSender === undefined ? [] : [mailing];
  if (mode === 'link') return [...reading, ...campaigning, ...mails];
  const reads = reading.filter(({ name }) => !writing.some((one) => holds(one.name, name)));
  return [
    ...reads.map((one) => (one.name === beforeWriting.name ? beforeWriting : one)),
    ...writing,
    ...campaigning,
    ...mails,
  ];
}

function holds(wide: string, narrow: string): boolean {
  return wide === narrow.replace('.Read.All', '.ReadWrite.All');
}

export interface Grants {
  readonly missing: readonly Permission[];
  /** Able to change things, and not what this mode takes. */
  readonly tooMuch: readonly string[];
}

/** Compares what is needed with what the app was given. */
export function compareGrants(needed: readonly Permission[], given: readonly string[]): Grants {
  const has = ({ name, within }: Permission) => [name, ...within].some((one) => given.includes(one));
  const names = needed.map(({ name }) => name);
  const strong = given.filter((one) => /ReadWrite|\.Send|FullControl/.test(one));
  return { missing: needed.filter((one) => !has(one)), tooMuch: strong.filter((one) => !names.includes(one)) };
}
