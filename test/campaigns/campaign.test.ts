import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amount, figure } from '../support/figure.ts';
import { seedOfRun } from '../support/seeded.ts';
import { breaches, funnelBreaches, groupBreaches } from './ledger.ts';
import { simulate } from './simulation.ts';

const seed = seedOfRun();
const whole = Array.from({ length: amount(2, 20) }, (_, run) => ({
  people: amount(1_000, 20_000),
  kills: run % 2 === 0,
  faults: run % 4 !== 3,
  processes: 1 + (run % 3 === 0 ? 1 : 0),
  stopped: run % 5 === 4,
}));
/** Of the everyday runs IT stops none: so there is a small one beside them. */
const small = { people: 200, kills: true, faults: true, processes: 1, stopped: true };
const runs = [...whole, ...Array.from({ length: amount(1, 0) }, () => small)];

for (const [run, kind] of runs.entries()) {
  test(`a campaign keeps its promises, run ${run} of seed ${seed}: ${JSON.stringify(kind)}`, async () => {
    const { people: size } = kind;
    const { people, ledger, wanted, seen, funnel, byGroup, campaign, world } = await simulate({
      seed: seed + run,
      ...kind,
    });
    const found = breaches(people, ledger, wanted);
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
      opened: byGroup.waves.reduce((sum, { counts }) => sum + counts.opened, 0),
    };
    found.push(...funnelBreaches(said, seen, !kind.kills && !kind.faults, kind.stopped));
    found.push(...groupBreaches(byGroup, funnel));
    figure({
      test: 'a campaign in a simulated organisation',
      measured: `${size} people, ${seen.delivered} messages, ${unsure} unsure, ${world.killed} processes ended, ${seen.ready} ready: ${found.length} promises broken`,
      target: 'none broken',
      met: found.length === 0,
      seed: seed + run,
    });
    assert.deepEqual(found.slice(0, 10), []);
    assert.equal(campaign.state, 'ended');
    assert.ok(seen.delivered > size / 2 && seen.ready > size / 6, 'it is a campaign');
  });
}
