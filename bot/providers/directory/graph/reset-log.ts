import { z } from 'zod';
import type { Attempt, AttemptEnd, AttemptReason } from '../../../domain/account/facts.ts';
import { day, hour, type Instant } from '../../../domain/time.ts';
import { personAge, type Wanted } from './reader.ts';

/** How far back is looked: as long as the log is kept with Entra ID P1; without it, it ends after seven days. */
const span = 30 * day;

const line = z.object({
  activityDateTime: z.string(),
  activityDisplayName: z.string().nullish(),
  loggedByService: z.string().nullish(),
  correlationId: z.string().nullish(),
  result: z.string().nullish(),
  resultReason: z.string().nullish(),
});

export interface ResetLog {
  /** Newest first. */
  readonly attempts: readonly Attempt[];
  readonly registrationChanged: Instant | null;
}

/** A line in a form we do not know is passed over; it must not hide the others. */
const lines = z.object({ value: z.array(z.unknown()) }).transform(({ value }): ResetLog => {
  const known = value.flatMap(lineOf);
  return { attempts: attemptsOf(known), registrationChanged: registrationIn(known) };
});

function lineOf(value: unknown): AuditLine[] {
  const { data } = line.safeParse(value);
  const at = Date.parse(data?.activityDateTime ?? '');
  if (!data || Number.isNaN(at)) return [];
  const { activityDisplayName, loggedByService, correlationId, result, resultReason } = data;
  return [
    {
      at,
      flow: correlationId ?? null,
      activity: activityDisplayName ?? '',
      ...(loggedByService != null && { service: loggedByService }),
      result: result ?? '',
      reason: resultReason ?? '',
    },
  ];
}

/**
 * The newest entries about somebody, of the reset service and of the one that logs what is registered: the first page, which
 * is sorted by time. Source of their names: Microsoft Learn, "Microsoft Entra audit log categories and activities".
 * Permission: AuditLog.Read.All. The organisation must have opened the reset reports once. The hour is rounded, so that asking again
 * is the same question.
 */
export function resetLog(objectId: string, now: Instant): Wanted<ResetLog> {
  const since = new Date(Math.floor((now - span) / hour) * hour).toISOString();
  const filter = [
    "(loggedByService eq 'Self-service Password Management' or loggedByService eq 'Authentication Methods')",
    `activityDateTime ge ${since}`,
    `targetResources/any(t:t/id eq '${objectId.toLowerCase()}')`,
  ].join(' and ');
  const selected = 'id,activityDateTime,activityDisplayName,loggedByService,correlationId,result,resultReason';
  const query = `$filter=${encodeURIComponent(filter)}&$orderby=activityDateTime%20desc&$top=50&$select=${selected}`;
  const path = `/auditLogs/directoryAudits?${query}`;
  return { call: { what: 'reset log', workload: 'reports', path }, schema: lines, maxAge: personAge };
}

/** One entry of the audit log about the reset service, or about what is registered. */
export interface AuditLine {
  readonly at: Instant;
  /** One try shares it; null when the entry has none. */
  readonly flow: string | null;
  readonly activity: string;
  /** Who logged it; left out: the reset service. */
  readonly service?: string;
  readonly result: string;
  readonly reason: string;
}

type Reading = Pick<Attempt, 'end' | 'reason'>;

/**
 * The words of the log's reasons, by what they begin with or hold, in lower case. First match counts.
 * Source: Microsoft Learn, "Reporting options for Microsoft Entra password management", and its older copies.
 */
