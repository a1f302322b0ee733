import fc from 'fast-check';
import { attemptEnds, attemptReasons } from '../../../bot/domain/account/facts.ts';
import { codes } from '../../../bot/domain/diagnosis/codes.ts';
import {
  type Fact,
  type FactName,
  type Facts,
  type FactValues,
  known,
  notKnown,
} from '../../../bot/domain/diagnosis/facts.ts';
import { methodNames } from '../../../bot/domain/methods/method.ts';
import { day, type Instant } from '../../../bot/domain/time.ts';
import { now } from './given-facts.ts';

const time: fc.Arbitrary<Instant> = fc.integer({ min: now - 40 * day, max: now });
const some = fc.subarray([...methodNames]);
const is = fc.boolean();

const tries = fc.array(
  fc.record({
    at: time,
    end: fc.constantFrom(...attemptEnds),
    reason: fc.option(fc.constantFrom(...attemptReasons)),
  }),
  { maxLength: 4 },
);

const values: { readonly [Name in FactName]: fc.Arbitrary<FactValues[Name]> } = {
  exists: is,
  disabled: is,
  guest: fc.constantFrom('no', 'no', 'organisation', 'personal'),
  administrator: is,
  administratorsMayReset: is,
  scope: fc.constantFrom('none', 'selected', 'all', 'not-configured'),
  inScope: is,
  enabled: is,
  license: fc.constantFrom('premium', 'cloud', 'none'),
  registered: is,
  capable: is,
  password: fc.constantFrom('cloud', 'on-premises'),
  signIn: fc.constantFrom('managed', 'federated'),
  writeback: fc.constantFrom('on', 'off', 'none'),
  hybridDevice: is,
  signInIsMail: is,
  officePhone: is,
  policiesMerged: is,
  passkey: is,
  alternatePhone: is,
  ownProvider: is,
  methods: some,
  allowed: some,
  required: fc.constantFrom(1, 2),
  malformed: some,
  prefilled: some,
  ended: some,
  lost: some,
  tries,
  blockedUntil: fc.option(fc.integer({ min: now - day, max: now + day })),
  undelivered: fc.array(fc.record({ channel: fc.constantFrom('text', 'call', 'email'), at: time }), { maxLength: 2 }),
  registrationChanged: time,
  policyChanges: fc.array(
    fc.record({ at: time, what: fc.constantFrom('methods-raised', 'method-removed', 'scope-changed') }),
    { maxLength: 2 },
  ),
  codes: fc.subarray(Object.keys(codes) as (keyof typeof codes)[], { maxLength: 2 }),
};

/** A fact of each name, known or not, read at some time or now. */
export const anyFacts = fc.record(
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, factOf(value as fc.Arbitrary<unknown>)])),
) as unknown as fc.Arbitrary<Facts>;

function factOf<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Fact<T>> {
  const read = fc.record({ value, at: fc.option(time) }).map((one) => known(one.value, 'file', one.at));
  return fc.oneof(
    { weight: 2, arbitrary: read },
    { weight: 3, arbitrary: fc.constant(notKnown('permission-missing')) },
  );
}
