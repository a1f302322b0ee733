import type { EmployeeKey, Person } from '../../bot/domain/account/person.ts';
import { deriveCode } from '../../bot/domain/enrolment/code.ts';
import { type Asker, createEnrolment, type Enrolment, type WantedCode } from '../../bot/domain/enrolment/enrolment.ts';
import { defaultPolicy, type Policy } from '../../bot/domain/policy.ts';
import type { Keyring } from '../../bot/domain/ports/keyring.ts';
import type { Clock } from '../../bot/domain/ports/system.ts';
import { type HandClock, handClock } from './clock.ts';
import { ringOf } from './keyring.ts';
import { type Access, type MemoryStoreOptions, openMemoryStore } from './memory-store.ts';
import { seededRandom } from './random.ts';

export interface Enrolling {
  readonly clock: HandClock;
  /** Which accesses the store has seen. */
  readonly accesses: Access[];
  readonly store: ReturnType<typeof openMemoryStore>;
  readonly enrolment: Enrolment;
  /** Another process on the same records. @param clock its own */
  another(keyring?: Keyring, clock?: Clock): Enrolment;
  person(employee: EmployeeKey): Promise<Person>;
  /** The code that is right now for this employee, whether it was sent or not. */
  code(employee: EmployeeKey): Promise<string>;
}

export interface EnrollingOptions extends MemoryStoreOptions {
  readonly policy?: Partial<Policy>;
  readonly clock?: HandClock;
  /** What is proven is put into a reset service, too. */
  readonly writes?: boolean;
  readonly seed?: number;
}

/** Every version a test rotates to. */
const everyKey = ringOf(1, 2, 3);

/** The use cases of registering on a store in memory. */
export function enrolling(options: EnrollingOptions = {}): Enrolling {
  const clock = options.clock ?? handClock();
  const keyring = ringOf(1);
  const accesses: Access[] = [];
  const store = openMemoryStore({
    ...options,
    clock,
    watch(access) {
      accesses.push(access);
      options.watch?.(access);
    },
  });
  const random = seededRandom(options.seed ?? 1);
  const policy = { ...defaultPolicy, ...options.policy };
  const another = (ring = keyring, its: Clock = clock) =>
    createEnrolment({
      store,
      keyring: ring,
      clock: its,
      random,
      policy: async () => policy,
      writes: options.writes === true,
    });
  const enrolment = another();
  return {
    clock,
    accesses,
    store,
    enrolment,
    another,
    person: enrolment.person,
    async code(employee) {
      const { challenge } = await enrolment.person(employee);
      if (!challenge) throw new Error('there is no code under way');
      return deriveCode(everyKey, employee, challenge);
    },
  };
}

/** Employee number so-and-so. */
export function employee(number: number): EmployeeKey {
  return { tenantId: 'tenant', objectId: `employee-${number}` };
}

export function asker(number: number): Asker {
  return { employee: employee(number), language: 'en', timeZone: null, chat: `chat-${number}` };
}

/** A Swedish mobile number to register. */
export function phone(number = 1, more: Partial<WantedCode> = {}): WantedCode {
  const address = `+4670123${String(number).padStart(4, '0')}`;
  return { purpose: 'register', method: 'authentication-phone', channel: 'text', address, country: 'SE', ...more };
}

export function email(address: string): WantedCode {
  return { purpose: 'register', method: 'authentication-email', channel: 'email', address, country: null };
}

/** So many different codes, none of them the right one. */
export function wrongCodes(right: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => String((Number(right) + at + 1) % 1_000_000).padStart(6, '0'));
}
