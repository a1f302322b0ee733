import { isDeepStrictEqual } from 'node:util';
import { forgetPerson } from '../domain/account/erase.ts';
import type { AccountObserver } from '../domain/account/facts.ts';
import { newPerson, type Person } from '../domain/account/person.ts';
import { appendToArchive, archiveMoves, withoutMoved } from '../domain/audit/archive.ts';
import { takeDay } from '../domain/enrolment/frequency-cap.ts';
import {
  afterReminder,
  decideReminder,
  longestSleep,
  reminderKey,
  rescheduleReminder,
} from '../domain/enrolment/reminders.ts';
import type { HelpRequest } from '../domain/methods/change.ts';
import { changesTold } from '../domain/outbox/change-notices.ts';
import type { Letter } from '../domain/outbox/letter.ts';
import { challengeOf, codeTried, helped, personLetterTried, takeDue } from '../domain/outbox/person-letters.ts';
import type { PolicyOf } from '../domain/policies.ts';
import type { Delivered, Message } from '../domain/ports/delivery.ts';
import type { Keyring } from '../domain/ports/keyring.ts';
import type { MethodWriter } from '../domain/ports/method-writer.ts';
import type { Notified, Notifier } from '../domain/ports/notifier.ts';
import { removeEach } from '../domain/ports/store.ts';
import { slots } from '../domain/reset-service/slots.ts';
import { recordWrite, shownValues } from '../domain/reset-service/sync.ts';
import { continueWatch, glimpseOf } from '../domain/reset-service/watch.ts';
import { second } from '../domain/time.ts';
import { createOutbox, type Outbox, type OutboxPorts, postOffice, sendDeadline } from './outbox.ts';
import { codeMessage, goneMessage, keepMessage, noticeMessage, reminderMessage } from './person-messages.ts';

/** With all that is looked at before and after; shorter than the lease as well. */
const writeDeadline = 20 * second;
/** How many people's letters are under way at once. */
const hands = 16;

export interface PersonOutboxParts extends OutboxPorts {
  readonly keyring: Keyring;
  readonly policy: PolicyOf;
  readonly notifier: Notifier;
  readonly observer: AccountObserver;
  /** Puts methods into the reset service; without it, those letters wait. */
  readonly writer?: MethodWriter | undefined;
  /** Makes a ticket of a request; the same one twice is one ticket. */
  readonly help?: (person: Person, request: HelpRequest) => Promise<void>;
}

