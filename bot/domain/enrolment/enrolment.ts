import { erasePerson } from '../account/erase.ts';
import { type EmployeeKey, newPerson, type Person, personId } from '../account/person.ts';
import { Fault } from '../fault.ts';
import { removeMethod } from '../methods/apply-change.ts';
import { mailboxForm } from '../methods/email.ts';
import type { AddressMethodName, MethodName, Purpose } from '../methods/method.ts';
import { mainLine } from '../methods/phone.ts';
import { letGoByIt, restoreByIt, restoreByProof, revertChange } from '../methods/revert-change.ts';
import type { PolicyOf } from '../policies.ts';
import type { Policy } from '../policy.ts';
import type { Channel } from '../ports/delivery.ts';
import type { Keyring } from '../ports/keyring.ts';
import type { Store } from '../ports/store.ts';
import type { Clock, Random } from '../ports/system.ts';
import { withWritings } from '../reset-service/sync.ts';
import type { Instant } from '../time.ts';
import { keepForTheDay } from './keep-for-the-day.ts';
import type {
  AnswerOutcome,
  BringBackOutcome,
  DisownOutcome,
  EraseOutcome,
  KeepOutcome,
  RemoveOutcome,
  SendOutcome,
} from './outcome.ts';
import { addressId, codesPerAddress, countByHour, countOnce, sendsCounted, withdrawSends } from './rate-limit.ts';
import { type CodeRequest, issueCode, judgeSend, withoutChallenge } from './send-code.ts';
import { verifyCode } from './verify-code.ts';

export interface EnrolmentPorts {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly clock: Clock;
  readonly random: Random;
  readonly policy: PolicyOf;
  /** What is proven is put into the reset service, too. */
  readonly writes?: boolean;
}

/** Who asks, and how to reach them with what follows. */
export interface Asker {
  readonly employee: EmployeeKey;
  readonly language: string;
  /** IANA name, when the client says it. */
  readonly timeZone: string | null;
  readonly chat: string;
}

export interface WantedCode {
  readonly purpose: Purpose;
  readonly method: AddressMethodName;
  readonly channel: Channel;
  /** E.164 number, with an extension such as `x105` where that is dialled, or canonical e-mail address. */
  readonly address: string;
  /** ISO 3166-1 alpha-2 of a number, where it tells one. */
  readonly country: string | null;
}

/** Registering methods: asking for codes and answering them. */
export interface Enrolment {
  /** The record as it stands; an empty one for somebody new. */
  person(employee: EmployeeKey): Promise<Person>;
  /** Asks for a code to an address. The same wish while its code is alive sends nothing again. */
  begin(asker: Asker, wanted: WantedCode): Promise<SendOutcome>;
  /** Asks for the code after number `send` of a challenge, by any channel the method has. */
  resend(asker: Asker, challengeId: string, send: number, channel: Channel): Promise<SendOutcome>;
  answer(employee: EmployeeKey, challengeId: string, typed: string): Promise<AnswerOutcome>;
  /** Takes a method away; needs a fresh proof. */
  remove(employee: EmployeeKey, method: MethodName): Promise<RemoveOutcome>;
  /** "It was not me": takes a change out of use, and all that came after it. */
  disown(employee: EmployeeKey, changeId: string): Promise<DisownOutcome>;
  /** What was there before comes back; needs a proof by a method that was left alone. */
  bringBack(employee: EmployeeKey): Promise<BringBackOutcome>;
  /** The same by IT, without a proof, for the doubt that they decided about. @param by directory ids of the supporters */
  giveBack(employee: EmployeeKey, doubt: string, by: string): Promise<void>;
  /** IT lets go of it instead, as far as the doubt is the one that they decided about. */
  letGo(employee: EmployeeKey, doubt: string, by: string): Promise<void>;
  /** Forgets everything about somebody as soon as nothing of it has to be undone any more; needs a fresh proof. */
  erase(employee: EmployeeKey): Promise<EraseOutcome>;
  /** Sends what somebody needs on the day they can't open Teams. @param there a reset goes by Microsoft's page */
  keep(asker: Asker, there: boolean): Promise<KeepOutcome>;
  /** Gives a proof up; codes on their way are called back. */
  abandon(employee: EmployeeKey): Promise<void>;
}

