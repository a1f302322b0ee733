import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { proofLife } from '../../bot/domain/enrolment/proof.ts';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import { day, minute } from '../../bot/domain/time.ts';
import { createLog } from '../../bot/log.ts';
import { setPolicy } from '../../bot/settings/policy-file.ts';
import { asking, goodRows, shownBy } from '../support/app-and-questions.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { personIn } from '../support/records.ts';
import { roads, type Somebody, somebody, turnedClock } from '../support/screens.ts';
import { actionsOf, wordsOf } from '../support/teams-client.ts';

const clock = turnedClock();
let running: RunningBot;
before(async () => {
  running = await startBot({ clock, windows: true, log: createLog('silent') });
  await setPolicy(running.records, { ...defaultPolicy, questions: asking }, 'test', 0);
});
after(() => running.stop());

const says = ({ chat }: Somebody) => wordsOf(chat.latest().content);
const kept = (one: Somebody) => personIn(running.records, one.employee);

interface WindowAnswer {
  readonly task?: {
    readonly type: 'continue' | 'message';
    readonly value: string | { readonly card: { readonly content: Record<string, unknown> } };
  };
}

/** Presses the button that opens the window, as Teams does. */
async function open({ chat }: Somebody, card = chat.latest()) {
  const button = actionsOf(card.content).find(({ data }) => data?.verb === 'window');
  assert.ok(button, `no window from: ${wordsOf(card.content)}`);
  const value = { data: { ...button.data, msteams: undefined }, context: { theme: 'default' } };
  const { status, body } = await chat.post(
    chat.envelope({ type: 'invoke', name: 'task/fetch', value, replyToId: card.id }),
  );
  assert.equal(status, 200);
  return shown(body);
}

function shown(body: unknown) {
  const { task } = (body ?? {}) as WindowAnswer;
  if (!task) return { kind: 'closed' } as const;
  if (typeof task.value === 'string') return { kind: 'message', text: task.value } as const;
  return { kind: 'form', content: task.value.card.content, words: wordsOf(task.value.card.content) } as const;
}

type Shown = ReturnType<typeof shown>;

function formOf(window: Shown): Record<string, unknown> {
  assert.ok(window.kind === 'form', JSON.stringify(window));
  return window.content;
}

/** Sends what was typed into the window, as Teams does. */
async function submit({ chat }: Somebody, window: Shown, verb: string, typed: object, more: object = {}) {
  const button = actionsOf(formOf(window)).find(({ data }) => data?.verb === verb);
  assert.ok(button, `no ${verb} in the window`);
  const value = { data: { ...button.data, ...typed }, context: { theme: 'default' } };
  const activity = chat.envelope({ type: 'invoke', name: 'task/submit', value, ...more });
  const { status, body } = await chat.post(activity);
  assert.equal(status, 200);
  return { window: shown(body), activity };
}

const inputsOf = (content: unknown): readonly string[] =>
  [...JSON.stringify(content).matchAll(/"type":"(Input\.\w+)"/g)].map(([, type = '']) => type);

async function atCode(): Promise<Somebody> {
  const one = somebody(running);
  await roads['code of a phone'](one, running, clock);
  return one;
}

test('the card in the chat has no input; the window has it, and what is typed there counts', async () => {
  const one = await atCode();
  const card = one.chat.latest();
  assert.deepEqual(inputsOf(card.content), []);
  assert.match(says(one), /Type it in a window/);
  const window = await open(one);
  assert.deepEqual(inputsOf(formOf(window)), ['Input.Text']);
  assert.doesNotMatch(JSON.stringify(window), /Action\.Execute|msteams/);
  const { window: after } = await submit(one, window, 'code', { code: await running.caught.code(one.number) });
  assert.equal(after.kind, 'closed');
  assert.equal(one.chat.latest().id, card.id, 'the card changes in its place');
  assert.match(says(one), /Your phone is confirmed/);
});

test('a wrong code keeps the window open and says so there; the chat shows it too, and nothing typed stays', async () => {
  const one = await atCode();
  const { window } = await submit(one, await open(one), 'code', { code: '000000' });
  assert.match(formOf(window) && wordsOf(formOf(window)), /not right|wrong|4 tries/i);
  assert.match(says(one), /Type it in a window/);
  const right = await running.caught.code(one.number);
  const { window: after } = await submit(one, window, 'code', { code: right });
  assert.equal(after.kind, 'closed');
  assert.doesNotMatch(JSON.stringify(one.chat.cards()), new RegExp(right));
});

