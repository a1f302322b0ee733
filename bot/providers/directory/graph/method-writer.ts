import { second } from '../../../domain/instant.ts';
import type { RegistrationReport } from '../../../domain/ports/account-facts.ts';
import type { MethodWriter, WriteOutcome } from '../../../domain/ports/method-writer.ts';
import type { Slot } from '../../../domain/reset-service.ts';
import type { Answer } from './answer.ts';
import type { GraphClient } from './client.ts';
import { emailsOf, emailsPath, phonesOf, phonesPath } from './methods.ts';
import type { Read, Reader, Unread } from './read.ts';
import { reportOf } from './registration.ts';
import { administratorBy, rolesOf } from './roles.ts';
import { graphForm, type Standing, sameValue, standingOf, writing } from './slots.ts';
import { within } from './time.ts';

/** How long one writing may take, with all that is read before and after. It is done by a letter, not in a turn. */
const writingTime = 15 * second;
/** What was written may show a moment later only. */
const settling = second;

type Looked = { readonly kind: 'standing'; readonly standing: Standing } | WriteOutcome;

/**
 * Writes methods through Graph. Graph takes no condition (If-Match) on these, so what somebody else changes within the
 * one round trip between our look and our write is overwritten; whatever was there before that is found and left alone.
 */
export function graphMethodWriter(tenantId: string, client: GraphClient, reader: Reader): MethodWriter {
  const { time } = client;

  async function look(objectId: string, signal: AbortSignal): Promise<Looked> {
    const [phones, emails] = await Promise.all([
      reader.all(phonesOf(objectId, 0), signal),
      reader.all(emailsOf(objectId, 0), signal),
    ]);
    if (phones.kind !== 'read') return stopped(phones);
    if (emails.kind !== 'read') return stopped(emails);
    return { kind: 'standing', standing: standingOf(phones.value, emails.value) };
  }

  /** Looks at what came of a write; twice when it should show and does not yet. */
  async function checked(
    objectId: string,
    slot: Slot,
    [before, wanted]: readonly [string | null, string | null],
    answer: Answer,
    signal: AbortSignal,
  ): Promise<WriteOutcome> {
    for (let looks = 1; ; looks += 1) {
      const found = await look(objectId, signal);
      if (found.kind !== 'standing') return unseen(answer);
      const now = found.standing[slot];
      if (sameValue(now, wanted)) return { kind: 'written' };
      if (!sameValue(now, before)) return { kind: 'not-shown' };
      if (looks > 1 || answer.kind !== 'done') return unseen(answer);
      await time.pause(settling, signal).catch(() => undefined);
    }
  }

  return {
    async set({ tenantId: tenant, objectId }, slot, value, shown, signal) {
      if (tenant.toLowerCase() !== tenantId.toLowerCase()) return { kind: 'unknown-person' };
      return within(time, writingTime, signal, async (inner): Promise<WriteOutcome> => {
        const wanted = value === null ? null : graphForm(slot, value);
        const [found, roles, report] = await Promise.all([
          look(objectId, inner),
          reader.all(rolesOf(objectId, 0), inner),
          reader.one(reportOf(objectId, 0), inner),
        ]);
        if (found.kind !== 'standing') return found;
        const { standing } = found;
        const now = standing[slot];
        if (sameValue(now, wanted)) return { kind: 'already-there' };
        const isShown = (one: string) => shown.some((other) => sameValue(one, other));
        // What somebody else put in the place of what was to go stays.
        if (wanted === null && now !== null && !isShown(now)) return { kind: 'already-there' };
        const stop = stopBefore(roles, report) ?? notShown(standing, now, report, isShown);
        if (stop) return stop;
        const answer = await client.call(writing(objectId, slot, wanted, now !== null), inner);
        reader.forget(phonesPath(objectId));
        reader.forget(emailsPath(objectId));
        if (answer.kind === 'unavailable' && !answer.sent) return unseen(answer);
        return checked(objectId, slot, [now, wanted], answer, inner);
      });
    },
  };
}

/** Whether the bot may touch this person's methods: for sure no directory role, by any source. */
function stopBefore(roles: Read<readonly unknown[]>, report: Read<RegistrationReport>): WriteOutcome | undefined {
  if (administratorBy(roles, report) === false) return undefined;
  const passing = roles.kind === 'unread' && passes(roles.why) && !administratorBy(roles, report);
  return { kind: passing ? 'try-later' : 'administrator' };
}

/** What the report tells of that stands in no list that the app reads, and proves somebody to the reset service. */
const unlisted: ReadonlySet<string> = new Set([
  'microsoftAuthenticatorPush',
  'softwareOneTimePasscode',
  'hardwareOneTimePasscode',
  'securityQuestion',
]);

/**
 * As on Microsoft's own page: who has methods already shows one of them before anything is added. What is replaced or
 * removed has to be shown itself.
 */
function notShown(
  { mobile, email, others }: Standing,
  now: string | null,
  report: Read<RegistrationReport>,
  isShown: (value: string) => boolean,
): WriteOutcome | undefined {
  if (now !== null) return isShown(now) ? undefined : { kind: 'not-shown' };
  const listed = [mobile, email, ...others].filter((value) => value !== null);
  if (listed.some(isShown)) return undefined;
  // Without the report nobody knows of apps and questions: nothing is added on a guess.
  if (report.kind === 'unread') return { kind: passes(report.why) ? 'try-later' : 'not-permitted' };
  const more = report.kind === 'read' && report.value.methods.some((name) => unlisted.has(name));
  return listed.length > 0 || more ? { kind: 'not-shown' } : undefined;
}

/** What is left to say of a write that does not show. */
function unseen(answer: Answer): WriteOutcome {
  switch (answer.kind) {
    case 'done':
      return { kind: 'not-sure' };
    case 'absent':
      return { kind: 'unknown-person' };
    case 'refused':
      return { kind: answer.status === 401 || answer.status === 403 ? 'not-permitted' : 'not-accepted' };
    case 'unavailable':
      if (answer.sent) return { kind: 'not-sure' };
      return { kind: 'try-later', ...(answer.after !== undefined && { after: answer.after }) };
  }
}

function stopped(read: Exclude<Read<unknown>, { kind: 'read' }>): WriteOutcome {
  if (read.kind === 'absent') return { kind: 'unknown-person' };
  return { kind: passes(read.why) ? 'try-later' : 'not-permitted' };
}

/** Whether the same may be readable a while later, without anybody changing a setting. */
function passes(why: Unread): boolean {
  return why === 'throttled' || why === 'late' || why === 'unavailable';
}
