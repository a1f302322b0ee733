import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeLife } from '../../bot/domain/enrolment/challenge.ts';
import type { WantedCode } from '../../bot/domain/enrolment/enrolment.ts';
import type { Delivered } from '../../bot/domain/ports/delivery.ts';
import { day, hour, type Instant, minute, second } from '../../bot/domain/time.ts';
import { asker, email, employee, phone } from '../support/enrolling.ts';
import { amount, figure } from '../support/figure.ts';
import { type Posting, posting } from '../support/posting.ts';

const people = amount(15, 50);

/** What a gateway that is down says. */
const downs = {
  'says 503': { kind: 'retry', reason: 'gateway 503' },
  'says 429 and when to come back': { kind: 'retry', reason: 'gateway 429', after: 45 * second },
  'cuts the line': { kind: 'retry', reason: 'gateway ECONNRESET' },
} as const satisfies Record<string, Delivered>;

async function prove(bench: Posting['bench'], one: number, wanted: WantedCode): Promise<void> {
  await bench.enrolment.begin(asker(one), wanted);
  const { challenge } = await bench.person(employee(one));
  assert.ok(challenge);
  const { kind } = await bench.enrolment.answer(employee(one), challenge.id, await bench.code(employee(one)));
  assert.match(kind, /proven/);
}

/** Everybody has a phone; a day later the gateway fails, they add a mailbox and ask for a code to another number. */
async function outage(down: Delivered, length: number) {
  const { bench, clock, sent, fates, outbox } = posting();
  const everybody = Array.from({ length: people }, (_, at) => at + 1);
  for (const one of everybody) await prove(bench, one, phone(one));
  clock.turn(day);
  while ((await outbox.round()) > 0);
  const begun = clock();
  for (const one of everybody) {
    await prove(bench, one, { ...phone(one), purpose: 'prove' });
    await prove(bench, one, email(`kim${one}@home.example`));
  }
  // A minute lies between two codes of one person.
  clock.turn(minute);
  for (const one of everybody) await bench.enrolment.begin(asker(one), phone(100 + one));
  sent.length = 0;
  const taken: { readonly letter: string; readonly code: boolean; readonly at: Instant }[] = [];
  while (clock() < begun + length + hour) {
    const up = clock() >= begun + length;
    const before = sent.length;
    fates.splice(0, fates.length, ...new Array(up ? 0 : 8 * people).fill(down));
    while ((await outbox.round()) > 0);
    if (up)
      taken.push(...sent.slice(before).map(({ letter, text }) => ({ letter, code: /\d{6}/.test(text), at: clock() })));
    clock.turn(clock() < begun + 10 * minute ? 5 * second : 5 * minute);
  }
  return { taken, tries: sent.length, begun };
}

for (const [how, down] of Object.entries(downs)) {
  test(`a gateway that ${how}: every notice comes once when it is back, and no code after its life`, async () => {
    const came: string[] = [];
    for (const length of [90 * second, hour, day]) {
      const { taken, tries, begun } = await outage(down, length);
      const codes = taken.filter(({ code }) => code);
      const notices = taken.filter(({ code }) => !code);
      assert.equal(new Set(taken.map(({ letter }) => letter)).size, taken.length, 'nothing is taken twice');
      assert.equal(notices.length, people, 'everybody is told of the new mailbox');
      assert.equal(codes.length, length < codeLife ? people : 0);
      assert.ok(codes.every(({ at }) => at < begun + minute + codeLife));
      came.push(
        `${length / second} s: ${notices.length} notices and ${codes.length} codes of ${people}, ${tries} tries`,
      );
    }
    figure({
      test: `gateway down (it ${how})`,
      measured: came.join('; '),
      target: 'each notice once, no code after its life',
      met: true,
    });
  });
}
