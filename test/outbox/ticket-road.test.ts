import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newPerson, personId } from '../../bot/domain/account/person.ts';
import { stopsChanges } from '../../bot/domain/enrolment/proof.ts';
import { lineOf, roads, somebody, turnedClock } from '../support/screens.ts';
import { sentenceIn, wordsOf } from '../support/teams-client.ts';
import { type Asked, asksFor, disowns, longAgo, provesTo, saysTo, withPhone } from '../support/tickets-asked.ts';
import { type SupportScene, supportScene } from '../support/tickets-team.ts';
import { until } from '../support/until.ts';

const clock = turnedClock();
let scene: SupportScene;
before(async () => {
  scene = await supportScene({ clock });
});
after(() => scene.stop());

/** The card that answers a click. */
const answered = (body: unknown) => (body as { value: Record<string, unknown> }).value;

/** Somebody with a proven phone who has asked for help; the number of their ticket. */
async function asked(said: string): Promise<Asked> {
  return asksFor(await withPhone(scene, clock), said);
}

test('from "contact a person" to "it works": one card in the channel, one in the chat, both always current', async () => {
  const { one, number } = await asked('Reset fails with SSPR_0010.');
  const card = await scene.shows(new RegExp(`${number}[^]*SSPR_0010`));
  assert.match(wordsOf(card.content), /Unclaimed since/);
  assert.ok(!JSON.stringify(card.content).includes(one.number), 'whole numbers stay out of the channel');
  await saysTo(one, /IT support sees it in their channel/);

  const sam = scene.supporter(2, card);
  await sam.click('support-claim', {}, card);
  await saysTo(one, / took it on /);
  await scene.shows(new RegExp(`${number}[^]*Claimed by Supporter 2`));
  const asks = await sam.click('support-open-ask', {}, card);
  assert.match(wordsOf(answered(asks.body)), /Your question/);
  const form = { id: card.id, content: answered(asks.body) };
  await sam.click('support-ask', { words: 'Which page?' }, form);
  const question = await saysTo(one, /IT support writes: Which page\?/);
  await one.chat.click('ticket-say', { words: 'The reset page.' }, question);
  await scene.shows(/The reset page\./);
  const now = await scene.shows(new RegExp(`${number}[^]*the employee answered`));
  const open = await sam.click('support-open-resolve', {}, now);
  const words = { id: now.id, content: answered(open.body) };
  await sam.click('support-resolve', { words: 'Writeback is on now.' }, words);
  const solved = await saysTo(one, /Does it work now\?/);
  await one.chat.click('ticket-works', {}, solved);
  await scene.shows(new RegExp(`${number}[^]*the employee says that it works`));
  const mine = scene.board().filter(({ content }) => wordsOf(content).includes(number));
  assert.equal(mine.length, 1, 'one card');
  const mails = scene.running.caught.messages.filter(
    ({ to, subject }) => to === 'it@example.org' && subject?.includes(number),
  );
  assert.match(mails[0]?.text ?? '', /Reset fails with SSPR_0010\./);
  assert.equal(new Set(mails.map(({ letter }) => letter)).size, mails.length);
});

test('the caller is checked: a code to the proven phone, and the supporter sees passed', async () => {
  const { one, number } = await asked('I am on the phone.');
  const card = await scene.shows(new RegExp(number));
  const sam = scene.supporter(2, card);
  await sam.click('support-check', {}, card);
  const code = await provesTo(scene, one);
  const passed = await scene.shows(new RegExp(`${number}[^]*PASSED by Phone`));
  assert.ok(!JSON.stringify(passed.content).includes(code), 'never the code');
});

