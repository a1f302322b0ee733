import { second } from '../../../domain/instant.ts';
import type { MethodWriter, Slot, StandingOutcome, WriteOutcome } from '../../../domain/ports/method-writer.ts';
import type { Answer } from './answer.ts';
import type { GraphClient } from './client.ts';
import { emailsOf, emailsPath, phonesOf, phonesPath } from './methods.ts';
import type { Read, Reader, Unread } from './read.ts';
import { reportOf } from './registration.ts';
import { administratorBy, rolesOf } from './roles.ts';
import { graphForm, sameValue, standingOf, writing } from './slots.ts';
import { within } from './time.ts';

/** How long one writing may take, with all that is read before and after. It is done by a letter, not in a turn. */
const writingTime = 15 * second;
/** What was written may show a moment later only. */
const settling = second;

/**
 * Writes methods through Graph. Graph takes no condition (If-Match) on these, so what somebody else changes within the
 * one round trip between our look and our write is overwritten; what changed before that, since the employee began, is
 * found and left alone.
 */
export function graphMethodWriter(tenantId: string, client: GraphClient, reader: Reader): MethodWriter {
  const { time } = client;

  async function look(objectId: string, signal: AbortSignal): Promise<StandingOutcome> {
    const [phones, emails] = await Promise.all([
      reader.all(phonesOf(objectId, 0), signal),
      reader.all(emailsOf(objectId, 0), signal),
    ]);
    if (phones.kind !== 'read') return stopped(phones);
    if (emails.kind !== 'read') return stopped(emails);
    return { kind: 'standing', standing: standingOf(phones.value, emails.value) };
  }

  /** Whether the bot may touch this person's methods: for sure no directory role, by any source. */
  async function stopBefore(objectId: string, signal: AbortSignal): Promise<WriteOutcome | undefined> {
    const [roles, report] = await Promise.all([
      reader.all(rolesOf(objectId, 0), signal),
      reader.one(reportOf(objectId, 0), signal),
    ]);
    if (administratorBy(roles, report) === false) return undefined;
    const passing = roles.kind === 'unread' && passes(roles.why) && !administratorBy(roles, report);
    return { kind: passing ? 'try-later' : 'administrator' };
  }

  /** Looks at what came of a write; twice when it should stand there and does not yet. */
  async function checked(
    objectId: string,
    slot: Slot,
    value: string,
    before: string | null,
    answer: Answer,
    signal: AbortSignal,
  ): Promise<WriteOutcome> {
    for (let looks = 1; ; looks += 1) {
      const found = await look(objectId, signal);
      if (found.kind !== 'standing') return unseen(answer);
      const now = found.standing[slot];
      if (sameValue(now, value)) return { kind: 'written' };
      if (!sameValue(now, before)) return { kind: 'changed-meanwhile' };
      if (looks > 1 || answer.kind !== 'done') return unseen(answer);
      await time.pause(settling, signal).catch(() => undefined);
    }
  }

  return {
    async standing(employee, signal) {
      if (employee.tenantId.toLowerCase() !== tenantId.toLowerCase()) return { kind: 'unknown-person' };
      return within(time, writingTime, signal, (inner) => look(employee.objectId, inner));
    },

    async set({ tenantId: tenant, objectId }, slot, plain, before, signal) {
      if (tenant.toLowerCase() !== tenantId.toLowerCase()) return { kind: 'unknown-person' };
      return within(time, writingTime, signal, async (inner): Promise<WriteOutcome> => {
        const value = graphForm(slot, plain);
        const [stop, found] = await Promise.all([stopBefore(objectId, inner), look(objectId, inner)]);
        if (found.kind !== 'standing') return found;
        if (stop) return stop;
        const now = found.standing[slot];
        if (sameValue(now, value)) return { kind: 'already-there' };
        if (!sameValue(now, before)) return { kind: 'changed-meanwhile' };
        if (slot === 'alternate' && found.standing.mobile === null) return { kind: 'mobile-needed' };
        const answer = await client.call(writing(objectId, slot, value, now !== null), inner);
        reader.forget(phonesPath(objectId));
        reader.forget(emailsPath(objectId));
        if (answer.kind === 'unavailable' && !answer.sent) return unseen(answer);
        return checked(objectId, slot, value, before, answer, inner);
      });
    },
  };
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

function stopped(read: Exclude<Read<unknown>, { kind: 'read' }>): Exclude<StandingOutcome, { kind: 'standing' }> {
  if (read.kind === 'absent') return { kind: 'unknown-person' };
  return { kind: passes(read.why) ? 'try-later' : 'not-permitted' };
}

/** Whether the same may be readable a while later, without anybody changing a setting. */
function passes(why: Unread): boolean {
  return why === 'throttled' || why === 'late' || why === 'unavailable';
}
