import { isDeepStrictEqual } from 'node:util';
import { forgetPerson } from '../domain/account/erase.ts';
import type { AccountObserver } from '../domain/account/facts.ts';
import { newPerson, type Person } from '../domain/account/person.ts';
import { appendToArchive, archiveMoves, withoutMoved } from '../domain/audit/archive.ts';
import { afterReminder, decideReminder, longestSleep, rescheduleReminder } from '../domain/enrolment/reminders.ts';
import type { HelpRequest } from '../domain/methods/change.ts';
import { delayAfter, type Letter, timesTried } from '../domain/outbox/letter.ts';
import { challengeOf, codeTried, helped, letterTried, takeDue } from '../domain/outbox/person-letters.ts';
import type { Policy } from '../domain/policy.ts';
import type { Delivered, Delivery, Message } from '../domain/ports/delivery.ts';
import type { Keyring } from '../domain/ports/keyring.ts';
import type { MethodWriter } from '../domain/ports/method-writer.ts';
import type { Notified, Notifier } from '../domain/ports/notifier.ts';
import type { Store } from '../domain/ports/store.ts';
import type { Clock, Random } from '../domain/ports/system.ts';
import { slots } from '../domain/reset-service/slots.ts';
import { recordWrite, shownValues } from '../domain/reset-service/sync.ts';
import { continueWatch, glimpseOf } from '../domain/reset-service/watch.ts';
import { second } from '../domain/time.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { codeMessage } from './code-message.ts';
import { goneMessage, noticeMessage } from './notice-message.ts';
import { reminderMessage } from './reminder-message.ts';
import { createRound, type Outbox } from './round.ts';

/** How long a provider is waited for; shorter than the lease on a letter. */
const sendDeadline = 15 * second;
/** With all that is looked at before and after; shorter than the lease as well. */
const writeDeadline = 20 * second;
/** How many people's letters are under way at once. */
const hands = 16;

