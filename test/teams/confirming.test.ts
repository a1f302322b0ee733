import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { nextWorkingHour } from '../../bot/domain/enrolment/reminders.ts';
import { day } from '../../bot/domain/time.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { personIn } from '../support/records.ts';
import { fillIn, roads, type Somebody, settled, somebody, turnedClock } from '../support/screens.ts';
import { actionsOf, type SeenCard, wordsOf } from '../support/teams-client.ts';
import { until } from '../support/until.ts';

const clock = turnedClock();
let running: RunningBot;
before(async () => {
  running = await startBot({ clock });
});
after(() => running.stop());

const says = ({ chat }: Somebody) => wordsOf(chat.latest().content);
const kept = (one: Somebody) => personIn(running.records, one.employee);

async function filledIn(): Promise<Somebody> {
  const one = somebody(running);
  await roads['what was filled in'](one, running, clock);
  return one;
}

test('a value that was filled in is shown masked, and nothing is sent to it before a yes', async () => {
  const one = await filledIn();
  assert.match(says(one), /has these on file for you\. They do not count yet/);
  assert.doesNotMatch(says(one), new RegExp(one.address));
  assert.equal(running.caught.messages.filter(({ to }) => to === one.number || to === one.address).length, 0);
  assert.deepEqual((await kept(one)).prefilled, []);
});

test('"still mine" counts once the code has come back, one value after the other, and the answers are kept with their date', async () => {
  const one = await filledIn();
  await one.chat.click('confirm', {
    'authentication-phone': 'still-mine',
    'authentication-email': 'still-mine',
    'office-phone': 'still-mine',
  });
  assert.deepEqual((await kept(one)).methods, {});
  assert.deepEqual(
    (await kept(one)).prefilled.map(({ method, answer, at }) => [method, answer, at]),
    ['authentication-phone', 'authentication-email', 'office-phone'].map((method) => [method, 'still-mine', clock()]),
  );
  await one.chat.click('code', { code: await running.caught.code(one.number) });
  assert.match(says(one), /phone is confirmed/);
  await one.chat.click('code', { code: await running.caught.code(one.address) });
  const office = `+468505${one.number.slice(-5)}`;
  assert.match(says(one), /Call me there now/, 'a desk is not rung before somebody stands at it');
  assert.ok(!running.caught.messages.some(({ to }) => to === office));
  await one.chat.click('call-office');
  await one.chat.click('code', { code: await running.caught.code(office) });
  assert.match(says(one), /You are ready/);
  const { methods } = await kept(one);
  assert.equal(methods['office-phone']?.channel, 'call');
  assert.equal(methods['authentication-email']?.address, one.address);
});

test('a form that is half filled in says so, keeps the rest, and registers nothing', async () => {
  const one = await filledIn();
  await one.chat.click('confirm', { 'authentication-phone': 'change' });
  assert.match(says(one), /choose one answer for each/);
  assert.match(JSON.stringify(one.chat.latest().content), /"id":"authentication-phone"[^}]*"value":"change"/);
  assert.deepEqual((await kept(one)).prefilled, []);
});

test('"not mine" is kept and not asked again; "change" leads to a number of one’s own', async () => {
  const one = await filledIn();
  await one.chat.click('confirm', {
    'authentication-phone': 'change',
    'authentication-email': 'not-mine',
    'office-phone': 'still-mine',
  });
  assert.match(says(one), /Add a phone/);
  await one.chat.type('cancel');
  await one.chat.click('start');
  assert.match(says(one), /has these on file/, 'the office phone still waits');
  assert.doesNotMatch(says(one), /@example/);
});

test('a wrong office phone can only be called wrong: what is said is kept for the administrator', async () => {
  const one = await filledIn();
  await one.chat.click('confirm', {
    'authentication-phone': 'not-mine',
    'authentication-email': 'not-mine',
    'office-phone': 'not-mine',
  });
  assert.match(says(one), /What should it be\?/);
  await one.chat.click('dispute', { said: '' });
  assert.match(says(one), /write a few words/);
  await one.chat.click('dispute', { said: 'I moved to **Lund**: 046-12 34 56' });
  // This bot has neither a support channel nor a mailbox: nothing is promised.
  assert.match(says(one), /Nobody has set up where requests go yet/);
  const [request] = (await kept(one)).requests;
  assert.ok(request?.kind === 'wrong-value');
  assert.deepEqual([request.method, request.said], ['office-phone', 'I moved to **Lund**: 046-12 34 56']);
});

