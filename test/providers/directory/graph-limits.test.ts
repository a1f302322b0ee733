import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Time } from '../../../bot/deadline.ts';
import { lookForDrift } from '../../../bot/doctor/drift-watch.ts';
import { probe } from '../../../bot/doctor/probes.ts';
import type { AccountFacts } from '../../../bot/domain/account/facts.ts';
import { defaultPolicy } from '../../../bot/domain/policy.ts';
import { nextLook } from '../../../bot/domain/reset-service/watch.ts';
import { hour, minute, second } from '../../../bot/domain/time.ts';
import { createLog } from '../../../bot/log.ts';
import { type OpenedGraph, openGraph } from '../../../bot/providers/directory/graph/graph.ts';
import { type FakeGraph, startGraph } from '../../support/fake-graph.ts';
import { amount, figure } from '../../support/figure.ts';
import { alwaysToken, never } from '../../support/graph-parts.ts';
import { goodPerson, goodTenant, phone, tenantId } from '../../support/graph-tenant.ts';
import { type HandTime, handTime } from '../../support/hand-time.ts';

/** The everyday run is a sixth of the hour, with as many people a minute. */
const share = amount(6, 1);
const span = hour / share;
const sent = Math.round(200 / share);
const asking = Math.round(50 / share);

const idOf = (at: number) => `aaaaaaaa-0000-4000-8000-${`${at}`.padStart(12, '0')}`;

function everybody() {
  const people = Array.from({ length: sent + asking }, (_, at) => {
    const one = goodPerson({ phones: [], email: null });
    const report = {
      ...one.report,
      id: idOf(at),
      isSsprRegistered: false,
      isSsprCapable: false,
      methodsRegistered: [],
    };
    return { ...one, user: { ...one.user, id: idOf(at) }, report };
  });
  return goodTenant(...people);
}

interface Hour {
  readonly graph: FakeGraph;
  readonly time: HandTime;
  /** Two processes share the quota and know nothing of each other: the bot, and the doctor at the prompt. */
  readonly bot: OpenedGraph;
  readonly doctor: OpenedGraph;
  /** Does something at a time of the hour. */
  at(when: number, work: () => Promise<void>): void;
  run(until: number): Promise<void>;
}

async function hourOf(t: TestContext): Promise<Hour> {
  const graph = await startGraph(t, everybody());
  const time = handTime();
  const begun = time.now();
  graph.limitsBy = time.now;
  let under = 0;
  const real = globalThis.fetch;
  t.mock.method(globalThis, 'fetch', async (...asked: Parameters<typeof fetch>) => {
    under += 1;
    try {
      const answer = await real(...asked);
      const text = await answer.text();
      const { status, headers } = answer;
      return new Response([204, 304].includes(status) ? null : text, { status, headers });
    } finally {
      under -= 1;
    }
  });
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `dddddddd-0000-4000-8000-${`${ids}`.padStart(12, '0')}`;
  };
  const identity = { tenantId, proof: { kind: 'secret', id: tenantId, secret: 'x' }, authority: '' } as const;
  const settings = { mode: 'link', base: graph.base, identity, mailSender: undefined } as const;
  // A pause is a second or two that passes for everybody else too.
  const waiting: Time = {
    ...time,
    pause: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        time.alarm(milliseconds, resolve);
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      }),
  };
  const open = () =>
    openGraph(settings, { time: waiting, log: createLog('silent'), newId, chance: () => 0.5, tokens: alwaysToken });
  /** Until nothing is on the wire and nobody has anything left to do but wait. */
  const settled = async () => {
    for (let quiet = 0; quiet < 3; quiet = under === 0 ? quiet + 1 : 0) await new Promise(setImmediate);
  };
  const due: { readonly when: number; readonly work: () => Promise<void> }[] = [];
  const bot = open();
  return {
    graph,
    time,
    bot,
    doctor: open(),
    at: (when, work) => due.push({ when, work }),
    async run(until) {
      const all: Promise<void>[] = [];
      while (time.now() - begun < until) {
        for (const one of due.filter(({ when }) => when <= time.now() - begun)) {
          due.splice(due.indexOf(one), 1);
          all.push(one.work());
        }
        void bot.list.look(never());
        await settled();
        time.turn(second);
      }
      await settled();
      await Promise.race([Promise.all(all), settled()]);
    },
  };
}