test('a method that was replaced while it was shown passes no caller check', async () => {
  const { one, number } = await asked('I am on the phone, too.');
  const card = await scene.shows(new RegExp(number));
  await scene.supporter(2, card).click('support-check', {}, card);
  await one.chat.click('ticket-check-yes', {}, await saysTo(one, /are you calling them right now\?/));
  const before = scene.running.caught.messages.length;
  await one.chat.click('take');
  await until('the code is sent', () => scene.running.caught.messages.length > before);
  const code = await scene.running.caught.code(one.number);
  const asks = one.chat.cards().findLast(({ content }) => lineOf('code.title').test(wordsOf(content)));
  await scene.running.records.update('person', personId(one.employee), (person = newPerson(one.employee)) => {
    const change = { id: 'd'.repeat(32), at: clock(), method: 'authentication-phone', what: 'replaced' } as const;
    return { record: { ...person, changes: [{ ...change, before: null, paid: true }] }, outcome: undefined };
  });
  await one.chat.click('code', { code }, asks);
  const [ticket] = (await scene.tickets()).filter(({ employee }) => employee.objectId === one.objectId);
  assert.deepEqual(
    ticket?.checks.map(({ result }) => result),
    ['waiting'],
  );
});

test('with two supporters asking at once, a proof answers the one whose question was taken up', async () => {
  const one = somebody(scene.running);
  await roads.finish(one, scene.running, clock);
  await one.chat.click('done');
  await longAgo(scene.running, one);
  const { number } = await asksFor(one, 'The first request.');
  const first = await scene.shows(new RegExp(`${number}[^]*The first request`));
  await scene.running.records.update('person', personId(one.employee), (person = newPerson(one.employee)) => {
    const change = { id: 'c'.repeat(32), at: clock(), method: 'office-phone', what: 'added', before: null } as const;
    return { record: { ...person, changes: [{ ...change, paid: true }] }, outcome: undefined };
  });
  await disowns(one);
  const second = await scene.shows(/URGENT[\s\S]*Disowned a change/);
  await scene.supporter(3, first).click('support-check', {}, first);
  await saysTo(one, /are you calling them right now\?/);
  await scene.supporter(2, second).click('support-check', {}, second);
  const asking = () =>
    one.chat.cards().filter(({ content }) => /are you calling them right now\?/.test(wordsOf(content)));
  await until('both ask', () => asking().length === 2);
  for (const question of asking()) {
    const about = /R-\d{4}/.exec(wordsOf(question.content))?.[0] ?? '';
    if (about !== number) continue;
    await provesTo(scene, one, question);
    await scene.shows(new RegExp(`${number}[^]*PASSED by Phone`));
  }
  const checks = (await scene.tickets())
    .filter(({ employee }) => employee.objectId === one.objectId)
    .map(({ checks }) => checks.map(({ result }) => result));
  assert.deepEqual(checks.flat().toSorted(), ['passed', 'waiting']);
});

test('"it is not me", written while a supporter asks, answers the supporter and undoes nothing', async () => {
  const one = somebody(scene.running);
  await roads.finish(one, scene.running, clock);
  await one.chat.click('done');
  await longAgo(scene.running, one);
  const { number } = await asksFor(one, 'Somebody says that they are me.');
  const card = await scene.shows(new RegExp(`${number}[^]*Somebody says`));
  await scene.supporter(3, card).click('support-check', {}, card);
  await saysTo(one, /are you calling them right now\?/);
  await one.chat.type("It's not me");
  assert.match(one.chat.texts().at(-1) ?? '', /knows that it was not you/);
  await scene.shows(new RegExp(`${number}[^]*FAILED`, 'i'));
  const tickets = (await scene.tickets()).filter(({ employee }) => employee.objectId === one.objectId);
  assert.deepEqual(
    tickets.map(({ cause }) => cause.kind),
    ['help'],
  );
});

