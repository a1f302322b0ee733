import type { Person } from '../account/person.ts';
import { appendAudit } from '../audit/trail.ts';
import { disownable, outOfUse, recentChanges } from '../methods/change.ts';
import { changesRest } from '../methods/change-limit.ts';
import { frozenUntil } from '../methods/freeze.ts';
import { type AddressMethodName, type MethodName, type Purpose, setUp } from '../methods/method.ts';
import { channelsOf, methodAllowed, type Policy } from '../policy.ts';
import type { Channel } from '../ports/delivery.ts';
import { ahead, counts, day, type Instant, minute } from '../time.ts';
import { type Challenge, codeUsable, diesAt, resendAt, withNextCode } from './challenge.ts';
import { withEnded } from './ended.ts';
import type { SendOutcome, Stopped } from './outcome.ts';
import { codesPerAddress } from './rate-limit.ts';

/** How old a proof may be to set up, change or remove a method (NIST SP 800-63B: at most 20 minutes). */
export const proofLife = 20 * minute;

export interface CodeRequest {
  readonly purpose: Purpose;
  readonly method: AddressMethodName;
  readonly channel: Channel;
  readonly address: string;
  readonly country: string | null;
  /** Keyed fingerprint of the address's mailbox or number. */
  readonly print: string;
  /** Asks for the next code of the challenge under way rather than for one in general. */
  readonly again: boolean;
}

export type SendVerdict =
  /** A code may be sent: the next one of `challenge`, or the first of a new one. */
  | { readonly kind: 'may-send'; readonly challenge: Challenge | null }
  | Exclude<SendOutcome, { kind: 'sending-paused' | 'challenge-gone' }>;

/** Methods somebody can show with that it is still them. Answers alone do where there is nothing stronger. */
export function provableBy({ methods }: Person): readonly MethodName[] {
  const all = setUp(methods);
  const stronger = all.filter((method) => method !== 'security-questions');
  return stronger.length > 0 ? stronger : all;
}

/**
 * Methods by which a supporter may find out whether a caller is this employee: those that were there before the request and
 * for as long as a change can be disowned. What was set up since, nobody vouches for.
 * @param asked when the request was raised
 */
export function vouching(person: Person, asked: Instant, now: Instant): readonly MethodName[] {
  const changed = recentChanges(person, now).map(({ method }) => method);
  return provableBy(person).filter((method) => {
    const since = person.methods[method]?.provenAt ?? now;
    return since < asked && since <= now - disownable && !changed.includes(method);
  });
}

/**
 * They had nothing lately that they could be asked to show, or that waits to come back; or IT, who had found out that it is
 * them, let go of the last of it.
 */
function hasNothingToShow(person: Person, now: Instant): boolean {
  const newest = recentChanges(person, now).at(-1);
  const none = setUp(person.methods).length === 0 && (newest === undefined || newest.what === 'let-go');
  return none && outOfUse(person.doubt).size === 0;
}

export function hasFreshProof(person: Person, now: Instant): boolean {
  const { provedAt } = person;
  const fresh = provedAt !== null && now - provedAt <= proofLife && !ahead(provedAt, now);
  return fresh || hasNothingToShow(person, now);
}

/**
 * What a proof opens. Who shows a supporter on the phone that it is them has shown it to nobody else, and a method that is new
 * shows nobody's identity: only where nothing was proven before does it begin a fresh proof.
 */
export function withProof(
  { methods, provedAt, provedBy }: Person,
  purpose: Purpose,
  method: MethodName,
  now: Instant,
): Pick<Person, 'provedAt' | 'provedBy'> {
  const opens = purpose === 'prove' || (purpose === 'register' && setUp(methods).length === 0);
  return opens ? { provedAt: now, provedBy: method } : { provedAt, provedBy };
}

/** Why nothing of this person's may be changed now, if so. */
export function stopsChanges(person: Person, now: Instant): Stopped | undefined {
  const until = frozenUntil(person, now);
  if (until !== null) return { kind: 'frozen', until };
  if (hasFreshProof(person, now)) return undefined;
  if (setUp(person.methods).length > 0) return { kind: 'proof-needed' };
  if (outOfUse(person.doubt).size > 0) return { kind: 'it-brings-back' };
  const newest = Math.max(...recentChanges(person, now).map(({ at }) => at));
  return { kind: 'no-method-left', until: newest + disownable };
}

