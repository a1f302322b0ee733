import { within } from '../../../deadline.ts';
import type { RegistrationReport } from '../../../domain/account/facts.ts';
import { answersFor, sameAddress } from '../../../domain/methods/phone.ts';
import type { MethodWriter, ShownValues, WriteOutcome } from '../../../domain/ports/method-writer.ts';
import type { Slot, SlotName } from '../../../domain/reset-service/slots.ts';
import { hour, second } from '../../../domain/time.ts';
import type { Answer, GraphClient } from './client.ts';
import {
  emailsOf,
  emailsPath,
  graphForm,
  phonesOf,
  phonesPath,
  type RegisteredValues,
  standingOf,
  writing,
} from './methods.ts';
import type { Read, Reader, Unread } from './reader.ts';
import { reportOf } from './registration.ts';
import { administratorBy, roleStanding } from './roles.ts';
import { type GraphUser, userOf } from './user.ts';

/** How long one writing may take, with all that is read before and after. It is done by a letter, not in a turn. */
const writingTime = 15 * second;
/** What was written may show a moment later only. */
const settling = second;
/** How long to wait for somebody to get into the report before it is looked into again: it is made anew once a day or so. */
const untilListed = hour;

type Looked = { readonly kind: 'standing'; readonly standing: RegisteredValues } | WriteOutcome;

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
      if (sameAddress(now, wanted)) return { kind: 'written' };
      if (!sameAddress(now, before)) return { kind: 'not-shown' };
      if (looks > 1 || answer.kind !== 'done') return unseen(answer);
      await time.pause(settling, signal).catch(() => undefined);
    }
  }

  /**
   * Why nothing may be added. As on Microsoft's own page: who has methods already shows one of them first. Without the
   * report nobody knows of passkeys, apps and questions, so nothing is added on a guess.
   */
  async function notShown(
    objectId: string,
    standing: RegisteredValues,
    report: Read<RegistrationReport>,
    { values, recent }: ShownValues,
    signal: AbortSignal,
  ): Promise<WriteOutcome | undefined> {
    const listed = Object.values(standing).filter((value) => value !== null);
    if (listed.some((one) => values.some((shown) => answersFor(shown, one)))) return undefined;
    if (listed.length > 0) return { kind: 'not-shown' };
    if (report.kind === 'absent') return { kind: 'not-listed', after: untilListed };
    if (report.kind === 'unread') return { kind: passes(report.why) ? 'try-later' : 'not-permitted' };
    const unlisted = unlistedNames(report.value.methods, standing, recent);
    if (unlisted.length === 0) return undefined;
    const user = await reader.one(userOf(objectId), signal);
    if (user.kind !== 'read') return stopped(user);
    return unexplainedNames(unlisted, user.value, values).length > 0 ? { kind: 'not-shown' } : undefined;
  }

  return {
    async set({ tenantId: tenant, objectId }, slot, value, { values: shown, recent }, signal) {
      if (tenant.toLowerCase() !== tenantId.toLowerCase()) return { kind: 'unknown-person' };
      return within(time, writingTime, signal, async (inner): Promise<WriteOutcome> => {
        const wanted = value === null ? null : graphForm(slot, value);
        const [found, roles, report] = await Promise.all([
          look(objectId, inner),
          roleStanding(reader, objectId, inner, 0),
          reader.one(reportOf(objectId, 0), inner),
        ]);
        if (found.kind !== 'standing') return found;
        const { standing } = found;
        const now = standing[slot];
        if (sameAddress(now, wanted)) return { kind: 'already-there' };
        // An office's main line was proven, and stands there with an extension: it is left as it is.
        if (slot === 'office' && now !== null && value !== null && answersFor(value, now)) {
          return { kind: 'already-there' };
        }
        const isShown = (one: string) => shown.some((other) => sameAddress(one, other));
        // What somebody else put in the place of what was to go stays.
        if (wanted === null && now !== null && !isShown(now)) return { kind: 'already-there' };
        const stop = stopBefore(roles, report);
        if (stop) return stop;
        if (now !== null && !isShown(now)) return { kind: 'not-shown' };
        const held =
          now === null ? await notShown(objectId, standing, report, { values: shown, recent }, inner) : undefined;
        if (held) return held;
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
function stopBefore(roles: Read<boolean>, report: Read<RegistrationReport>): WriteOutcome | undefined {
  if (administratorBy(roles, report) === false) return undefined;
  const passing = roles.kind === 'unread' && passes(roles.why) && !administratorBy(roles, report);
  return { kind: passing ? 'try-later' : 'administrator' };
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

/** What the report calls what stands in each slot. Source: Microsoft Learn, userRegistrationDetails, methodsRegistered. */
const names = {
  mobile: 'mobilePhone',
  alternate: 'alternateMobilePhone',
  office: 'officePhone',
  email: 'email',
} as const satisfies Record<SlotName, string>;

/**
 * Names of the report that tell of a registered method which no list shows. All count, those nobody here has heard of too:
 * but for what the bot itself wrote or removed lately, as the report is up to a day and a half behind.
 */
function unlistedNames(
  reported: readonly string[],
  standing: RegisteredValues,
  recent: readonly Slot[],
): readonly string[] {
  const slots = Object.entries(names) as readonly (readonly [SlotName, string])[];
  const known = slots.filter(([slot]) => standing[slot] !== null || recent.some((one) => one === slot));
  return reported.filter((name) => !known.some(([, other]) => other === name));
}

/**
 * What is left of the names where somebody has shown values that an administrator filled in: the report may have called
 * those registered.
 */
function unexplainedNames(
  unlisted: readonly string[],
  { mobilePhone, businessPhones, otherMails, usageLocation }: GraphUser,
  shown: readonly string[],
): readonly string[] {
  const filledIn: ReadonlyMap<string, readonly (string | null | undefined)[]> = new Map([
    [names.mobile, [mobilePhone]],
    [names.office, businessPhones ?? []],
    [names.email, otherMails ?? []],
  ]);
  const isShown = (value: string | null | undefined) =>
    value && shown.some((one) => answersFor(one, value, usageLocation ?? undefined));
  return unlisted.filter((name) => !filledIn.get(name)?.some(isShown));
}