test('who is in the team may act, who is not may not, and a directory that does not answer opens nothing', async () => {
  const { number } = await asked('Whose card is it?');
  const card = await scene.shows(new RegExp(number));
  const stored = async () => (await scene.tickets()).find(({ plea }) => plea.said === 'Whose card is it?');
  const calm = async () => {
    const ticket = await stored();
    // What was done and is not looked at yet will make letters of its own.
    return ticket?.letters.length === 0 && (ticket.wakes ?? 0) > clock();
  };
  await until('all is sent', calm);
  const before = await stored();
  const nobody = await scene.supporter(4, card).click('support-claim', {}, card);
  assert.match(sentenceIn(nobody.body), /Only members of the support team/);
  scene.connector.membersFail = 503;
  try {
    const unsure = await scene.supporter(3, card).click('support-claim', {}, card);
    assert.match(sentenceIn(unsure.body), /could not look up/);
  } finally {
    scene.connector.membersFail = undefined;
  }
  assert.deepEqual(await stored(), before);
  const late = await scene.supporter(3, card).click('support-claim', {}, card);
  assert.match(wordsOf(answered(late.body)), /Claimed by Supporter 3/);
  const second = await scene.supporter(2, card).click('support-claim', {}, card);
  assert.match(wordsOf(answered(second.body)), /old and nothing was done[\s\S]*Claimed by Supporter 3/);
});

test('a client without Action.Execute gets the same: the form below the card, and the card brought up to date', async () => {
  const { number } = await asked('Submit only.');
  const card = await scene.shows(new RegExp(number));
  const sam = scene.supporter(1, card);
  await sam.submit('support-more', {}, card);
  await sam.submit('support-open-note', {}, await scene.shows(new RegExp(`Request ${number}: more`)));
  const form = await scene.shows(new RegExp(`${number}: Add a note`));
  await sam.submit('support-note', { words: 'Called back.' }, form);
  await scene.shows(new RegExp(`${number}[^]*Called back\\.`));
  await scene.shows(/Done\. The card of the request shows it/);
});

test('the same words again join the open ticket', async () => {
  const { one, number } = await asked('Still the same.');
  await saysTo(one, /IT support sees it in their channel/);
  await one.chat.type('status');
  await one.chat.click('contact');
  await one.chat.click('contact-look', { said: 'Again!', reach: '', urgency: 'urgent', day: '', clock: '' });
  await one.chat.click('contact-send');
  assert.match(
    wordsOf(one.chat.cards().map(({ content }) => content)),
    new RegExp(`added this to your open request ${number}`),
  );
  await scene.shows(new RegExp(`${number}[^]*URGENT[^]*Again!`));
});

test('only a supporter can choose the channel; a team without the bot gets nothing, and it is found again', async () => {
  await scene.supporter(4).type('use this channel');
  assert.ok(scene.connector.posted.some(({ activity }) => /Only members/.test(activity.text ?? '')));
  await scene.supporter(1).type('use this channel');
  assert.ok(scene.connector.posted.some(({ activity }) => /already come to this channel/.test(activity.text ?? '')));
  const member = scene.supporter(1);
  await member.deliver(member.envelope({ type: 'installationUpdate', action: 'remove' }));
  const before = scene.board().length;
  const { one } = await asked('Nobody is there.');
  await saysTo(one, /by email/);
  assert.equal(scene.board().length, before);
  await member.deliver(member.envelope({ type: 'installationUpdate', action: 'add' }));
  clock.turn(61 * 60_000);
  await scene.shows(/Nobody is there\./);
});

test('"it was not me" and a wrong office phone become tickets of their own, told apart from each other', async () => {
  const one = somebody(scene.running);
  await roads['a wrong value'](one, scene.running, clock);
  await one.chat.click('dispute', { said: 'It is 08-505 99 999.' });
  await scene.shows(/holds a wrong value for: Office phone[\s\S]*08-505 99 999/);
  const [ticket] = (await scene.tickets()).filter(({ employee }) => employee.objectId === one.objectId);
  assert.equal(ticket?.cause.kind, 'wrong-value');
  const other = somebody(scene.running);
  await roads.finish(other, scene.running, clock);
  await disowns(other);
  await scene.shows(/URGENT[\s\S]*Disowned a change/);
  await saysTo(other, /Your request R-/);
});

