import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passingTime } from '../../bot/deadline.ts';
import { person } from '../support/bot.ts';
import { newcomer, startGraphBot } from '../support/graph-bot.ts';
import { goodPerson, type TenantPerson } from '../support/graph-tenant.ts';
import { wordsOf } from '../support/teams-client.ts';
import { until } from '../support/until.ts';

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

for (const [locale, looking, done] of [
  ['en-US', /still looking up part of this.*complete the card when I have it/s, /blocked|too many/i],
  ['sv-SE', /håller på att ta reda på resten.*komplett när jag är klar/s, /spärr|för många/i],
] as const) {
  test(`a log that takes its time is not called unseen: the card says so in ${locale}, and is completed in its place`, async (t) => {
    const at = new Date(Date.UTC(2026, 10, 23, 8, 30)).toISOString();
    const kim = kimWith((one) => {
      one.audits.push({
        id: 'SSPR_1',
        category: 'UserManagement',
        correlationId: 'a',
        result: 'success',
        resultReason: 'User’s account has too many invalid SMS verification codes',
        activityDisplayName: 'Blocked from self-service password reset',
        activityDateTime: at,
      });
    });
    // A turn waits three seconds for the directory, and no longer.
    const bot = await startGraphBot(t, 'link', kim, { alarm: passingTime.alarm });
    const me = bot.client({ locale });
    await me.install();
    let left = 1;
    bot.graph.fault = ({ path }) => {
      if (!path.startsWith('/auditLogs') || left === 0) return undefined;
      left -= 1;
      return { status: 429, headers: { 'retry-after': '4.2' }, body: { error: { code: 'x', message: 'x' } } };
    };
    await me.click('why-failed');
    await me.click('why-unknown');
    const first = wordsOf(me.latest().content);
    assert.match(first, looking);
    assert.doesNotMatch(first, /could not see|kunde inte se/);
    const cards = me.cards().length;
    await until('the card is completed', () => done.test(wordsOf(me.latest().content)));
    assert.doesNotMatch(wordsOf(me.latest().content), looking);
    assert.equal(me.cards().length, cards, 'no second card came');
  });
}
