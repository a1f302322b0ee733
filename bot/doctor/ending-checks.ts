import { z } from 'zod';
import { type Time, within } from '../deadline.ts';
import { methodReported } from '../domain/diagnosis/collect-facts.ts';
import { requiredOf } from '../domain/enrolment/readiness.ts';
import type { MethodName } from '../domain/methods/method.ts';
import { methodAllowed, methodsRequired, type Policy } from '../domain/policy.ts';
import { platformDates } from '../domain/reset-service/end-dates.ts';
import { day, type Instant, second } from '../domain/time.ts';
import type { Reader, Wanted } from '../providers/directory/graph/reader.ts';
import { methodLines, questionHolders } from '../providers/directory/graph/registration.ts';
import type { CheckFinding } from './examination.ts';

/** After how many days a line of the table should be looked at again. */
const lookedAgain = 90 * day;
const patience = 20 * second;

const phoneMethods = ['authentication-phone', 'office-phone'] as const satisfies readonly MethodName[];

export interface EndingChecks {
  readonly reader: Reader;
  readonly time: Time;
  readonly policy: Policy;
}

/** What Microsoft ends, who depends on it, and whether what the bot knows of it is still fresh. */
export async function checkEndings(
  { reader, time, policy }: EndingChecks,
  signal: AbortSignal,
): Promise<readonly CheckFinding[]> {
  const found = await within(time, patience, signal, (inner) => reader.all(questionHolders(), inner));
  const holders = found.kind === 'read' ? found.value : null;
  return [...staleLines(time.now()), ...phoneEnd(policy, time.now()), ...questions(policy, holders)];
}

