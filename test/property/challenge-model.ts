import type { WantedCode } from '../../bot/domain/enrolment/enrolment.ts';
import { day, minute, second } from '../../bot/domain/time.ts';

interface Sent {
  readonly at: number;
  readonly address: string;
  readonly keyVersion: number;
  readonly challenge: number;
  proven: boolean;
  /** Counts against the address for everybody. */
  shared: boolean;
}

interface UnderWay extends WantedCode {
  readonly number: number;
  send: number;
  sentAt: number;
  wrong: Set<string>;
  silent: boolean;
}

export interface ModelPerson {
  underWay: UnderWay | undefined;
  readonly ended: Set<number>;
  readonly sends: Sent[];
  /** Address by method. */
  readonly proven: Map<string, string>;
  provedAt: number;
}

/** How asking for codes and answering them is meant to go, in the simplest words: no store, keys, codes or letters. */
export function challengeModel(employees: number, perEmployee: number) {
  const fresh = () => ({
    underWay: undefined,
    ended: new Set<number>(),
    sends: [],
    proven: new Map<string, string>(),
    provedAt: -Infinity,
  });
  const people: readonly ModelPerson[] = Array.from({ length: employees }, fresh);
  const model = { now: 0, keyVersion: 1, challenges: 0, people, begin, resend, answer, end, shared };
  return model;

  function shared(address: string): number {
    return people.flatMap(({ sends }) => sends).filter((one) => one.shared && one.address === address && recent(one))
      .length;
  }

  function recent({ at }: Sent): boolean {
    return at > model.now - day && at < model.now + day;
  }

  /** What it would allow is over: so long ago, or by a clock that was ahead. */
  function over(at: number, life: number): boolean {
    return model.now >= at + life || at > model.now + minute;
  }

  function begin(who: ModelPerson, wish: WantedCode, again = false): string {
    if (wish.purpose === 'prove' && who.proven.get(wish.method) !== wish.address) return 'not-offered';
    if (wish.purpose === 'register' && who.proven.size > 0 && over(who.provedAt, 20 * minute + 1))
      return 'proof-needed';
    const same = (['purpose', 'method', 'address'] as const).every((part) => who.underWay?.[part] === wish[part]);
    const current = same ? who.underWay : undefined;
    const passed = model.now - (current?.sentAt ?? -Infinity);
    const alive = current && !over(current.sentAt, 5 * minute) && current.wrong.size < 5;
    if (alive && !again && current.channel === wish.channel) return 'code-sent, nothing new';
    if (passed >= 0 && passed < 30 * second) return 'too-soon';
    const counted = who.sends.filter(recent);
    const { address } = wish;
    // Under whichever key: a new one gives nobody more codes.
    const mine = counted.filter((one) => one.address === address && !one.proven);
    if (mine.length >= 3) return 'address-resting';
    if (counted.length >= perEmployee) return 'person-resting';
    const full = shared(address) >= 3;
    if (!current) end(who);
    const number = current?.number ?? model.challenges++;
    const silent = full || (wish.channel !== 'email' && wish.country !== 'SE');
    who.underWay = { ...wish, number, send: (current?.send ?? 0) + 1, sentAt: model.now, wrong: new Set(), silent };
    const sent = { at: model.now, address, keyVersion: model.keyVersion, challenge: number };
    who.sends.push({ ...sent, proven: false, shared: !full });
    return 'code-sent';
  }

  function resend(who: ModelPerson, number: number, send: number, channel: WantedCode['channel']): string {
    const { underWay } = who;
    if (underWay?.number !== number) return 'challenge-gone';
    return underWay.send === send ? begin(who, { ...underWay, channel }, true) : 'code-sent, nothing new';
  }

  function answer(who: ModelPerson, number: number | undefined, guess: string, right: boolean): string {
    const { underWay } = who;
    if (number !== undefined && number !== underWay?.number && who.ended.has(number)) return 'old-card';
    if (!underWay || over(underWay.sentAt, 5 * minute)) return 'code-too-old';
    if (underWay.wrong.size >= 5) return 'code-used-up';
    if (right && number === underWay.number && !underWay.silent) return prove(who, underWay);
    underWay.wrong.add(guess);
    return underWay.wrong.size < 5 ? `wrong-code, ${5 - underWay.wrong.size} left` : 'code-used-up';
  }

  function prove(who: ModelPerson, { number, method, address, purpose }: UnderWay): string {
    for (const one of who.sends.filter(({ challenge }) => challenge === number)) {
      one.proven = true;
      // Under an older key it goes on counting: harmless, and gone after a day.
      if (one.keyVersion === model.keyVersion) one.shared = false;
    }
    // A method that is new shows nobody's identity.
    if (purpose === 'prove' || who.proven.size === 0) who.provedAt = model.now;
    if (purpose === 'register') who.proven.set(method, address);
    end(who);
    return purpose === 'register' ? 'method-proven' : 'identity-proven';
  }

  function end(who: ModelPerson): void {
    if (who.underWay) who.ended.add(who.underWay.number);
    who.underWay = undefined;
  }
}

export type ChallengeModel = ReturnType<typeof challengeModel>;