/** Sends what waits in people's records. */
export function createPersonOutbox(parts: PersonOutboxParts): Outbox {
  const { store, keyring, notifier, clock, log } = parts;
  const called = (letter: Letter | undefined) => letter?.kind ?? 'letter';
  const office = postOffice(parts, { kind: 'person', called });
  const { nextTry, settle } = office;

  function send(id: string, person: Person, letter: Letter): Promise<void> {
    switch (letter.kind) {
      case 'code':
        return postCode(id, person, letter);
      case 'notice':
        return postNotice(id, person, letter);
      case 'refresh':
        return postInTeams(id, letter, () => notifier.refresh(person.employee));
      case 'gone':
        return postGone(id, person, letter);
      case 'chat-notice':
        return postInTeams(id, letter, () => notifier.announce(person.employee, letter.change));
      case 'forget':
        return postForget(id, letter);
      case 'reminder':
        return postReminder(id, person, letter);
      case 'reminder-mail':
        return postMail(id, letter, reminderMessage(person, letter));
      case 'keep':
        return postKeep(id, person, letter);
      case 'trail':
        return store.lock(`trail/${id}`, writeDeadline, () => moveTrail(id, letter));
      case 'help':
        return postHelp(id, person, letter);
      case 'write':
        return postWrite(id, letter);
      case 'watch':
        return postWatch(id, person, letter);
      case 'registered-told':
        return postInTeams(id, letter, () => notifier.tellRegistered(person.employee, letter.methods));
      case 'write-told':
        return postInTeams(id, letter, () => notifier.tellWritten(person.employee, letter.method));
    }
  }

  async function postCode(id: string, person: Person, letter: Letter & { kind: 'code' }): Promise<void> {
    const challenge = challengeOf(person, letter, clock());
    if (!challenge) return;
    const delivered = await deliver(letter, codeMessage(keyring, person, challenge, letter.id, clock()));
    const next = nextTry(letter, askedBy(delivered));
    await settle(id, (current) => codeTried(current, letter.id, delivered, next, clock()));
  }

  async function postNotice(id: string, person: Person, letter: Letter & { kind: 'notice' }): Promise<void> {
    const [first, ...more] = changesTold(letter, person.changes);
    if (first) return postMail(id, letter, noticeMessage(person, letter, [first, ...more]));
    const undone: Delivered = { kind: 'refused', reason: 'what it tells of was undone' };
    await settle(id, (current) => personLetterTried(current, letter.id, undone, 0));
  }

  async function postKeep(id: string, person: Person, letter: Letter & { kind: 'keep' }): Promise<void> {
    await postMail(id, letter, keepMessage(person, letter, await parts.policy(person.employee)));
  }

  /** The last thing that is known of somebody who was forgotten: with it, their record goes. */
  async function postGone(id: string, person: Person, letter: Letter & { kind: 'gone' }): Promise<void> {
    await postMail(id, letter, goneMessage(person, letter));
    await dropBlank(id);
  }

  function dropBlank(id: string): Promise<void> {
    return store.update('person', id, (current) => ({
      record: current && isBlank(current) ? undefined : current,
      outcome: undefined,
    }));
  }

  /**
   * First the entries lie in their archives, then they leave the record: whoever dies in between does the first again,
   * which changes nothing, and then the second. A fault leaves the letter where it is. One at a time for each person, as
   * they may be forgotten while entries move: the archives go after that, and nothing moves any more.
   */
  async function moveTrail(id: string, letter: Letter & { kind: 'trail' }): Promise<void> {
    const person = await store.read('person', id);
    if (!person?.letters.some((one) => one.id === letter.id)) return;
    if (letter.forget) await removeEach(store, 'audit-archive', { field: 'person', equals: id, limit: 50 });
    const moved = letter.forget ? [] : archiveMoves(person);
    for (const move of moved) {
      await store.update('audit-archive', move.id, (archive) => ({
        record: appendToArchive(archive, person.employee, move),
        outcome: undefined,
      }));
    }
    parts.metrics.letterCame(letter.kind, 'accepted');
    await settle(id, (current) => withoutMoved(current, moved, letter.id));
    if (letter.forget) await dropBlank(id);
  }

  async function postForget(id: string, letter: Letter): Promise<void> {
    await store.update('person', id, (current) => ({
      record: current && forgetPerson(current, letter.id, clock()),
      outcome: undefined,
    }));
    parts.metrics.letterCame(letter.kind, 'accepted');
  }

  /** Looks whether there is something to remind of; else sleeps on. */
  async function postReminder(id: string, person: Person, letter: Letter): Promise<void> {
    const registration = parts.writer ? 'written' : 'here';
    const found = decideReminder(person, await parts.policy(person.employee), clock(), registration);
    if (found.kind !== 'remind') {
      const until = found.kind === 'sleep' ? found.until : clock() + longestSleep;
      return settle(id, (current) => rescheduleReminder(current, until));
    }
    const key = reminderKey(found.reminded);
    const free = await store.update('person', id, (current) => takeDay(current, key, clock()));
    // Taken by a message of a campaign a moment ago: it is looked again at once, and seen.
    if (!free) return settle(id, (current) => rescheduleReminder(current, clock()));
    const { kind, after } = await notifier.remind(person.employee, found.reminded.due, found.about);
    parts.metrics.letterCame(letter.kind, kind);
    const again: Delivered = { kind: 'retry', reason: 'chat' };
    const next = nextTry(letter, after);
    await settle(id, (current) =>
      kind === 'retry'
        ? personLetterTried(current, letter.id, again, next)
        : afterReminder(current, found.reminded, found.about, kind === 'reached', clock()),
    );
  }

  /** A fault leaves the letter where it is: it is taken again when its lease has ended. */
  async function postHelp(id: string, person: Person, letter: Letter & { kind: 'help' }): Promise<void> {
    const request = person.requests.find((one) => one.id === letter.request);
    if (request) await parts.help?.(person, request);
    parts.metrics.letterCame(letter.kind, 'accepted');
    await settle(id, (current) => helped(current, letter));
  }

  /** One at a time for each method of a person: were an older wish still on its way, it could arrive after the newest. */
  async function postWrite(id: string, letter: Letter & { kind: 'write' }): Promise<void> {
    const { writer } = parts;
    if (writer)
      return store.lock(`write/${id}/${letter.method}`, writeDeadline, (lost) => write(writer, id, letter, lost));
    // The directory was written before, and may be again.
    const waiting: Delivered = { kind: 'retry', reason: 'no writer' };
    await settle(id, (current) => personLetterTried(current, letter.id, waiting, nextTry(letter)));
  }

  /** Whatever the person has of this method now is what the reset service gets. */
  async function write(
    writer: MethodWriter,
    id: string,
    letter: Letter & { kind: 'write' },
    lost: AbortSignal,
  ): Promise<void> {
    const { method } = letter;
    const person = await store.read('person', id);
    // A newer wish has a letter of its own.
    if (!person?.letters.some((one) => one.id === letter.id)) return;
    const wanted = person.methods[method]?.address ?? null;
    const signal = AbortSignal.any([AbortSignal.timeout(writeDeadline), lost]);
    const outcome = await writer.set(person.employee, slots[method], wanted, shownValues(person, clock()), signal);
    parts.metrics.letterCame(letter.kind, outcome.kind);
    if (outcome.kind !== 'written' && outcome.kind !== 'already-there') {
      log.warn('method not written', { kind: method, outcome: outcome.kind });
    }
    const next = nextTry(letter, 'after' in outcome ? outcome.after : undefined);
    await settle(id, (current) => recordWrite(current, letter.id, wanted, outcome, next, clock()));
  }

  async function postWatch(id: string, { employee }: Person, letter: Letter): Promise<void> {
    const glimpse = glimpseOf(await parts.observer.sight(employee, AbortSignal.timeout(sendDeadline)));
    parts.metrics.letterCame(letter.kind, glimpse.registered ? 'registered' : 'waiting');
    await settle(id, (current) => continueWatch(current, letter.id, glimpse, clock()));
  }

  async function postMail(id: string, letter: Letter, message: Message): Promise<void> {
    const delivered = await deliver(letter, message);
    const next = nextTry(letter, askedBy(delivered));
    await settle(id, (current) => personLetterTried(current, letter.id, delivered, next));
  }

  async function postInTeams(id: string, letter: Letter, send: () => Promise<Notified>): Promise<void> {
    const { kind, after } = await send();
    parts.metrics.letterCame(letter.kind, kind);
    const again = { kind: 'retry', reason: 'chat', ...(after !== undefined && { after }) } as const;
    const delivered: Delivered = kind === 'retry' ? again : { kind: 'accepted', reference: kind };
    const next = nextTry(letter, askedBy(delivered));
    await settle(id, (current) => personLetterTried(current, letter.id, delivered, next));
  }

  function deliver(letter: Letter, message: Message): Promise<Delivered> {
    return office.deliver(letter, { ...message, ...triedOf(letter) });
  }

  return createOutbox(parts, {
    kind: 'person',
    hands,
    failure: 'letter failed',
    called,
    lease: async () => (person) => {
      if (!person) return { record: person, outcome: undefined };
      const { record, outcome: letters } = takeDue(person, clock());
      return { record, outcome: { record: person, letters } };
    },
    send,
  });
}

/** Nothing is known of them. */
function isBlank(person: Person): boolean {
  return isDeepStrictEqual(person, newPerson(person.employee));
}

/** What a provider has to know of earlier tries; the one that begins is the last. */
function triedOf({ tries }: Letter): Pick<Message, 'first' | 'again'> {
  const [first] = tries;
  return { ...(first && { first: first.at }), ...(tries.length > 1 && { again: true }) };
}

function askedBy(delivered: Delivered): number | undefined {
  return delivered.kind === 'retry' ? delivered.after : undefined;
}