test('the same window sent twice, even under a new id, changes things once', async () => {
  const one = await atCode();
  const window = await open(one);
  const { activity } = await submit(one, window, 'code', { code: '000000' });
  for (const id of [activity.id, 'another']) await one.chat.post({ ...activity, id });
  assert.equal((await kept(one)).challenge?.wrong.length, 1);
});

test('a repeat of a window’s answer shows the form again, and leaves the card in the chat as it is', async () => {
  const one = await atCode();
  const { activity } = await submit(one, await open(one), 'code', { code: '000000' });
  assert.match(says(one), /4 tries/);
  const { body } = await one.chat.post({ ...activity, id: 'another' });
  assert.deepEqual(inputsOf(formOf(shown(body))), ['Input.Text']);
  assert.match(says(one), /4 tries/);
});

test('a window that is older than the card changes nothing and says so, and the card stays as it is', async () => {
  const one = await atCode();
  const old = await open(one);
  const code = await running.caught.code(one.number);
  await submit(one, old, 'code', { code });
  const spent = await submit(one, old, 'code', { code });
  assert.ok(spent.window.kind === 'message' && /out of date/.test(spent.window.text), JSON.stringify(spent.window));
  assert.match(says(one), /Your phone is confirmed/);

  const other = await atCode();
  const first = await open(other);
  await other.chat.click('change');
  clock.turn(minute);
  await other.chat.click('phone', { number: somebody(running).typedNumber, country: 'SE', channel: 'text' });
  const newest = says(other);
  // Some clients say which card the window belongs to, as Teams does when it opens one.
  for (const more of [{}, { replyToId: one.chat.latest().id }]) {
    const { window } = await submit(other, first, 'code', { code: '000000' }, more);
    assert.ok(window.kind === 'message' && /out of date/.test(window.text), JSON.stringify(window));
    assert.equal(says(other), newest);
  }
  const { challenge } = await kept(other);
  assert.deepEqual(challenge?.wrong, []);
});

test('a window whose matter is over shows what came after it, and never points to a card that is not there', async () => {
  const one = somebody(running);
  await roads.choose(one, running, clock);
  await one.chat.click('take', { method: 'authenticator-app' });
  const keyIn = (window: Shown) => wordsOf(formOf(window)).match(/([A-Z2-7]{4} ){7}[A-Z2-7]{4}/u)?.[0];
  const before = keyIn(await open(one));
  clock.turn(31 * minute);
  const next = await open(one);
  assert.match(wordsOf(formOf(next)), /no longer work/);
  assert.notEqual(keyIn(next), before);
  assert.match(says(one), /no longer work/);

  const { conversation } = one.chat;
  await running.records.update('conversation', conversation, (record) => ({
    record: record && { ...record, version: 0 },
    outcome: undefined,
  }));
  const gone = await open(one);
  assert.ok(gone.kind === 'message' && /nothing to do here/.test(gone.text), JSON.stringify(gone));
  assert.match(says(one), /password reset/i);
});

test('a window asked for by an old card says that the card is old', async () => {
  const one = await atCode();
  const card = one.chat.latest();
  await one.chat.type(await running.caught.code(one.number));
  const late = await open(one, card);
  assert.ok(late.kind === 'message' && /old/.test(late.text), JSON.stringify(late));
});

test('who would rather type in the chat can, for a day, and a typed code counts anyway', async () => {
  const one = await atCode();
  await one.chat.click('type-here');
  assert.deepEqual(inputsOf(one.chat.latest().content), ['Input.Text']);
  await one.chat.click('code', { code: '000000' });
  assert.deepEqual(inputsOf(one.chat.latest().content), ['Input.Text'], 'a wrong code does not forget it');
  await one.chat.type(await running.caught.code(one.number));
  assert.match(says(one), /Your phone is confirmed/);
  clock.turn(day + minute);
  await one.chat.type('manage');
  await one.chat.click('take');
  assert.match(says(one), /Type it in a window/);
});

