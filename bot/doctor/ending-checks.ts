import { type Time, within } from '../deadline.ts';
import { methodReported } from '../domain/diagnosis/collect-facts.ts';
import { requiredOf } from '../domain/enrolment/readiness.ts';
import type { MethodName } from '../domain/methods/method.ts';
import { methodAllowed, methodsRequired, type Policy } from '../domain/policy.ts';
import { platformDates } from '../domain/reset-service/end-dates.ts';
import { day, type Instant, second } from '../domain/time.ts';
import type { Reader } from '../providers/directory/graph/reader.ts';
import { questionHolders } from '../providers/directory/graph/registration.ts';
import type { Finding } from './finding.ts';

/** After how many days a line of the table should be looked at again. */
const lookedAgain = 90 * day;
const patience = 20 * second;

export interface EndingChecks {
  readonly reader: Reader;
  readonly time: Time;
  readonly policy: Policy;
}

/** What Microsoft ends, who depends on it, and whether what the bot knows of it is still fresh. */
export async function checkEndings(
  { reader, time, policy }: EndingChecks,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const found = await within(time, patience, signal, (inner) => reader.all(questionHolders(), inner));
  const holders = found.kind === 'read' ? found.value : null;
  return [...staleLines(time.now()), ...phones(policy, time.now()), ...questions(policy, holders)];
}

function dayOf(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Lines of the table that nobody has looked at for so long that Microsoft may have moved them. */
export function staleLines(now: Instant): readonly Finding[] {
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

function phones(policy: Policy, now: Instant): readonly Finding[] {
  const names = (['authentication-phone', 'office-phone'] as const).filter((one) => methodAllowed(policy, one, false));
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
export function questions(policy: Policy, holders: readonly ReportLine[] | null): readonly Finding[] {
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
export function dependsOn(
  ending: readonly MethodName[],
  { isAdmin, methodsRegistered }: ReportLine,
  policy: Policy,
): boolean {
  const registered = [...new Set(methodsRegistered?.flatMap((name) => methodReported(name) ?? []))];
  const counted = registered.filter((one) => isAdmin !== true || one !== 'security-questions');
  const least = methodsRequired(policy, isAdmin === true);
  const enough = (methods: readonly MethodName[]) => methods.length >= requiredOf(methods, least);
  return enough(counted) && !enough(counted.filter((one) => !ending.includes(one)));
}
