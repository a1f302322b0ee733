import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amount, figure } from '../support/figure.ts';
import { seedOfRun } from '../support/seeded.ts';
import { breaches, funnelBreaches } from './ledger.ts';
import { simulate } from './simulation.ts';

const seed = seedOfRun();
const runs = amount(2, 20);
const people = amount(1_000, 20_000);

for (let run = 0; run < runs; run += 1) {
  const kind = {
    kills: run % 2 === 0,
    faults: run % 4 !== 3,
    processes: 1 + (run % 3 === 0 ? 1 : 0),
    stopped: run % 5 === 4,
  };
  test(`a campaign keeps its promises, run ${run} of seed ${seed}: ${JSON.stringify(kind)}`, async () => {
    const { ledger, wanted, seen, funnel, campaign, world, ...rest } = await simulate({
      people,
      seed: seed + run,
      ...kind,
    });
    const found = breaches(rest.people, ledger, wanted);
    const { standings, sent, unsure } = funnel;
    const said = {
      people: funnel.people,
      ready: standings.ready,
      never: standings['not-again'],
      blocked: standings.blocked,
      noApp: standings['not-installed'],
      left: standings.left,
      sent,
      unsure,
    };
    found.push(...funnelBreaches(said, seen, !kind.kills && !kind.faults));
    figure({
      test: 'a campaign in a simulated organisation',
      measured: `${people} people, ${seen.delivered} messages, ${unsure} unsure, ${world.killed} processes ended, ${seen.ready} ready: ${found.length} promises broken`,
      target: 'none broken',
      met: found.length === 0,
      seed: seed + run,
    });
    assert.deepEqual(found.slice(0, 10), []);
    assert.equal(campaign.state, 'ended');
    assert.ok(seen.delivered > people / 2 && seen.ready > people / 5, 'it is a campaign');
  });
}