function dayOf(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Lines of the table that nobody has looked at for so long that Microsoft may have moved them. */
export function staleLines(now: Instant): readonly CheckFinding[] {
  return Object.entries(platformDates)
    .filter(([, { lookedAt }]) => now - lookedAt > lookedAgain)
    .map(([id, line]) => ({
      id: `platform-date-${id}`,
      verdict: 'warning',
      says: `Nobody has looked since ${dayOf(line.lookedAt)} whether this still holds: ${line.what} (${'when' in line ? `${dayOf(line.when)}, ` : ''}${line.forWhom}).`,
      where: 'the dates of Microsoft that the bot goes by',
      fix: `take a newer version of the bot, or look at ${line.source}.`,
    }));
}

function phoneEnd(policy: Policy, now: Instant): readonly CheckFinding[] {
  const names = phoneMethods.filter((one) => methodAllowed(policy, one, false));
  if (names.length === 0 || policy.phoneAfterRetirement === 'own-provider') return [];
  const { when } = platformDates['phone-ends'];
  const over = now >= when;
  const says = over
    ? `Microsoft has stopped its own text messages and calls on ${dayOf(when)}: phones no longer count for a reset here.`
    : `Microsoft stops its own text messages and calls on ${dayOf(when)} (${dayOf(platformDates['phone-ends-late'].when)} for ${platformDates['phone-ends-late'].forWhom}). The supporters' tab counts who loses readiness by it.`;
  const fix =
    'let people add an e-mail address or an app; with a telephony provider of your own in Entra, set phoneAfterRetirement to own-provider in the policy.';
  return [
    { id: 'phone-ends', verdict: over ? 'warning' : 'note', says, where: 'phoneAfterRetirement in the policy', fix },
  ];
}

/** A line of the registration report, as far as it is needed. */
export interface ReportLine {
  readonly isAdmin?: boolean | null | undefined;
  readonly methodsRegistered?: readonly string[] | null | undefined;
}

/** @param holders who has questions registered, null: that could not be read */
export function questions(policy: Policy, holders: readonly ReportLine[] | null): readonly CheckFinding[] {
  const depending = holders?.filter((one) => dependsOn(['security-questions'], one, policy)).length ?? 0;
  const { allowed } = policy.questions;
  if (!allowed && (holders?.length ?? 0) === 0) return [];
  const { when } = platformDates['questions-end'];
  const month = dayOf(when).slice(0, 7);
  const who =
    holders === null
      ? 'The registration report could not be read, so nobody knows who depends on them.'
      : `${holders.length} people have them registered; ${depending} of those could not reset their password without.`;
  const ends = `Microsoft stops taking security questions in ${month} (it names no day; the bot goes by the 1st).`;
  const fix = `${allowed ? 'take questions out of the policy, and ' : ''}let those people add another method: Entra ID > Authentication methods > User registration details, filtered by the method, names them.`;
  const verdict = allowed || depending > 0 ? 'warning' : 'note';
  return [{ id: 'questions-end', verdict, says: `${ends} ${who}`, where: 'questions in the policy', fix }];
}

/** Whether somebody can reset with these methods and could not without. Questions of an administrator never counted. */
function dependsOn(ending: readonly MethodName[], { isAdmin, methodsRegistered }: ReportLine, policy: Policy): boolean {
  const registered = [...new Set(methodsRegistered?.flatMap((name) => methodReported(name) ?? []))];
  const counted = registered.filter((one) => isAdmin !== true || one !== 'security-questions');
  const least = methodsRequired(policy, isAdmin === true);
  const enough = (methods: readonly MethodName[]) => methods.length >= requiredOf(methods, least);
  return enough(counted) && !enough(counted.filter((one) => !ending.includes(one)));
}

/** What is known of how the organisation leans on what Microsoft ends; undefined: it could not be read. */
export interface Leaning {
  /** Numbers may be sign-in names: SMS is switched on for sign-in, for somebody. */
  readonly signInByText: boolean | undefined;
  /** People whose reset would work today; `more` when there are yet others. */
  readonly ready: { readonly lines: readonly ReportLine[]; readonly more: boolean } | undefined;
}

const page = { where: 'Entra ID > Authentication methods > Policies' } as const;

const smsPolicy = z.object({
  authenticationMethodConfigurations: z.array(
    z.object({
      id: z.string(),
      state: z.string().nullish(),
      includeTargets: z.array(z.object({ isUsableForSignIn: z.boolean().nullish() })).nullish(),
    }),
  ),
});

/** Permission: Policy.Read.AuthenticationMethod. Source of the target's property: Microsoft Learn, "smsAuthenticationMethodTarget". */
const signInByText: Wanted<z.infer<typeof smsPolicy>> = {
  call: { what: 'sign-in by text', workload: 'policies', path: '/policies/authenticationMethodsPolicy' },
  schema: smsPolicy,
  // The same path is read in another form elsewhere.
  maxAge: 0,
};

/** The first page of those who can reset. Permission: AuditLog.Read.All; the list takes no page size. */
const peopleReady: Wanted<z.infer<typeof methodLines>> = {
  call: {
    what: 'people who can reset',
    workload: 'reports',
    path: '/reports/authenticationMethods/userRegistrationDetails?$filter=isSsprCapable%20eq%20true',
  },
  schema: methodLines,
  maxAge: 0,
};

/** What Microsoft is ending, and who in the directory depends on it. Names nobody, changes nothing. */
export async function checkEndingMethods(
  reader: Reader,
  policy: Policy,
  signal: AbortSignal,
): Promise<readonly CheckFinding[]> {
  const [sms, ready] = await Promise.all([reader.one(signInByText, signal), reader.one(peopleReady, signal)]);
  return endingFindings(policy, {
    signInByText:
      sms.kind === 'read'
        ? sms.value.authenticationMethodConfigurations.some(
            ({ id, state, includeTargets }) =>
              id.toLowerCase() === 'sms' &&
              state === 'enabled' &&
              includeTargets?.some((target) => target.isUsableForSignIn === true),
          )
        : undefined,
    ready:
      ready.kind === 'read'
        ? { lines: ready.value.value, more: ready.value['@odata.nextLink'] !== undefined }
        : undefined,
  });
}

/**
 * Source of what ends: Microsoft Learn, "Passkeys by default and retirement of Microsoft-provided SMS and voice
 * authentication", its FAQ (for resets too), "Security questions authentication method", and "Frequently asked questions
 * about telephony providers" (sign-in by text ends whoever sends it).
 */
export function endingFindings(policy: Policy, { signInByText, ready }: Leaning): readonly CheckFinding[] {
  const found: readonly CheckFinding[] = [
    ...(signInByText ? [numbersAsNames] : []),
    ...(ready ? dependingOnPhones(policy, ready) : []),
  ];
  if (found.length > 0 || ready === undefined || signInByText === undefined) return found;
  return [
    {
      id: 'ending',
      verdict: 'good',
      says: 'Nobody who was looked at depends on texts and calls, which Microsoft is ending.',
    },
  ];
}

const numbersAsNames: CheckFinding = {
  id: 'ending-sign-in-by-text',
  verdict: 'note',
  says: 'A number that is set up for codes may also become a sign-in name: SMS is switched on "for sign-in". Microsoft is ending that sign-in, and a number can be the name of one person only.',
  fix: 'clear "Use for sign-in" (Entra ID > Authentication methods > Policies > SMS), and move those people to a passkey or a QR code.',
  ...page,
};

/** Questions have a finding of their own. */
function dependingOnPhones(
  policy: Policy,
  { lines: read, more }: NonNullable<Leaning['ready']>,
): readonly CheckFinding[] {
  if (policy.phoneAfterRetirement === 'own-provider') return [];
  const count = read.filter((line) => dependsOn(phoneMethods, line, policy)).length;
  if (count === 0) return [];
  const of = `${more ? 'the first ' : ''}${read.length}`;
  return [
    {
      id: 'ending-phone-depended-on',
      verdict: 'warning',
      says: `${count} of ${of} people who can reset their password today could not without texts and calls, which Microsoft is ending. By the registration report.`,
      fix: 'let them add an app or an e-mail address in time, or configure a telephony provider of your own there.',
      ...page,
    },
  ];
}
