import assert from 'node:assert/strict';
import type fc from 'fast-check';
import { deriveCode } from '../../bot/domain/enrolment/code.ts';
import type { Enrolment, WantedCode } from '../../bot/domain/enrolment/enrolment.ts';
import type { AnswerOutcome, SendOutcome } from '../../bot/domain/enrolment/outcome.ts';
import type { Keyring } from '../../bot/domain/ports/keyring.ts';
import { day, second } from '../../bot/domain/time.ts';
import { asker, type Enrolling, employee } from '../support/enrolling.ts';
import { ringOf } from '../support/keyring.ts';
import type { ChallengeModel } from './challenge-model.ts';

/** The ring before any key was changed, after one change, and after two. */
export const rings = [ringOf(1), ringOf(1, 2), ringOf(1, 2, 3)] as const;

/** What the model is compared with. */
export interface Real extends Enrolling {
  /** The process that runs now. */
  enrolment: Enrolment;
  keyring: Keyring;
  /** Ids by the model's number, and every code that was ever right. */
  readonly ids: string[];
  /** How often each outcome came. */
  readonly seen: Map<string, number>;
  readonly codes: { readonly who: number; readonly number: number; readonly send: number; readonly code: string }[];
}

type Command = fc.AsyncCommand<ChallengeModel, Real>;

function command(name: string, run: (model: ChallengeModel, real: Real) => Promise<void>): Command {
  return { check: () => true, run, toString: () => name };
}

/** A command of one employee's, after which model and record of them must agree. */
function act(who: number, name: string, run: (model: ChallengeModel, real: Real) => Promise<void>): Command {
  return command(`${who}: ${name}`, async (model, real) => {
    await run(model, real);
    await agree(model, real, who);
  });
}

export function begin(who: number, wish: WantedCode): Command {
  return act(who, `begin ${wish.address} ${wish.channel} ${wish.purpose}`, async (model, real) => {
    const expected = model.begin(person(model, who), wish);
    await sent(model, real, who, expected, await real.enrolment.begin(asker(who), wish));
  });
}

export function resend(who: number, back: number, staleSend: boolean, other: boolean): Command {
  return act(who, `resend, ${back} back, ${staleSend ? 'old' : 'same'} send`, async (model, real) => {
    const number = newestOf(model, who, back);
    const { underWay } = person(model, who);
    const send = (underWay?.send ?? 1) - (staleSend ? 1 : 0);
    const channel = other && underWay?.channel === 'text' ? 'call' : (underWay?.channel ?? 'text');
    const expected = model.resend(person(model, who), number, send, channel);
    await sent(
      model,
      real,
      who,
      expected,
      await real.enrolment.resend(asker(who), real.ids[number] ?? 'none', send, channel),
    );
  });
}

/** A challenge of one's own, so many before the newest; or somebody else's, or nobody's. */
export type Whose = 'own' | 'foreign' | 'unknown' | 1 | 2;
export type Guess = 'right' | 'old' | 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

export function answer(who: number, whose: Whose, guess: Guess): Command {
  return act(who, `answer to challenge ${whose}: ${guess}`, async (model, real) => {
    const { challenge } = await real.person(employee(who));
    const right = challenge ? deriveCode(real.keyring, employee(who), challenge) : '000000';
    const older = real.codes.filter((one) => one.who === who && one.code !== right).at(-1)?.code;
    const typed = guess === 'right' ? right : guess === 'old' ? (older ?? wrong(right, 0)) : wrong(right, guess);
    const number =
      whose === 'unknown'
        ? undefined
        : newestOf(model, whose === 'foreign' ? 1 - who : who, typeof whose === 'number' ? whose : 0);
    const expected = model.answer(person(model, who), number, typed, typed === right);
    const id = (number === undefined ? undefined : real.ids[number]) ?? 'f'.repeat(32);
    same(real, said(await real.enrolment.answer(employee(who), id, typed)), expected);
  });
}

