import { isCode, situationOf } from '../domain/diagnosis/codes.ts';
import { numberOf, type SituationNumber } from '../domain/diagnosis/situation-ids.ts';
import { languageRecords, languages } from '../texts/languages.ts';
import { eitherOf } from '../texts/phrases.ts';

/** A code that stood in the text, as support writes it, and the situation it stands for if it settles one. */
export interface Code {
  /** `SSPR_0014`, `AADSTS50126`, `event 33004`, `hr 80230619`. */
  readonly code: string;
  readonly situation: SituationNumber | null;
}

/** Names the same sources give, without signs. */
const names: readonly (readonly [string, Code])[] = [
  ['tenantssprflagdisabled', known('SSPR_0009')],
  ['writebacknotenabled', known('SSPR_0010')],
  ['ssprnotenabledinuserpolicy', known('SSPR_0011')],
  ['usernotlicensed', known('SSPR_0012')],
  ['usernotmemberofscopedaccessgroup', known('SSPR_0013')],
  ['usernotproperlyconfigured', known('SSPR_0014')],
  ['onpremisesadminactionrequired', known('SSPR_0029')],
  ['onpremisesconnectivityerror', known('SSPR_0030')],
  ['onpremisessuccesscloudfailure', known('OnPremisesSuccessCloudFailure')],
  ['onpremisespolicyviolation', known('OnPremisesPolicyViolation')],
  ['fuzzypolicy', known('FuzzyPolicyViolation')],
  ['adpasswordpolicyerror', known('event 33008')],
  ['adpermission', known('event 33004')],
  ['servicebuslistenererror', known('event 31034')],
  ['aduseraccountdisabled', known('event 33005')],
  ['aduseraccountlockedout', known('event 33006')],
  ['aduserincorrectpassword', known('event 33007')],
];

/** Every code in a text, in the order of how much they say: see `codeIn`. */
export function codesIn(text: string): readonly Code[] {
  const found = new Map<string, Code>();
  let rest = text;
  for (let at = 0; at < 4; at += 1) {
    const code = codeIn(rest);
    if (!code || found.has(code.code)) break;
    found.set(code.code, code);
    const [, digits = code.code] = /([0-9a-f]{4,8})$/iu.exec(code.code) ?? [];
    const bare = digits.replace(/^0+/u, '');
    rest = rest.replace(new RegExp(`0*${bare}`, 'giu'), ' ');
  }
  return [...found.values()];
}

/** Words beside which a bare number is a code. */
const beside = { code: speakingOf('code'), log: speakingOf('log'), reset: speakingOf('reset') };

function speakingOf(kind: 'code' | 'log' | 'reset'): RegExp {
  return new RegExp(languages.flatMap((language) => languageRecords[language].heard.codes[kind]).join('|'), 'u');
}

const portalCode = new RegExp(
  `[s5]{2}r?pr?(?:[^a-z0-9]{0,4}${eitherOf((said) => said.codeNames)}){0,2}[^a-z0-9]{0,4}([0-9oil]{1,5})(?![0-9])`,
  'gu',
);

/**
 * The code in a text, with the noise people leave around it: lower case, spaces, signs, lost zeros, letters for digits.
 * A bare number counts only beside a word that makes it a code. Every pattern is linear: no repetition stands in another.
 */
export function codeIn(text: string): Code | undefined {
  const plain = text.normalize('NFKC').toLowerCase();
  const letters = plain.replace(/[^a-z]/gu, '');
  const [speaksOfCodes, speaksOfLogs, speaksOfReset] = [beside.code, beside.log, beside.reset].map((one) =>
    one.test(plain),
  );
  return (
    first(plain, portalCode, portalFor) ??
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
  const number = Number(digits(found).replace(/[il]/gu, '1'));
  return listed(`SSPR_${String(number).padStart(4, '0')}`);
}

function resultFor(found: string): Code {
  return known(`hr ${found}`);
}

function eventFor(found: string): Code | undefined {
  return listed(`event ${found}`);
}

function signInFor(found: string): Code {
  return known(`AADSTS${found}`);
}

/** A code in the spelling of support; one that nobody has listed stands for no situation. */
function known(code: string): Code {
  const situation = situationOf(code);
  return { code, situation: situation ? numberOf(situation) : null };
}

function listed(code: string): Code | undefined {
  return isCode(code) ? known(code) : undefined;
}