test('who types a code into the chat does not get the secret of an app there, unless they want that too', async () => {
  const one = await atCode();
  await one.chat.click('type-here');
  await one.chat.type(await running.caught.code(one.number));
  await one.chat.click('take', { method: 'authenticator-app' });
  const hasPicture = () => /data:image\/png/.test(JSON.stringify(one.chat.latest()));
  assert.match(says(one), /Show the picture and the key/);
  assert.ok(!hasPicture());
  await one.chat.click('type-here');
  assert.ok(hasPicture());
  await one.chat.click('app-code', { code: '000000' });
  assert.match(says(one), /4 tries/);
  assert.ok(hasPicture(), 'a wrong code does not forget it');
  await one.chat.click('back');
  await one.chat.click('take', { method: 'authenticator-app' });
  assert.ok(!hasPicture());
});

test('a client that does not know windows and sends their button gets the fields in the chat', async () => {
  const one = await atCode();
  const { id, content } = one.chat.latest();
  const value = actionsOf(content).find(({ data }) => data?.verb === 'window')?.data;
  await one.chat.post(one.chat.envelope({ type: 'message', value, replyToId: id }));
  assert.deepEqual(inputsOf(one.chat.latest().content), ['Input.Text']);
});

test('other ways and leaving work from the cover and from the window', async () => {
  const one = await atCode();
  clock.turn(minute);
  const { window } = await submit(one, await open(one), 'resend', {});
  assert.match(wordsOf(formOf(window)), /new code/i);
  assert.equal((await kept(one)).challenge?.send, 2);
  await one.chat.click('change');
  assert.match(says(one), /Add a phone/);
});

test('the secret of an app and the answers to questions never stand in the chat', async () => {
  const one = somebody(running);
  await roads.choose(one, running, clock);
  await one.chat.click('take', { method: 'authenticator-app' });
  assert.doesNotMatch(JSON.stringify(one.chat.cards()), /data:image\/png|([A-Z2-7]{4} ){7}/);
  const setup = await open(one);
  const secret =
    wordsOf(formOf(setup))
      .match(/([A-Z2-7]{4} ){7}[A-Z2-7]{4}/u)?.[0]
      .replaceAll(' ', '') ?? '';
  const { window } = await submit(one, setup, 'app-code', { code: shownBy(secret, clock()) });
  assert.equal(window.kind, 'closed');
  assert.match(says(one), /Your app is confirmed/);

  await one.chat.click('take', { method: 'security-questions' });
  assert.deepEqual(inputsOf(one.chat.latest().content), []);
  const rows = Object.fromEntries(
    goodRows.flatMap(({ question, answer }, at) => [
      [`question-${at + 1}`, question],
      [`answer-${at + 1}`, answer],
    ]),
  );
  const questions = await open(one);
  const { window: others } = await submit(one, questions, 'other-questions', rows);
  for (const { answer } of goodRows) assert.match(JSON.stringify(others), new RegExp(answer), 'what was typed stays');
  const { window: missing } = await submit(one, questions, 'questions', { ...rows, 'answer-1': '' });
  assert.match(wordsOf(formOf(missing)), /Choose your questions/);
  const { window: done } = await submit(one, missing, 'questions', rows);
  assert.equal(done.kind, 'closed');
  for (const { answer } of goodRows) assert.doesNotMatch(JSON.stringify(one.chat.cards()), new RegExp(answer));

  clock.turn(proofLife + minute);
  await one.chat.type('manage');
  await one.chat.click('take', { method: 'authenticator-app' });
  const proving = await open(one);
  await one.chat.type('colourless green ideas');
  assert.match(says(one), /code from your app/, 'what was not understood leaves the step, and its window, open');
  const { window: proven } = await submit(one, proving, 'app-prove', { code: shownBy(secret, clock()) });
  assert.equal(proven.kind, 'closed');
  assert.match(says(one), /^Your methods$/mu);
});

test('nonsense instead of a window’s form is answered calmly and changes nothing', async () => {
  const one = await atCode();
  const before = await kept(one);
  for (const value of [
    {},
    { data: null },
    { data: 'x' },
    { data: { verb: 7 } },
    { data: { verb: 'code' } },
    { data: [] },
  ]) {
    for (const name of ['task/fetch', 'task/submit']) {
      const { status } = await one.chat.post(one.chat.envelope({ type: 'invoke', name, value }));
      assert.equal(status, 200);
    }
  }
  assert.deepEqual((await kept(one)).challenge, before.challenge);
});

test('somebody else’s window is worth nothing', async () => {
  const one = await atCode();
  const window = await open(one);
  const other = await atCode();
  await submit(other, window, 'code', { code: await running.caught.code(one.number) });
  assert.equal(Object.keys((await kept(other)).methods).length, 0);
  assert.equal(Object.keys((await kept(one)).methods).length, 0);
});