test('a campaign, people who ask why, the doctor and the drift watch share five requests in ten seconds', async (t) => {
  const { graph, time, bot, doctor, at, run } = await hourOf(t);
  const begun = time.now();
  const why: { readonly wait: number; readonly seen: boolean }[] = [];
  const found: number[] = [];
  let homes = 0;
  const sight = { unseen: 0, seen: 0 };
  const probed: string[] = [];
  const drift: string[] = [];

  for (let who = 0; who < sent; who += 1) {
    const employee = { tenantId, objectId: idOf(who) };
    const start = (who * span) / sent;
    at(start, async () => {
      const { report } = await bot.directory.facts(employee, never(), { log: 'leave' });
      if (report.kind === 'seen') homes += 1;
    });
    // Three in four register a phone ten minutes later.
    if (who % 4 > 0) {
      at(start + 10 * minute, async () => void graph.tenant.people[who]?.phones.push(phone('mobile', '+46 701234567')));
    }
    const look = (after: number): void => {
      const next = nextLook(begun + start, begun + start + after);
      if (next === undefined || next - begun > 2 * span + 20 * minute) return;
      at(next - begun, async () => {
        const { methods } = await bot.directory.sight(employee, never());
        sight[methods.phones.kind] += 1;
        const there = methods.phones.kind === 'seen' && methods.phones.value.mobile !== undefined;
        if (there) found.push(time.now() - begun - start - 10 * minute);
        else look(next - begun - start);
      });
    };
    look(0);
  }
  for (let who = 0; who < asking; who += 1) {
    const employee = { tenantId, objectId: idOf(sent + who) };
    // After a message to everybody they come at once, ten to a second.
    const asked = span / 2 + Math.floor(who / 10) * second;
    at(asked, async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      let facts: AccountFacts = await bot.directory.facts(employee, never(), { completed: resolve });
      // What was late is called by a card that completes itself.
      while (facts.looking) {
        await promise;
        facts = await bot.directory.facts(employee, never());
      }
      why.push({
        wait: time.now() - begun - asked,
        seen: facts.attempts.kind === 'seen' && facts.report.kind === 'seen',
      });
    });
  }
  at(span / 2, async () => {
    const findings = await probe(doctor.reader, time.now(), never());
    probed.push(...findings.filter(({ verdict }) => verdict !== 'good').map(({ id }) => id));
  });
  at(span / 2, async () => {
    const findings = await lookForDrift(bot.background, defaultPolicy, createLog('silent'), never());
    drift.push(...findings.map(({ id }) => id));
  });

  await run(span + 30 * minute);

  const reports = graph.got.filter(({ path }) => /^\/(reports|auditLogs)\//.test(path)).length;
  const longest = Math.max(...why.map(({ wait }) => wait)) / second;
  const late = Math.max(...found) / minute;
  assert.equal(why.length, asking, 'everybody who asked was answered');
  assert.ok(
    why.every(({ seen }) => seen),
    'by what the log and the report say',
  );
  assert.equal(homes, sent);
  assert.equal(sight.unseen, 0, 'no look of the watch was in vain');
  assert.equal(found.length, graph.tenant.people.filter(({ phones }) => phones.length > 0).length);
  assert.deepEqual(probed, [], 'the doctor found nothing wrong');
  assert.ok(!drift.includes('unseen'), drift.join());
  assert.ok(bot.list.readAt() !== undefined, 'and everybody’s registration was read meanwhile');
  const ownList = graph.got.filter(
    ({ path }) => path.includes('/userRegistrationDetails') && !path.includes('Details/'),
  );
  const high = ownList.filter(({ headers }) => headers['x-ms-throttle-priority'] !== undefined);
  // The doctor's look at the list is a person's.
  assert.ok(high.length <= 1, 'what the bot does by itself asks for no priority');
  // 50 people are 50 looks into the log, and 100 requests where the list was not read yet.
  const target = 150;
  const met = longest <= target && graph.throttled() <= 10;
  figure({
    test: `${sent} sent to register in ${span / minute} min, ${asking} ask why at once, doctor and drift watch beside`,
    measured: `${reports} requests to reports and logs (${graph.throttled()} of them over the limit) of ${graph.got.length} in all; longest wait for "why" ${longest} s; a registration seen ${late.toFixed(1)} min later`,
    target: `nobody without an answer, "why" in ${target} s, at most 10 over the limit`,
    met,
  });
  assert.ok(met);
});