test('what is out of use comes back when two supporters say so, and every address hears of it', async () => {
  const one = somebody(scene.running);
  await roads.finish(one, scene.running, clock);
  await one.chat.click('done');
  await disowns(one);
  const kept = async () =>
    (await scene.running.records.read('person', personId(one.employee))) ?? newPerson(one.employee);
  assert.deepEqual((await kept()).methods, {}, 'the first change and all after it');
  await scene.running.records.update('person', personId(one.employee), (person = newPerson(one.employee)) => {
    // What was there before is not nothing, as in this test: they had it long ago.
    const before = { address: one.number, channel: 'text', provenAt: 0 } as const;
    const doubt = person.doubt && { ...person.doubt, changes: person.doubt.changes.map((one) => ({ ...one, before })) };
    return { record: { ...person, doubt }, outcome: undefined };
  });
  const { number } = await asksFor(one, 'Please bring it back.');
  const card = await scene.shows(new RegExp(`${number}[\\s\\S]*Out of use, waiting to be brought back`));
  const now = () => scene.board().find(({ id }) => id === card.id) ?? card;
  const opens = async (by: 2 | 3) => {
    const client = scene.supporter(by, card);
    const { body } = await client.click('support-open-bring-back', {}, now());
    return { client, form: { id: card.id, content: answered(body) } };
  };
  const sam = await opens(2);
  assert.match(wordsOf(sam.form.content), /No caller check has passed/);
  const [last] = one.number.match(/\d\d$/u) ?? [];
  assert.match(wordsOf(sam.form.content), new RegExp(`Phone: \\+46[^]*${last}[^]*number and address they use today`));
  assert.ok(!JSON.stringify(sam.form.content).includes(one.number), 'the whole number stays out of the channel');
  const none = await sam.client.click('support-bring-back', { words: '' }, sam.form);
  assert.match(wordsOf(answered(none.body)), /write a reason that a second supporter can confirm/);
  await sam.client.click('support-bring-back', { words: 'I know them, they stand here.' }, sam.form);
  await scene.shows(new RegExp(`${number}[\\s\\S]*a second supporter has to confirm`));
  assert.doesNotMatch(wordsOf((await opens(2)).form.content), /Confirm as second supporter/);
  const maja = await opens(3);
  assert.match(wordsOf(maja.form.content), /they stand here[\s\S]*Confirm as second supporter/);
  await maja.client.click('support-second', {}, maja.form);
  await scene.shows(new RegExp(`${number}[\\s\\S]*brought back by Supporter 3`));
  await until('the phone is back', async () => (await kept()).methods['authentication-phone']?.address === one.number);
  const { audit, frozenUntil } = await kept();
  assert.equal(frozenUntil, null);
  const by = audit.find((entry) => entry.act === 'brought-back');
  assert.ok(by?.act === 'brought-back' && by.by.split(' ').length === 2);
  const heard = () =>
    scene.running.caught.messages.some(({ to, text }) => to === one.number && /brought back/.test(text));
  await until('the number hears of it', heard);
});

test('a number in the wrong hands is let go by two supporters: it hears of it, and the employee sets up anew', async () => {
  const one = somebody(scene.running);
  await roads.finish(one, scene.running, clock);
  await one.chat.click('done');
  await disowns(one);
  const kept = async () =>
    (await scene.running.records.read('person', personId(one.employee))) ?? newPerson(one.employee);
  await scene.running.records.update('person', personId(one.employee), (person = newPerson(one.employee)) => {
    const before = { address: one.number, channel: 'text', provenAt: 0 } as const;
    const doubt = person.doubt && { ...person.doubt, changes: person.doubt.changes.map((one) => ({ ...one, before })) };
    return { record: { ...person, doubt }, outcome: undefined };
  });
  const { number } = await asksFor(one, 'That phone was stolen.');
  const card = await scene.shows(new RegExp(`${number}[\\s\\S]*Out of use, waiting to be brought back`));
  const now = () => scene.board().find(({ id }) => id === card.id) ?? card;
  const opens = async (by: 2 | 3) => {
    const client = scene.supporter(by, card);
    const { body } = await client.click('support-open-bring-back', {}, now());
    return { client, form: { id: card.id, content: answered(body) } };
  };
  const sam = await opens(2);
  assert.match(wordsOf(sam.form.content), /let it go: it does not come back/);
  const none = await sam.client.click('support-let-go', { words: '' }, sam.form);
  assert.match(wordsOf(answered(none.body)), /write a reason that a second supporter can confirm/);
  await sam.client.click('support-let-go', { words: 'They stand here without a phone.' }, sam.form);
  await scene.shows(new RegExp(`${number}[\\s\\S]*asked to let go[\\s\\S]*a second supporter has to confirm`));
  const maja = await opens(3);
  assert.match(wordsOf(maja.form.content), /Let it go, for this reason[\s\S]*without a phone/);
  await maja.client.click('support-second-let-go', {}, maja.form);
  await scene.shows(new RegExp(`${number}[\\s\\S]*let go by Supporter 3`));
  await until('it is let go', async () => (await kept()).doubt === null);
  const person = await kept();
  assert.deepEqual([person.methods, person.frozenUntil], [{}, null]);
  assert.equal(stopsChanges(person, clock()), undefined);
  const by = person.audit.find((entry) => entry.act === 'let-go');
  assert.ok(by?.act === 'let-go' && by.by.split(' ').length === 2);
  const heard = () =>
    scene.running.caught.messages.some(({ to, text }) => to === one.number && /does not come back/.test(text));
  await until('the number hears of it', heard);
});