/** Whether a code may be sent to this employee now, as far as their own record tells. */
export function judgeSend(person: Person, request: CodeRequest, policy: Policy, now: Instant): SendVerdict {
  if (!methodAllowed(policy, request.method, false)) return { kind: 'not-offered' };
  if (!channelsOf(policy, request.method).includes(request.channel)) return { kind: 'not-offered' };
  // Nobody shows who they are at an address that was never shown to be theirs.
  if (request.purpose !== 'register' && person.methods[request.method]?.address !== request.address) {
    return { kind: 'not-offered' };
  }
  const stopped = request.purpose === 'register' ? (stopsChanges(person, now) ?? changesRest(person, now)) : undefined;
  if (stopped) return stopped;
  const current = underWay(person, request);
  if (current && !request.again && current.channel === request.channel && codeUsable(current, now)) {
    return { kind: 'code-sent', challenge: current, fresh: false };
  }
  if (current && now < resendAt(current, now)) {
    return { kind: 'too-soon', challenge: current, until: resendAt(current, now) };
  }
  const sends = recentSends(person, now);
  const toAddress = sends.filter((send) => send.address === request.print && !send.proven);
  const oldest = (list: typeof sends) => Math.min(...list.map((send) => send.at));
  if (toAddress.length >= codesPerAddress) return { kind: 'address-resting', until: oldest(toAddress) + day };
  if (sends.length >= policy.sends.perEmployee) return { kind: 'person-resting', until: oldest(sends) + day };
  return { kind: 'may-send', challenge: current };
}

function underWay(person: Person, { purpose, method, address }: CodeRequest): Challenge | null {
  const current = person.challenge;
  const same = current?.purpose === purpose && current.method === method && current.address === address;
  return same ? current : null;
}

function recentSends(person: Person, now: Instant): Person['sends'] {
  return person.sends.filter((send) => counts(send.at, day, now));
}

/** Fresh ids and the state of the keys and counters, for a send that was allowed. */
export interface CodeDraft {
  readonly challengeId: string;
  readonly letterId: string;
  readonly keyVersion: number;
  readonly silent: boolean;
}

/** The person with a code asked for: the challenge, its letter, the count and the audit entry, all in one. */
export function issueCode(
  person: Person,
  request: CodeRequest,
  current: Challenge | null,
  draft: CodeDraft,
  now: Instant,
): { person: Person; challenge: Challenge } {
  const { purpose, method, channel, address, country, print } = request;
  const letterId = draft.silent ? null : draft.letterId;
  const challenge: Challenge = current
    ? { ...withNextCode(current, channel, draft.keyVersion, now), silent: draft.silent, letter: letterId }
    : {
        id: draft.challengeId,
        purpose,
        method,
        channel,
        address,
        country,
        keyVersion: draft.keyVersion,
        send: 1,
        sentAt: now,
        wrong: [],
        letter: letterId,
        delivery: 'waiting',
        notArrived: null,
        silent: draft.silent,
      };
  const base = current ? withoutCodeLetters(person) : withoutChallenge(person);
  const letter = {
    kind: 'code',
    id: draft.letterId,
    challenge: challenge.id,
    send: challenge.send,
    due: now,
    dies: diesAt(challenge),
    tries: [],
  } as const;
  return {
    challenge,
    person: {
      ...base,
      challenge,
      sends: [...recentSends(person, now), { at: now, address: print, challenge: challenge.id, proven: false }],
      letters: draft.silent ? base.letters : [...base.letters, letter],
      audit: appendAudit(person.audit, { act: 'code-sent', method, channel, send: challenge.send }, now),
    },
  };
}

function withoutCodeLetters(person: Person): Person {
  return { ...person, letters: person.letters.filter((letter) => letter.kind !== 'code') };
}

/** The person with no proof in progress; what was on its way is called back. */
export function withoutChallenge(person: Person): Person {
  if (!person.challenge) return person;
  return { ...withoutCodeLetters(person), challenge: null, ended: withEnded(person, person.challenge.id) };
}
