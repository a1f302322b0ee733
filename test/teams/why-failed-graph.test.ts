import assert from 'node:assert/strict';
import { test } from 'node:test';
import { person } from '../support/bot.ts';
import { newcomer, startGraphBot } from '../support/graph-bot.ts';
import { goodPerson, type TenantPerson } from '../support/graph-tenant.ts';
import { wordsOf } from '../support/teams-client.ts';

/** Kim with everything in order, but for what is said. */
function kimWith(change: (one: TenantPerson) => void): TenantPerson {
  const one = goodPerson({ email: 'kim@home.example' });
  const kim = {
    ...one,
    user: { ...one.user, id: person(1), preferredLanguage: null },
    report: { ...one.report, id: person(1) },
  };
  change(kim);
  return kim;
}

for (const [what, kim, tenant, answer] of [
  [
    'the password is kept on-premises and may not be written back',
    () => kimWith(({ user }) => Object.assign(user, { onPremisesSyncEnabled: true })),
    [{ id: 'x', configuration: null, features: { passwordWritebackEnabled: false } }],
    /does not let Microsoft change the password/,
  ],
  [
    'reset is not switched on',
    () => kimWith(({ report }) => Object.assign(report ?? {}, { isSsprEnabled: false, isSsprCapable: false })),
    [],
    /not (set up|switched on|enabled) for password reset|switched on for you/,
  ],
  ['nothing is registered', () => newcomer(), [], /(registered|added|set up)/],
] as const) {
  test(`"why did it fail?" is answered by what Graph says alone: ${what}`, async (t) => {
    const bot = await startGraphBot(t, 'link', kim());
    bot.graph.tenant.synchronisation = [...tenant];
    const me = bot.client();
    await me.install();
    await me.click('why-failed');
    await me.click('why-unknown');
    const card = wordsOf(me.latest().content);
    assert.match(card, answer);
    assert.deepEqual(
      bot.graph.got.filter(({ method }) => method !== 'GET'),
      [],
    );
  });
}