export function createEnrolment(ports: EnrolmentPorts): Enrolment {
  const { store, keyring, clock, random } = ports;
  const hex = (bytes: number) => Buffer.from(random(bytes)).toString('hex');

  async function send(asker: Asker, wanted: WantedCode, again: boolean): Promise<SendOutcome> {
    const policy = await ports.policy(asker.employee);
    const limited = wanted.channel === 'email' ? mailboxForm(wanted.address) : mainLine(wanted.address);
    const prints = keyring.versions.map((version) => addressId(keyring, version, limited));
    const request: CodeRequest = { ...wanted, again, prints };
    const now = clock();
    const id = personId(asker.employee);
    const first = judgeSend((await store.read('person', id)) ?? newPerson(asker.employee), request, policy, now);
    if (first.kind !== 'may-send') return first;
    const draft = { challengeId: first.challenge?.id ?? hex(16), letterId: hex(16), keyVersion: keyring.newest };
    const room = await reserve(prints, `${draft.challengeId}/${draft.letterId}`, asker.employee, policy, now);
    if (room === 'none') return { kind: 'sending-paused' };
    const silent = room === 'address-full' || !countryAllowed(policy, wanted);
    return store.update('person', id, (current): { record: Person; outcome: SendOutcome } => {
      const known = current ?? newPerson(asker.employee);
      const verdict = judgeSend(known, request, policy, now);
      if (verdict.kind !== 'may-send') return { record: known, outcome: verdict };
      const { language, timeZone, chat } = asker;
      const reachable = { ...known, language, timeZone, chat };
      const sent = issueCode(reachable, request, verdict.challenge, { ...draft, silent }, now);
      return { record: sent.person, outcome: { kind: 'code-sent', challenge: sent.challenge, fresh: true } };
    });
  }

  /** Counts the send against the address and the organisation before anything is promised. */
  async function reserve(
    prints: readonly string[],
    by: string,
    { tenantId }: EmployeeKey,
    policy: Policy,
    now: Instant,
  ): Promise<'room' | 'address-full' | 'none'> {
    try {
      // First of all the organisation: a pause must look the same for every address, and cost none of them its codes.
      const all = await store.update('tenant-limit', tenantId, (tally) =>
        countByHour(tally, policy.sends.perTenant, now),
      );
      if (all === 'full') return 'none';
      const [newest = '', ...others] = prints;
      const limit = codesPerAddress - (await countedUnder(others, now));
      const ofAddress = await store.update('address-limit', newest, (tally) => countOnce(tally, by, limit, now));
      if (ofAddress === 'full') return 'address-full';
      // Another process whose newest key is another one may have counted meanwhile: one of the two sees the other.
      return codesPerAddress - (await countedUnder(others, now)) < limit ? 'address-full' : 'room';
    } catch (reason) {
      if (reason instanceof Fault) return 'none';
      throw reason;
    }
  }

  async function countedUnder(ids: readonly string[], now: Instant): Promise<number> {
    const tallies = await Promise.all(ids.map((id) => store.read('address-limit', id)));
    return tallies.reduce((sum, tally) => sum + sendsCounted(tally, now), 0);
  }

  /** Whoever answers a code owns the address: its sends no longer count. Best effort: a count too many is harmless. */
  async function release(person: Person, challengeId: string): Promise<void> {
    const challenge = person.challenge;
    if (challenge?.id !== challengeId) return;
    const limited = challenge.channel === 'email' ? mailboxForm(challenge.address) : mainLine(challenge.address);
    const id = addressId(keyring, keyring.newest, limited);
    await store
      .update('address-limit', id, (tally) => ({ record: withdrawSends(tally, challengeId), outcome: undefined }))
      .catch(() => undefined);
  }

  /** A change of somebody's methods, with what follows from it for the reset service. */
  function change<O>(employee: EmployeeKey, step: (person: Person) => { record: Person; outcome: O }): Promise<O> {
    return store.update('person', personId(employee), (current) => {
      const before = current ?? newPerson(employee);
      const { record, outcome } = step(before);
      return { record: ports.writes ? withWritings(before, record, hex(16), clock()) : record, outcome };
    });
  }

  const person = async (employee: EmployeeKey) =>
    (await store.read('person', personId(employee))) ?? newPerson(employee);

  return {
    person,
    begin: (asker, wanted) => send(asker, wanted, false),

    async resend(asker, challengeId, number, channel) {
      const { challenge } = await person(asker.employee);
      if (challenge?.id !== challengeId) return { kind: 'challenge-gone' };
      if (challenge.send !== number) return { kind: 'code-sent', challenge, fresh: false };
      const { purpose, method, address, country } = challenge;
      return send(asker, { purpose, method, channel, address, country }, true);
    },

    async answer(employee, challengeId, typed) {
      const now = clock();
      let before = newPerson(employee);
      const outcome = await change(employee, (current) => {
        before = current;
        return verifyCode(current, challengeId, typed, keyring, now);
      });
      if (outcome.kind === 'method-proven' || outcome.kind === 'identity-proven') await release(before, challengeId);
      return outcome;
    },

    remove: (employee, method) => change(employee, (current) => removeMethod(current, method, hex(16), clock())),

    disown: (employee, changeId) => change(employee, (current) => revertChange(current, changeId, clock())),

    bringBack: (employee) => change(employee, (current) => restoreByProof(current, hex(16), clock())),

    giveBack: (employee, doubt, by) =>
      change(employee, (current) => ({
        record: restoreByIt(current, doubt, by, hex(16), clock()),
        outcome: undefined,
      })),

    letGo: (employee, doubt, by) =>
      change(employee, (current) => ({
        record: letGoByIt(current, doubt, by, hex(16), clock()),
        outcome: undefined,
      })),

    // What the reset service has stays there: no letter follows from it.
    erase: (employee) =>
      store.update('person', personId(employee), (current) => {
        const nobody = { record: undefined, outcome: { kind: 'erased', until: null } } as const;
        return current ? erasePerson(current, hex(16), clock()) : nobody;
      }),

    keep: ({ employee, language, timeZone }, there) =>
      store.update('person', personId(employee), (current) =>
        current
          ? keepForTheDay({ ...current, language, timeZone }, there, hex(16), clock())
          : { record: current, outcome: { kind: 'keep-no-mailbox' } },
      ),

    async abandon(employee) {
      const id = personId(employee);
      if (!(await person(employee)).challenge) return;
      await store.update('person', id, (current) => ({
        record: withoutChallenge(current ?? newPerson(employee)),
        outcome: undefined,
      }));
    },
  };
}

function countryAllowed(policy: Policy, wanted: WantedCode): boolean {
  if (wanted.channel === 'email' || policy.countries === 'all') return true;
  return wanted.country !== null && policy.countries.includes(wanted.country);
}