const reasons: readonly (readonly [words: RegExp, end: AttemptEnd, reason: AttemptReason | null])[] = [
  [/^password reset is not enabled for this user/, 'failed', 'not-enabled'],
  [/^user does not have a license/, 'failed', 'not-licensed'],
  [/insufficient authentication methods defined/, 'failed', 'too-few-methods'],
  [/^user's password is managed on-premises/, 'failed', 'managed-on-premises'],
  [/^we could not reach your on-premises password reset service/, 'failed', 'on-premises-unreachable'],
  [/^we encountered a problem while resetting the user's on-premises/, 'failed', 'on-premises-problem'],
  [/^this user is not a member of the password reset users group/, 'failed', 'not-in-group'],
  [/^password reset has been disabled entirely/, 'failed', 'disabled-for-organisation'],
  [/without cookies enabled/, 'failed', 'no-cookies'],
  [/too many invalid sms verification codes/, 'blocked', 'too-many-texts'],
  [/phone voice verification too many times/, 'blocked', 'too-many-calls'],
  [/answer security questions too many times/, 'blocked', 'too-many-answers'],
  [/verify a phone number too many times/, 'blocked', 'too-many-numbers'],
  [/fuzzypolicy/, 'password-refused', 'password-too-common'],
  [/onpremisespolicyviolation/, 'password-refused', 'password-against-rules'],
  [/^user abandoned/, 'abandoned', null],
  [/^user cancelled/, 'cancelled', null],
  [/^user contacted an admin/, 'asked-administrator', null],
  [/^(successfully completed reset|user successfully reset)/, 'succeeded', null],
];

/** An entry "Blocked …" has the result success: the block worked. */
function readingOf({ activity, result, reason }: AuditLine): Reading {
  const words = reason.trim().toLowerCase().replaceAll('’', "'");
  const known = reasons.find(([pattern]) => pattern.test(words));
  if (known) return { end: known[1], reason: known[2] };
  if (/^blocked from self-serv/i.test(activity)) return { end: 'blocked', reason: null };
  const final = /^(reset password|unlock user account|change password) \(self-serv/i.test(activity);
  if (result === 'success') return { end: final ? 'succeeded' : 'under-way', reason: null };
  return { end: 'failed', reason: null };
}

/** What counts for a try with several entries, whatever order their times have: the last word, not the way to it. */
const weight: Readonly<Record<AttemptEnd, number>> = {
  blocked: 7,
  succeeded: 6,
  'password-refused': 5,
  failed: 4,
  'asked-administrator': 3,
  cancelled: 2,
  abandoned: 1,
  'under-way': 0,
};

/** The service that logs what is registered on Microsoft's page, at once; the reset service's own entries tell of part of it. */
const registrar = 'authentication methods';

function isResetting({ activity, service }: AuditLine): boolean {
  return service?.toLowerCase() !== registrar && !/registered|security info|by admin|policy|policies/i.test(activity);
}

/** When methods were last registered, by the entries; null: none tells of it. */
function registrationIn(lines: readonly AuditLine[]): Instant | null {
  const times = lines.filter(changesRegistration).map(({ at }) => at);
  return times.length > 0 ? Math.max(...times) : null;
}

/**
 * Begun, given up and looked through is nothing changed. Source: Microsoft Learn, "Microsoft Entra audit log categories and
 * activities", Authentication Methods.
 */
function changesRegistration({ activity, service, result }: AuditLine): boolean {
  if (service?.toLowerCase() !== registrar) return /registered|security info/i.test(activity);
  return result.toLowerCase() === 'success' && /^(user|admin) (registered|deleted|updated|changed)\b/i.test(activity);
}

/** The tries that the entries tell of, newest first. A try that refuses a password and then takes one has succeeded. */
export function attemptsOf(lines: readonly AuditLine[]): readonly Attempt[] {
  const flows = new Map<string, Attempt>();
  for (const [position, line] of lines.filter(isResetting).entries()) {
    const key = line.flow ?? `alone ${position}`;
    const reading = readingOf(line);
    const known = flows.get(key);
    const at = Math.max(line.at, known?.at ?? line.at);
    const heavier = !known || weighs(reading) > weighs(known);
    flows.set(key, { ...(heavier ? reading : { end: known.end, reason: known.reason }), at });
  }
  return [...flows.values()].sort((one, other) => other.at - one.at);
}

/** Of two equal ends the one that says why counts. */
function weighs({ end, reason }: Reading): number {
  return weight[end] + (reason === null ? 0 : 0.5);
}