test('where nothing waits to come back, two supporters end the stop of changes all the same', async () => {
  const one = somebody(scene.running);
  await roads.finish(one, scene.running, clock);
  await one.chat.click('done');
  await disowns(one);
  const kept = () => scene.running.records.read('person', personId(one.employee));
  assert.ok(((await kept())?.frozenUntil ?? 0) > clock());
  const { number } = await asksFor(one, 'I am new here, and it was me after all.');
  const urgent = async () =>
    (await scene.tickets()).find(
      ({ employee, cause }) => employee.objectId === one.objectId && cause.kind === 'not-me',
    );
  await until('the stop is a request of its own', async () => (await urgent()) !== undefined);
  assert.ok(number);
  const card = await scene.shows(new RegExp(`R-0*${(await urgent())?.number}\\b[\\s\\S]*Disowned a change`));
  const now = () => scene.board().find(({ id }) => id === card.id) ?? card;
  const opens = async (by: 2 | 3) => {
    const client = scene.supporter(by, card);
    const { body } = await client.click('support-open-bring-back', {}, now());
    return { client, form: { id: card.id, content: answered(body) } };
  };
  const sam = await opens(2);
  assert.match(wordsOf(sam.form.content), /Nothing waits to come back\. Changes are stopped until/);
  await sam.client.click('support-bring-back', { words: 'They stand here.' }, sam.form);
  const maja = await opens(3);
  await maja.client.click('support-second', {}, maja.form);
  await until('changes go on', async () => (await kept())?.frozenUntil === null);
  assert.ok((await kept())?.audit.some((entry) => entry.act === 'stop-ended' && entry.by.split(' ').length === 2));
  const heard = () =>
    scene.running.caught.messages.some(({ to, text }) => to === one.number && /lifted the stop/.test(text));
  await until('the number that was taken out hears of it', heard);
});

test('where no channel is known the bot says how to choose one, once, and who may', async () => {
  const member = scene.supporter(4);
  const elsewhere = '00000000-0000-0000-0000-0000000000cc';
  const arrive = (more: object) => {
    const { conversation, channelData, ...act } = member.envelope(more);
    return member.deliver({
      ...act,
      conversation: { ...(conversation as object), tenantId: elsewhere },
      channelData: { ...(channelData as object), tenant: { id: elsewhere } },
    });
  };
  await arrive({ type: 'installationUpdate', action: 'add' });
  await arrive({ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] });
  const hello = scene.connector.posted.filter(({ activity }) => /a supporter can mention me/.test(activity.text ?? ''));
  assert.equal(hello.length, 1);
  await arrive({ type: 'message', text: 'use this channel' });
  const last = scene.connector.posted.at(-1)?.activity.text ?? '';
  assert.match(last, /has to come from somebody whose directory id stands under support\.supporters/);
});
