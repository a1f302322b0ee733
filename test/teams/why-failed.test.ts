import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { AccountFacts } from '../../bot/domain/account/facts.ts';
import { numberOf, type SituationId, situationIds } from '../../bot/domain/diagnosis/situation-ids.ts';
import { embeddedObserver, type ListedAccount } from '../../bot/providers/directory/embedded/embedded.ts';
import { anybody, type RunningBot, startBot } from '../support/bot.ts';
import { headings, roads, type Somebody, somebody, turnedClock } from '../support/screens.ts';
import { actionsOf, wordsOf } from '../support/teams-client.ts';
import { patience } from '../support/until.ts';

const clock = turnedClock();
/** How the accounts of some differ, by object id. */
const accounts = new Map<string, ListedAccount>();
let running: RunningBot;
before(async () => {
  const facts = async (employee: Somebody['employee'], signal: AbortSignal): Promise<AccountFacts> => {
    const account = accounts.get(employee.objectId) ?? {};
    return embeddedObserver([{ employee, entry: anybody, account }], clock).facts(employee, signal);
  };
  running = await startBot({
    clock,
    observer: { facts, sight: facts, known: (one) => facts(one, AbortSignal.timeout(patience)) },
  });
});
after(() => running.stop());

const says = ({ chat }: Somebody) => wordsOf(chat.latest().content);
const onAnswer = (one: Somebody) => headings['why it failed'].test(says(one));

async function asked(picked: SituationId, account: ListedAccount = {}): Promise<Somebody> {
  const one = somebody(running);
  accounts.set(one.objectId, account);
  await roads['what did you see'](one, running, clock);
  await one.chat.click('why', { said: '', picked: numberOf(picked) });
  assert.ok(onAnswer(one), `${picked} led to ${says(one)}`);
  return one;
}

for (const situation of situationIds) {
  test(`${situation} picked from the list: each button of the answer does something`, async () => {
    const buttons = actionsOf((await asked(situation)).chat.latest().content);
    assert.ok(buttons.length >= 3, 'a remedy, something else, and back');
    for (const { verb, title, data } of buttons) {
      if (!verb) continue; // It opens a page; the test of cards looks at its address.
      const one = await asked(situation);
      const { status } = await one.chat.click(verb, data);
      assert.equal(status, 200);
      assert.ok(!onAnswer(one), `${title} led nowhere`);
      assert.doesNotMatch(says(one), /Something went wrong/);
    }
  });
}

test('what is seen comes first, and what was told is explained beside it', async () => {
  const one = somebody(running);
  accounts.set(one.objectId, { enabled: false });
  await roads.home(one, running, clock);
  await one.chat.type('it says contact your administrator');
  assert.match(says(one), /^The reset page says that your account is not set up for password reset\.$/mu);
  assert.match(says(one), /What I see differs from what you told me/);
  assert.match(says(one), /What you describe usually means this: .*your password/i);
});

test('what was seen on the page comes first where it is so, whatever else is wrong', async () => {
  const one = await asked('kept-on-premises', { source: 'on-premises', writeback: 'off' });
  assert.match(says(one), /^The reset page asks you to contact your administrator\.$/mu);
  assert.match(says(one), /What else stops it[\s\S]*you have not added a method/);
});

test('a block says until when', async () => {
  const one = await asked('blocked', { attempts: [{ ago: 2 * 3_600_000, end: 'blocked', reason: 'too-many-texts' }] });
  assert.match(says(one), /\d\d:\d\d/);
});

test('somebody else at the account is an urgent request, with the situation attached', async () => {
  const one = somebody(running);
  await roads.home(one, running, clock);
  await one.chat.type('I got a code for a password reset that I did not ask for');
  assert.match(says(one), /a reset that you did not ask for/);
  await one.chat.click('do-contact');
  assert.match(says(one), headings['what is sent']);
  assert.match(says(one), /I cannot work/);
});

test('questions after an answer are about it', async () => {
  const one = await asked('not-registered');
  const before = one.chat.texts().length;
  for (const [text, answer] of [
    ['what does that mean?', /have not added a method/],
    ["can't you just do it?", /set your password for you/],
    ['how long does it take?', /five minutes/],
  ] as const) {
    await one.chat.type(text);
    assert.match(one.chat.texts().at(-1) ?? '', answer, text);
    assert.ok(onAnswer(one), text);
  }
  assert.equal(one.chat.texts().length, before + 3);
});

test('a code in the middle of words is read, and one that nobody knows is not made into something', async () => {
  const one = somebody(running);
  await roads.home(one, running, clock);
  await one.chat.type('I got SSPR_0029 or something like it, help');
  assert.ok(onAnswer(one));
  await one.chat.type('status');
  await one.chat.click('why-failed');
  await one.chat.click('why', { said: 'blue elephants on the moon', picked: '' });
  assert.match(says(one), /I do not recognise that text/);
});

test('a page of the sign-in is explained as what it is, and no situation is made of it', async () => {
  for (const [pasted, answer] of [
    ['AADSTS50144 The user’s Active Directory password has expired', /Your password at work is too old/],
    ['AADSTS50072: you must enroll in multi-factor authentication to access this', /must first add a method/],
    ['AADSTS65001: the administrator has not consented to use the application', /sign-in page, not of the reset/],
  ] as const) {
    const one = somebody(running);
    await roads.home(one, running, clock);
    await one.chat.type(pasted);
    assert.match(says(one), answer, pasted);
    assert.match(says(one), /^The sign-in page stopped you\.$/mu, pasted);
    assert.match(says(one), /It is about signing in, not about the reset/, pasted);
    assert.doesNotMatch(says(one), /What you told me/, pasted);
    const buttons = actionsOf(one.chat.latest().content);
    assert.ok(
      buttons.some(({ verb }) => verb === 'do-contact'),
      'a person can be asked',
    );
    await one.chat.type('what does that mean?');
    assert.match(one.chat.texts().at(-1) ?? '', answer, pasted);
    await one.chat.click('ask-again');
    await one.chat.click('why', { said: pasted, picked: '' });
    assert.match(says(one), answer, 'typed into the card as well');
  }
  const one = somebody(running);
  await roads.home(one, running, clock);
  await one.chat.type('AADSTS50088 limit on telecom MFA calls reached');
  assert.match(says(one), /Too many calls were made/, 'said beside the situation that the code stands for');
  const sv = somebody(running);
  await roads.home(sv, running, clock);
  await sv.chat.type('på svenska tack');
  assert.doesNotMatch(wordsOf(sv.chat.cards().map(({ content }) => content)), /Your password reset: /);
  await sv.chat.type('AADSTS50126 ogiltigt användarnamn eller lösenord');
  assert.match(says(sv), /Användarnamnet eller lösenordet var fel/);
});

test('a rehearsal says where it would stop; once two methods are proven it works, and one can be proven again', async () => {
  const one = somebody(running);
  await roads.home(one, running, clock);
  await one.chat.type('would my reset work today?');
  assert.match(says(one), /This would stop your reset today/);
  const two = somebody(running);
  await roads.finish(two, running, clock);
  await two.chat.type('would my reset work today?');
  assert.match(says(two), /Nothing that I can see would stop your reset today/);
  const sent = running.caught.messages.length;
  await two.chat.click('prove-one');
  assert.match(says(two), headings['show it is you']);
  await two.chat.click('take', { method: 'authentication-phone' });
  const code = await running.caught.code(two.number);
  assert.ok(running.caught.messages.length > sent);
  await two.chat.click('code', { code });
  assert.match(says(two), /The code came back\. That method works today\./);
});