export interface OutboxParts {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly policy: () => Promise<Policy>;
  readonly deliveries: readonly Delivery[];
  readonly notifier: Notifier;
  readonly observer: AccountObserver;
  /** Puts methods into the reset service; without it, those letters wait. */
  readonly writer?: MethodWriter | undefined;
  /** Makes a ticket of a request; the same one twice is one ticket. */
  readonly help?: (person: Person, request: HelpRequest) => Promise<void>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Sends what waits in people's records. */
export function createOutbox(parts: OutboxParts): Outbox {
  const { store, keyring, notifier, clock, log } = parts;

  async function serve(id: string): Promise<number> {
    try {
      let person: Person | undefined;
      const letters = await store.update('person', id, (current) => {
        person = current;
        return current ? takeDue(current, clock()) : { record: current, outcome: [] };
      });
      const known = person;
      if (known) await Promise.all(letters.map((letter) => attempt(id, known, letter)));
      return letters.length;
    } catch (reason) {
      log.error('letter failed', { error: reason });
      parts.metrics.letterCame('letter', 'fault');
      return 0;
    }
  }

  /** At once and each for itself: one that fails or hangs must not keep the others past their lease. */
  async function attempt(id: string, person: Person, letter: Letter): Promise<void> {
    try {
      await post(id, person, letter);
    } catch (reason) {
      log.error('letter failed', { kind: letter.kind, error: reason });
      parts.metrics.letterCame(letter.kind, 'fault');
    }
  }

  function post(id: string, person: Person, letter: Letter): Promise<void> {
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
    await change(id, (current) => codeTried(current, letter.id, delivered, next, clock()));
  }

  async function postNotice(id: string, person: Person, letter: Letter & { kind: 'notice' }): Promise<void> {
    const { change: newest, since } = letter;
    const [first, ...more] = person.changes.filter((one) => one.id === newest || (since !== null && one.at >= since));
    if (first) return postMail(id, letter, noticeMessage(person, letter, [first, ...more]));
    const undone: Delivered = { kind: 'refused', reason: 'what it tells of was undone' };
    await change(id, (current) => letterTried(current, letter.id, undone, 0));
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
    if (letter.forget) await forgetArchives(id);
    const moved = letter.forget ? [] : archiveMoves(person);
    for (const move of moved) {
      await store.update('audit-archive', move.id, (archive) => ({
        record: appendToArchive(archive, person.employee, move),
        outcome: undefined,
      }));
    }
    parts.metrics.letterCame(letter.kind, 'accepted');
    await change(id, (current) => withoutMoved(current, moved, letter.id));
    if (letter.forget) await dropBlank(id);
  }

  async function forgetArchives(id: string): Promise<void> {
    const query = { field: 'person', equals: id, limit: 50 } as const;
    for (let page = await store.find('audit-archive', query); page.ids.length > 0; ) {
      for (const archive of page.ids) await store.remove('audit-archive', archive);
      page = await store.find('audit-archive', query);
    }
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
    const found = decideReminder(person, await parts.policy(), clock(), registration);
    if (found.kind !== 'remind') {
      const until = found.kind === 'sleep' ? found.until : clock() + longestSleep;
      return change(id, (current) => rescheduleReminder(current, until));
    }
    const { kind } = await notifier.remind(person.employee, found.reminded.due, found.about);
    parts.metrics.letterCame(letter.kind, kind);
    const again: Delivered = { kind: 'retry', reason: 'chat' };
    const next = nextTry(letter, undefined);
    await change(id, (current) =>
      kind === 'retry'
        ? letterTried(current, letter.id, again, next)
        : afterReminder(current, found.reminded, found.about, kind === 'reached', clock()),
    );
  }

  /** A fault leaves the letter where it is: it is taken again when its lease has ended. */
  async function postHelp(id: string, person: Person, letter: Letter & { kind: 'help' }): Promise<void> {
    const request = person.requests.find((one) => one.id === letter.request);
    if (request) await parts.help?.(person, request);
    parts.metrics.letterCame(letter.kind, 'accepted');
    await change(id, (current) => helped(current, letter));
  }

  /** One at a time for each method of a person: were an older wish still on its way, it could arrive after the newest. */
  async function postWrite(id: string, letter: Letter & { kind: 'write' }): Promise<void> {
    const { writer } = parts;
    if (writer) return store.lock(`write/${id}/${letter.method}`, writeDeadline, () => write(writer, id, letter));
    // The directory was written before, and may be again.
    const waiting: Delivered = { kind: 'retry', reason: 'no writer' };
    await change(id, (current) => letterTried(current, letter.id, waiting, nextTry(letter, undefined)));
  }

  /** Whatever the person has of this method now is what the reset service gets. */
  async function write(writer: MethodWriter, id: string, letter: Letter & { kind: 'write' }): Promise<void> {
    const { method } = letter;
    const person = await store.read('person', id);
    // A newer wish has a letter of its own.
    if (!person?.letters.some((one) => one.id === letter.id)) return;
    const wanted = person.methods[method]?.address ?? null;
    const signal = AbortSignal.timeout(writeDeadline);
    const outcome = await writer.set(person.employee, slots[method], wanted, shownValues(person, clock()), signal);
    parts.metrics.letterCame(letter.kind, outcome.kind);
    if (outcome.kind !== 'written' && outcome.kind !== 'already-there') {
      log.warn('method not written', { kind: method, outcome: outcome.kind });
    }
    const next = nextTry(letter, 'after' in outcome ? outcome.after : undefined);
    await change(id, (current) => recordWrite(current, letter.id, wanted, outcome, next, clock()));
  }

  async function postWatch(id: string, { employee }: Person, letter: Letter): Promise<void> {
    const glimpse = glimpseOf(await parts.observer.sight(employee, AbortSignal.timeout(sendDeadline)));
    parts.metrics.letterCame(letter.kind, glimpse.registered ? 'registered' : 'waiting');
    await change(id, (current) => continueWatch(current, letter.id, glimpse, clock()));
  }

  async function postMail(id: string, letter: Letter, message: Message): Promise<void> {
    const delivered = await deliver(letter, message);
    const next = nextTry(letter, askedBy(delivered));
    await change(id, (current) => letterTried(current, letter.id, delivered, next));
  }

  async function postInTeams(id: string, letter: Letter, send: () => Promise<Notified>): Promise<void> {
    const { kind } = await send();
    parts.metrics.letterCame(letter.kind, kind);
    const delivered: Delivered = kind === 'retry' ? { kind, reason: 'chat' } : { kind: 'accepted', reference: kind };
    const next = nextTry(letter, askedBy(delivered));
    await change(id, (current) => letterTried(current, letter.id, delivered, next));
  }

  async function deliver(letter: Letter, message: Message): Promise<Delivered> {
    const { channel } = message;
    const delivery = parts.deliveries.find((one) => one.channels.includes(channel));
    const delivered: Delivered = delivery
      ? await delivery.send({ ...message, ...triedOf(letter) }, AbortSignal.timeout(sendDeadline))
      : { kind: 'refused', reason: `no provider for ${channel}` };
    parts.metrics.letterCame(letter.kind, delivered.kind);
    if (delivered.kind !== 'accepted') {
      log.warn('letter not sent', { kind: letter.kind, outcome: delivered.kind, reason: delivered.reason, channel });
    }
    return delivered;
  }

  /** Somebody erased meanwhile stays erased. */
  function change(id: string, step: (person: Person) => Person): Promise<void> {
    return store.update('person', id, (current) => ({ record: current && step(current), outcome: undefined }));
  }

  /** @param asked how long the other side wants to be left alone */
  function nextTry(letter: Letter, asked: number | undefined): number {
    const [chance = 0] = parts.random(1);
    return clock() + delayAfter(timesTried(letter), chance / 256, asked);
  }

  return { round: createRound(parts, 'person', hands, serve) };
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
