import type { Person } from '../account/person.ts';
import { appendAudit } from '../audit/trail.ts';
import { changesRest } from '../methods/change-limit.ts';
import type { AddressMethodName, Purpose } from '../methods/method.ts';
import { channelsOf, methodAllowed, type Policy } from '../policy.ts';
import type { Channel } from '../ports/delivery.ts';
import { counts, day, type Instant } from '../time.ts';
import { type Challenge, codeUsable, diesAt, resendAt, withEnded, withNextCode } from './challenge.ts';
import type { SendOutcome } from './outcome.ts';
import { stopsChanges } from './proof.ts';
import { codesPerAddress } from './rate-limit.ts';

export interface CodeRequest {
  readonly purpose: Purpose;
  readonly method: AddressMethodName;
  readonly channel: Channel;
  readonly address: string;
  readonly country: string | null;
  /** Keyed fingerprints of the address's mailbox or number, under each key; what is sent is noted under the first. */
  readonly prints: readonly string[];
  /** Asks for the next code of the challenge under way rather than for one in general. */
  readonly again: boolean;
}

export type SendVerdict =
  /** A code may be sent: the next one of `challenge`, or the first of a new one. */
  | { readonly kind: 'may-send'; readonly challenge: Challenge | null }
  | Exclude<SendOutcome, { kind: 'sending-paused' | 'challenge-gone' }>;

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
  const toAddress = sends.filter((send) => request.prints.includes(send.address) && !send.proven);
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
  const { purpose, method, channel, address, country, prints } = request;
  const [print = ''] = prints;
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