/** Wrong codes until one is left. */
export function nearlyUsedUp(who: number): Command {
  return act(who, 'four wrong codes', async (model, real) => {
    for (const by of [0, 1, 2, 3] as const) await answer(who, 'own', by).run(model, real);
  });
}

/** A method that is proven at once, so that there is one to show oneself by. */
export function registered(who: number, wish: WantedCode): Command {
  return act(who, `${wish.address} is registered`, async (model, real) => {
    await begin(who, wish).run(model, real);
    await answer(who, 'own', 'right').run(model, real);
  });
}

/** Three codes in a row that nobody types. */
export function unanswered(who: number, wish: WantedCode): Command {
  return act(who, `three codes to ${wish.address}`, async (model, real) => {
    for (const again of [0, 1, 2]) {
      if (again > 0) await pass(31 * second).run(model, real);
      await (again > 0 ? resend(who, 0, false, false) : begin(who, wish)).run(model, real);
    }
  });
}

export function abandon(who: number): Command {
  return act(who, 'abandon', async (model, real) => {
    model.end(person(model, who));
    await real.enrolment.abandon(employee(who));
  });
}

export function pass(time: number): Command {
  return command(`${time / second} s pass`, async (model, real) => {
    model.now += time;
    real.clock.turn(time);
  });
}

export const restart = command('restart', async (_, real) => {
  real.enrolment = real.another(real.keyring);
});

export const rotate = command('rotate keys', async (model, real) => {
  const ring = rings[model.keyVersion];
  if (!ring) return;
  model.keyVersion += 1;
  real.keyring = ring;
  real.enrolment = real.another(ring);
});

/** The records say what the model says: tries left, sends counted, at most one code on its way. */
async function agree(model: ChallengeModel, real: Real, who: number): Promise<void> {
  const { challenge, sends, letters } = await real.person(employee(who));
  const { underWay, sends: sendsExpected } = person(model, who);
  assert.equal(challenge?.id, underWay && real.ids[underWay.number]);
  assert.equal(challenge?.wrong.length, underWay?.wrong.size);
  assert.equal(challenge?.send, underWay?.send);
  assert.equal(letters.filter(({ kind }) => kind === 'code').length, underWay && !underWay.silent ? 1 : 0);
  const recent = (list: readonly { readonly at: number }[]) =>
    list.filter(({ at }) => at > model.now - day && at < model.now + day).length;
  assert.equal(recent(sends), recent(sendsExpected));
}

async function sent(
  model: ChallengeModel,
  real: Real,
  number: number,
  expected: string,
  outcome: SendOutcome,
): Promise<void> {
  same(real, said(outcome), expected);
  const { underWay } = person(model, number);
  if (expected !== 'code-sent' || outcome.kind !== 'code-sent' || !underWay) return;
  real.ids[underWay.number] = outcome.challenge.id;
  const code = deriveCode(real.keyring, employee(number), outcome.challenge);
  real.codes.push({ who: number, number: underWay.number, send: underWay.send, code });
}

function same(real: Real, outcome: string, expected: string): void {
  assert.equal(outcome, expected);
  real.seen.set(outcome, (real.seen.get(outcome) ?? 0) + 1);
}

function said(outcome: SendOutcome | AnswerOutcome): string {
  if (outcome.kind === 'code-sent') return outcome.fresh ? 'code-sent' : 'code-sent, nothing new';
  return outcome.kind === 'wrong-code' ? `wrong-code, ${outcome.left} left` : outcome.kind;
}

function person(model: ChallengeModel, number: number) {
  const one = model.people[number];
  if (!one) throw new RangeError(`nobody is number ${number}`);
  return one;
}

/** The number of somebody's newest challenge, or of one so many before it. */
function newestOf(model: ChallengeModel, number: number, back: number): number {
  const { underWay, ended } = person(model, number);
  return [...ended, ...(underWay ? [underWay.number] : [])].at(-1 - back) ?? -1;
}

function wrong(right: string, by: number): string {
  return String((Number(right) + by + 1) % 1_000_000).padStart(6, '0');
}
