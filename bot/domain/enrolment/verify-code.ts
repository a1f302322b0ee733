import type { Person } from '../account/person.ts';
import { appendAudit } from '../audit/trail.ts';
import { applyChange } from '../methods/apply-change.ts';
import type { Keyring } from '../ports/keyring.ts';
import type { Instant } from '../time.ts';
import { type Challenge, codeExpired, triesLeft } from './challenge.ts';
import { deriveCode, guessFingerprint, readCode, sameCode } from './code.ts';
import type { AnswerOutcome } from './outcome.ts';
import { withProof } from './proof.ts';
import { triesPerCode } from './rate-limit.ts';
import { withoutChallenge } from './send-code.ts';

interface Answered {
  readonly record: Person;
  readonly outcome: AnswerOutcome;
}

/**
 * Looks at a typed code. Trying and counting are one decision, so however many come at once, no more than
 * `triesPerCode` are looked at. A challenge id that was never this person's gets what a wrong code gets.
 */
export function verifyCode(
  person: Person,
  challengeId: string,
  typed: string,
  keyring: Keyring,
  now: Instant,
): Answered {
  const stay = (outcome: AnswerOutcome): Answered => ({ record: person, outcome });
  const { challenge } = person;
  if (challenge?.id !== challengeId && person.ended.includes(challengeId)) return stay({ kind: 'old-card' });
  const guess = readCode(typed);
  if (!guess) return stay({ kind: 'not-a-code' });
  if (!challenge || codeExpired(challenge, now)) return stay({ kind: 'code-too-old' });
  if (triesLeft(challenge) <= 0) return stay({ kind: 'code-used-up' });
  const right = sameCode(guess, deriveCode(keyring, person.employee, challenge));
  if (right && challenge.id === challengeId && !challenge.silent) return proven(person, challenge, now);
  return wrong(person, challenge, guessFingerprint(keyring, challenge, guess), now);
}

function wrong(person: Person, challenge: Challenge, print: string, now: Instant): Answered {
  const known = challenge.wrong.includes(print);
  const next = known ? challenge : { ...challenge, wrong: [...challenge.wrong, print] };
  const left = triesLeft(next);
  const outcome: AnswerOutcome = left > 0 ? { kind: 'wrong-code', left } : { kind: 'code-used-up' };
  if (known) return { record: person, outcome };
  const act = { act: 'code-wrong', method: challenge.method, tries: triesPerCode - left } as const;
  return { record: { ...person, challenge: next, audit: appendAudit(person.audit, act, now) }, outcome };
}

function proven(person: Person, challenge: Challenge, now: Instant): Answered {
  const { method, channel, address } = challenge;
  const ended = withoutChallenge(person);
  const sends = ended.sends.map((send) => (send.challenge === challenge.id ? { ...send, proven: true } : send));
  const common = { ...ended, ...withProof(person, challenge.purpose, method, now), sends };
  if (challenge.purpose !== 'register') {
    const act = { act: 'identity-proven', method, channel } as const;
    const record = { ...common, audit: appendAudit(person.audit, act, now) };
    return { record, outcome: { kind: 'identity-proven', method } };
  }
  const act = { act: 'method-proven', method, channel, replaced: person.methods[method] !== undefined } as const;
  const record = applyChange(common, method, { address, channel, provenAt: now }, challenge.id, now);
  return {
    record: { ...record, audit: appendAudit(person.audit, act, now) },
    outcome: { kind: 'method-proven', method },
  };
}
