import type { Person } from '../../bot/domain/account/person.ts';
import { deriveCode } from '../../bot/domain/enrolment/code.ts';
import type { Enrolment, EnrolmentPorts } from '../../bot/domain/enrolment/enrolment.ts';
import { addressMethodNames, type Methods } from '../../bot/domain/methods/method.ts';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import type { Delivered } from '../../bot/domain/ports/delivery.ts';
import { day } from '../../bot/domain/time.ts';
import { createLog } from '../../bot/log.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { createPersonOutbox } from '../../bot/outbox/person-outbox.ts';
import { handClock } from '../support/clock.ts';
import { asker, employee, enrolling } from '../support/enrolling.ts';
import { ringOf } from '../support/keyring.ts';
import { blindObserver, notifierWith } from '../support/outbox-parts.ts';
import { seededRandom } from '../support/random.ts';

export const kim = employee(1);
export const kimAsks = asker(1);
export type Who = 'owner' | 'thief';
/** The two methods of the model: all the others take the same road. */
export const played = ['authentication-phone', 'authentication-email'] as const;
export type Played = (typeof played)[number];

/** Who reads what is sent there. The first number is on a phone that can be stolen. */
export const addresses = {
  '+46701230001': 'authentication-phone',
  '+46701230002': 'authentication-phone',
  '+46701230003': 'authentication-phone',
  'kim@home.example': 'authentication-email',
  'kim@other.example': 'authentication-email',
  'eve@home.example': 'authentication-email',
} as const satisfies Record<string, Played>;
export type Address = keyof typeof addresses;
export const stealable: Address = '+46701230001';
const thiefs: readonly string[] = ['+46701230003', 'eve@home.example'];

export interface Faults {
  /** Stands in the place of the use cases: how they once were. */
  readonly enrolment?: (right: Enrolment, ports: Pick<EnrolmentPorts, 'store' | 'clock'>) => Enrolment;
}

const metrics = createMetrics();
const log = createLog('silent');
const policy = { ...defaultPolicy, sends: { perEmployee: 10_000, perTenant: 1_000_000 } };

/** One employee, one thief, a reset service and an outbox, all real but for what lies behind the ports. */
export function lifeWorld(seed: number, faults: Faults = {}) {
  const clock = handClock();
  const bench = enrolling({ clock, seed, writes: true, policy });
  const { store } = bench;
  const faulty = (right: Enrolment) => faults.enrolment?.(right, { store, clock }) ?? right;
  /** What stands in the reset service. */
  const stands = new Map<string, string>();
  /** What the next writes and sendings come to. */
  const fates: ('lost' | 'later' | 'died')[] = [];
  /** Letters that arrived, by address; codes are none. */
  const arrived: { readonly to: string; readonly at: number }[] = [];
  const holders = new Map<string, Who>(
    Object.keys(addresses).map((address) => [address, thiefs.includes(address) ? 'thief' : 'owner']),
  );
  const outbox = createPersonOutbox({
    store,
    keyring: ringOf(1),
    policy: async () => policy,
    deliveries: [
      {
        channels: ['text', 'call', 'email'],
        async send({ to, letter }): Promise<Delivered> {
          const fate = fates.shift();
          if (fate === 'died') throw new Error('the worker died');
          if (fate) return { kind: 'retry', reason: fate };
          if (letter.includes('-')) arrived.push({ to, at: clock() });
          return { kind: 'accepted', reference: letter };
        },
      },
    ],
    notifier: notifierWith(),
    observer: blindObserver,
    writer: {
      async set(_kim, slot, value, shown) {
        const fate = fates.shift();
        const now = stands.get(slot);
        if (fate === 'died') throw new Error('the worker died');
        if (fate === 'later') return { kind: 'try-later' };
        if (now === (value ?? undefined)) return { kind: 'already-there' };
        if (now !== undefined && !shown.values.includes(now))
          return { kind: value === null ? 'already-there' : 'not-shown' };
        if (value === null) stands.delete(slot);
        else stands.set(slot, value);
        return { kind: fate ? 'not-sure' : 'written' };
      },
    },
    clock,
    random: seededRandom(seed),
    log,
    metrics,
  });
  return {
    clock,
    stands,
    fates,
    arrived,
    holders,
    enrolment: faulty(bench.enrolment),
    /** A process that was killed, and the next one. */
    restart: () => faulty(bench.another()),
    person: (): Promise<Person> => bench.person(kim),
    /** The code under way, for whoever reads it. */
    async code(): Promise<string> {
      const { challenge } = await bench.person(kim);
      return challenge ? deriveCode(ringOf(1), kim, challenge) : '000000';
    },
    async settle(): Promise<void> {
      for (let rounds = 0; rounds < 30 && (await outbox.round()) > 0; rounds += 1);
    },
  };
}
export type LifeWorld = ReturnType<typeof lifeWorld>;

/** The addresses of somebody's methods, by method. */
export function addressesOf(methods: Methods): ReadonlyMap<string, string> {
  return new Map(addressMethodNames.flatMap((name) => (methods[name] ? [[name, methods[name].address]] : [])));
}

export const week = 7 * day;
