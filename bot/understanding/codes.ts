import type { SituationId } from '../domain/diagnosis/situation.ts';

/** A code that stood in the text, as support writes it, and the situation it stands for if it settles one. */
export interface Code {
  /** `SSPR_0014`, `AADSTS50126`, `event 33004`, `hr 80230619`. */
  readonly code: string;
  readonly situation: SituationId | null;
}

type Table = Readonly<Record<string, SituationId | null>>;

/** Of the reset portal. Source: Microsoft Learn, "Troubleshoot self-service password reset". */
const portal: Table = {
  9: 'K4',
  10: 'K5',
  11: 'K6',
  12: 'K7',
  13: 'K8',
  14: 'K9',
  29: 'K10',
  30: 'K11',
};

/** Of the engine that writes passwords back. Source: Microsoft Learn, "Troubleshoot self-service password reset writeback". */
const results: Table = {
  '80230619': 'K23',
  '8023061f': 'K10',
  '80230626': 'K10',
  '80230402': 'K10',
  '8023042': 'K10',
  '800700ce': 'K10',
};

/** Of the event log on the synchronisation server; same source. `null`: all is well, or no situation of its own. */
const events: Table = {
  6329: 'K10',
  6800: 'K11',
  ...of('K10', [31003, 31008, 31011, 31014, 32003, 32004, 32005, 32007, 32008, 32009, 32010, 32011, 32013]),
  ...of('K10', [33001, 33002, 33003, 33004, 33009]),
  ...of('K11', [31016, 31034, 31044, 32000, 32001, 32002, 32014]),
  ...of(null, [31001, 31002, 31004, 31005, 31006, 31007, 31009, 31010, 31012, 31013, 31015, 31017, 31018, 31019]),
  ...of(null, [32015, 33006, 33007]),
  33005: 'K35',
  33008: 'K23',
};

/** Of the sign-in service. Source: Microsoft Learn, "Microsoft Entra authentication and authorization error codes". */
const signIn: Table = {
  50034: 'K21',
  50057: 'K35',
  50088: 'K17',
  ...of(null, [50020, 50053, 50055, 50056, 50072, 50074, 50076, 50078, 50079, 50105, 50125, 50126, 50131]),
  ...of(null, [50132, 50133, 50135, 50144, 50173]),
};

/** Names the same sources give, without signs. */
const names: readonly (readonly [string, Code])[] = [
  ['tenantssprflagdisabled', portalCode('9')],
  ['writebacknotenabled', portalCode('10')],
  ['ssprnotenabledinuserpolicy', portalCode('11')],
  ['usernotlicensed', portalCode('12')],
  ['usernotmemberofscopedaccessgroup', portalCode('13')],
  ['usernotproperlyconfigured', portalCode('14')],
  ['onpremisesadminactionrequired', portalCode('29')],
  ['onpremisesconnectivityerror', portalCode('30')],
  ['onpremisessuccesscloudfailure', { code: 'OnPremisesSuccessCloudFailure', situation: 'K12' }],
  ['onpremisespolicyviolation', { code: 'OnPremisesPolicyViolation', situation: 'K23' }],
  ['fuzzypolicy', { code: 'FuzzyPolicyViolation', situation: 'K24' }],
  ['adpasswordpolicyerror', { code: 'event 33008', situation: 'K23' }],
  ['adpermission', { code: 'event 33004', situation: 'K10' }],
  ['servicebuslistenererror', { code: 'event 31034', situation: 'K11' }],
  ['aduseraccountdisabled', { code: 'event 33005', situation: 'K35' }],
];

/**
 * The code in a text, with the noise people leave around it: lower case, spaces, signs, lost zeros, letters for digits.
 * A bare number counts only beside a word that makes it a code. Every pattern is linear: no repetition stands in another.
 */
export function codeIn(text: string): Code | undefined {
  const plain = text.normalize('NFKC').toLowerCase();
  const letters = plain.replace(/[^a-z]/gu, '');
  const speaksOfCodes = /error|code|felk|\bfel\b|\bkod|sspr|sign|logg/u.test(plain);
  const speaksOfLogs = /event|händelse|handelse|log|ad ?sync|connect|writeback|synk|passwordreset|\bdc\b|\bad\b/u.test(
    plain,
  );
  const speaksOfReset = /reset|portal|återst|aterst|lösen|losen|passw|sspr/u.test(plain);
  return (
    first(
      plain,
      /[s5]{2}r?pr?(?:[^a-z0-9]{0,4}(?:error|code|felkod|fel|kod|nr)){0,2}[^a-z0-9]{0,4}([0-9oil]{1,5})(?![0-9])/gu,
      portalFor,
    ) ??
    names.find(([name]) => letters.includes(name))?.[1] ??
    first(plain, /(8[0o]23[0-9a-fo]{3,4}|8[0o]{2}7[0o]{2}ce)(?![0-9a-z])/gu, (found) => resultFor(digits(found))) ??
    first(plain, /a?[ad]d?sts?[^a-z0-9]{0,4}([0-9o]{5,6})(?![0-9])/gu, (found) => signInFor(digits(found))) ??
    (speaksOfLogs ? first(plain, /(?<![0-9a-z])(6329|6800|3[123]0\d\d)(?![0-9a-z])/gu, eventFor) : undefined) ??
    (speaksOfCodes ? first(plain, /(?<![0-9a-z])(50[01]\d\d)(?![0-9a-z])/gu, signInFor) : undefined) ??
    (speaksOfReset && speaksOfCodes ? first(plain, /(?<![0-9a-z:.-])(00\d\d)(?![0-9a-z:.-])/gu, portalFor) : undefined)
  );
}

function first(text: string, pattern: RegExp, read: (found: string) => Code | undefined): Code | undefined {
  for (const match of text.matchAll(pattern)) {
    const code = read(match[1] ?? '');
    if (code) return code;
  }
  return undefined;
}

const digits = (found: string) => found.replaceAll('o', '0');

function portalFor(found: string): Code | undefined {
  const number = String(Number(digits(found).replace(/[il]/gu, '1')));
  return number in portal ? portalCode(number) : undefined;
}

function portalCode(number: string): Code {
  return { code: `SSPR_${number.padStart(4, '0')}`, situation: portal[number] ?? null };
}

function resultFor(found: string): Code {
  return { code: `hr ${found}`, situation: results[found] ?? null };
}

function eventFor(found: string): Code | undefined {
  return found in events ? { code: `event ${found}`, situation: events[found] ?? null } : undefined;
}

function signInFor(found: string): Code {
  return { code: `AADSTS${found}`, situation: signIn[found] ?? null };
}

function of(situation: SituationId | null, numbers: readonly number[]): Table {
  return Object.fromEntries(numbers.map((number) => [number, situation]));
}