test('an office phone that the administrator changes counts no more until it is confirmed again', async () => {
  const one = await filledIn();
  const all = { 'authentication-phone': 'not-mine', 'authentication-email': 'not-mine', 'office-phone': 'still-mine' };
  await one.chat.click('confirm', all);
  await one.chat.click('call-office');
  await one.chat.click('code', { code: await running.caught.code(`+468505${one.number.slice(-5)}`) });
  assert.match(says(one), /1 of 2 methods ready/);
  const entry = running.entries.get(one.objectId);
  assert.ok(entry);
  running.entries.set(one.objectId, { ...entry, officePhone: '08-505 99 999' });
  await one.chat.type('status');
  assert.match(says(one), /0 of 2 methods ready/);
});

/** Somebody who is ready, on the day their methods are due, with the reminder that came. */
async function reminded(): Promise<{ one: Somebody; card: () => SeenCard }> {
  const one = somebody(running);
  await roads['what is due'](one, running, clock);
  await one.chat.type('status');
  clock.turn(nextWorkingHour(clock(), null) - clock());
  await running.records.update('person', `${one.employee.tenantId}/${one.employee.objectId}`, (person) => ({
    record: person && {
      ...person,
      snoozedUntil: null,
      letters: person.letters.map((letter) => (letter.kind === 'reminder' ? { ...letter, due: clock() } : letter)),
    },
    outcome: undefined,
  }));
  const seen = () => one.chat.cards().findLast(({ content }) => /Are these still right/.test(wordsOf(content)));
  await until('the reminder comes', () => seen() !== undefined);
  const found = () => {
    const card = seen();
    assert.ok(card);
    return card;
  };
  return { one, card: found };
}

test('one click on the reminder is enough when all is still right', async () => {
  const { one, card } = await reminded();
  assert.match(wordsOf(card().content), /Phone: \+46/);
  await one.chat.click('all-right', {}, card());
  assert.match(wordsOf(one.chat.cards().map(({ content }) => content)), /I will ask again on/);
  const { confirmed, methods } = await kept(one);
  assert.deepEqual(Object.values(confirmed), [clock(), clock()]);
  assert.equal(Object.keys(methods).length, 2);
});

test('a reminder can be put off for three days', async () => {
  const { one, card } = await reminded();
  await one.chat.click('snooze', {}, card());
  assert.equal((await kept(one)).snoozedUntil, clock() + 3 * day);
});

test('"something has changed" leads to the methods that are due; one that is not mine is removed after a proof', async () => {
  const { one, card } = await reminded();
  await one.chat.click('look-through', {}, card());
  assert.match(says(one), /one click is enough/);
  const form = { 'authentication-phone': 'still-mine', 'authentication-email': 'not-mine' };
  await one.chat.click('confirm', form);
  assert.match(says(one), /First, show that it is you/);
  const count = running.caught.messages.length;
  await one.chat.click('take');
  await until('the code is sent', () => running.caught.messages.length > count);
  await one.chat.click('code', { code: await running.caught.code(one.number) });
  assert.match(says(one), /Remove the email address\?/);
  await one.chat.click('remove-it');
  await settled(one, running);
  const { methods, confirmed } = await kept(one);
  assert.deepEqual(Object.keys(methods), ['authentication-phone']);
  assert.equal(confirmed['authentication-phone'], clock());
});

test('nobody is asked about values in a form nobody can use', async () => {
  const one = somebody(running);
  fillIn(one, running);
  const entry = running.entries.get(one.objectId);
  assert.ok(entry);
  running.entries.set(one.objectId, {
    ...entry,
    officePhone: 'ext. 12',
    prefilled: { phone: 'ask reception', email: 'alva@example.org' },
  });
  await one.chat.install();
  await one.chat.click('start');
  assert.match(says(one), /Choose a method/);
  assert.ok(!actionsOf(one.chat.latest().content).some(({ data }) => data.method === 'office-phone'));
});
