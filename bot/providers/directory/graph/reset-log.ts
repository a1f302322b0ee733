import { z } from 'zod';
import type { Attempt } from '../../../domain/account/facts.ts';
import { day, hour, type Instant } from '../../../domain/time.ts';
import { type AuditLine, attemptsOf, registrationIn } from './attempt-reading.ts';
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
