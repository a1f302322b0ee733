import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { proofLife } from '../../bot/domain/enrolment/proof.ts';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import { day, minute } from '../../bot/domain/time.ts';
import { createLog } from '../../bot/log.ts';
import { setPolicy } from '../../bot/settings/policy-file.ts';
import { administrator, asking, goodRows, inOrder } from '../support/app-and-questions.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { lastingFiles, personIn } from '../support/records.ts';
import { roads, type Somebody, settled, somebody, turnedClock } from '../support/screens.ts';
import { actionsOf, wordsOf } from '../support/teams-client.ts';

const clock = turnedClock();
const lines: string[] = [];
let running: RunningBot;
before(async () => {
  running = await startBot({ clock, log: createLog('debug', { write: (line) => void lines.push(line) }) });
  await setPolicy(running.records, { ...defaultPolicy, questions: asking }, 'test', 0);
});
after(() => running.stop());

const method = 'security-questions';
const says = ({ chat }: Somebody) => wordsOf(chat.latest().content);
const kept = (one: Somebody) => personIn(running.records, one.employee);
const form = (rows: readonly { readonly question: string; readonly answer: string }[]) =>
  Object.fromEntries(
    rows.flatMap(({ question, answer }, at) => [
      [`question-${at + 1}`, question],
      [`answer-${at + 1}`, answer],
    ]),
  );
/** An input of the newest card, by its id. */
function input(one: Somebody, id: string): Readonly<Record<string, unknown>> {
  const found = find(one.chat.latest().content);
  assert.ok(found, `there is no input ${id}`);
  return found;

  function find(part: unknown): Record<string, unknown> | undefined {
    if (typeof part !== 'object' || part === null) return undefined;
    if ('id' in part && part.id === id) return part as Record<string, unknown>;
    return Object.values(part).map(find).find(Boolean);
  }
}

/** Everything the bot keeps or shows of somebody, and its log. */
async function traces(one: Somebody): Promise<string> {
  const chat = await running.records.read('conversation', one.chat.conversation);
  return JSON.stringify([chat, await kept(one), one.chat.cards(), one.chat.texts(), lines]);
}

async function atForm(): Promise<Somebody> {
  const one = somebody(running);
  await roads.choose(one, running, clock);
  await one.chat.click('take', { method });
  assert.match(says(one), /^Choose your questions$/mu);
  return one;
}

async function withQuestions(): Promise<Somebody> {
  const one = await atForm();
  await one.chat.click('questions', form(goodRows));
  assert.match(says(one), /Your security questions are saved/);
  return one;
}

async function atProof(): Promise<Somebody> {
  const one = await withQuestions();
  clock.turn(proofLife + minute);
  await one.chat.type('manage');
  await one.chat.click('take', { method });
  assert.match(says(one), /^Answer your questions$/mu);
  return one;
}

async function rightAnswers(one: Somebody): Promise<Readonly<Record<string, string>>> {
  const { draw } = await kept(one);
  const answers = inOrder((draw?.questions ?? []).map((question) => ({ question })));
  return Object.fromEntries(answers.map((answer, at) => [`answer-${at + 1}`, answer]));
}

test('a mistake is named at its field, all of them at once, and everything typed is still there', async () => {
  const one = await atForm();
  const rows = [
    { question: 'q4', answer: 'Umeå' },
    { question: '', answer: 'Fido the third' },
    { question: 'own-1', answer: 'no' },
  ];
  await one.chat.click('questions', form(rows));
  assert.match(says(one), /Please look at 2 fields again/);
  const words = says(one);
  assert.ok(words.indexOf('Choose a question here.') > words.indexOf('Question 2'));
  assert.ok(words.indexOf('That is too short.') > words.indexOf('Answer 3'));
  assert.deepEqual(
    ['question-1', 'answer-1', 'answer-2', 'question-3', 'answer-3'].map((id) => input(one, id).value),
    ['q4', 'Umeå', 'Fido the third', 'own-1', 'no'],
  );
  assert.equal(input(one, 'answer-1').style, 'Password');
  assert.deepEqual((await kept(one)).methods, {});

  await one.chat.click('other-questions', form(rows));
  assert.doesNotMatch(says(one), /too short/);
  assert.deepEqual(
    ['question-1', 'answer-2'].map((id) => input(one, id).value),
    ['q4', 'Fido the third'],
  );
});

test('once they are saved, the answers stand in no card, chat, record or log', async () => {
  const one = await atForm();
  await one.chat.click('questions', form([...goodRows.slice(0, 2), { question: '', answer: 'The red one' }]));
  assert.ok((await traces(one)).includes('The red one'), 'the card has it for as long as it is open');
  await one.chat.click('questions', form(goodRows));
  assert.match(says(one), /Your security questions are saved/);
  const all = await traces(one);
  for (const { answer } of goodRows) assert.ok(!all.toLowerCase().includes(answer.toLowerCase()), answer);
  assert.equal((await kept(one)).methods[method]?.answers.length, 3);
});

test('what is typed into the chat is not taken: a calm sentence says where it belongs and what to do', async () => {
  for (const one of [await atForm(), await atProof()]) {
    const files = await lastingFiles(running.folder);
    for (const words of ['Fido the third', 'answer 1: Umeå Umeå', 'Xk9-Fido#third']) {
      await one.chat.type(words);
      assert.match(says(one), /I take no answers from the chat/);
      assert.match(says(one), /Please delete it/);
      assert.ok(!(await traces(one)).includes(words), words);
    }
    assert.deepEqual(await lastingFiles(running.folder), files);
    await one.chat.type('who can see my number?');
    assert.match(one.chat.texts().join('\n'), /Only you and your administrators/);
    await one.chat.type('back');
    assert.match(says(one), /Choose a method|First, show that it is you/);
  }
});

test('a directory administrator is not offered questions, whatever they click or type', async () => {
  const one = somebody(running);
  running.entries.set(one.objectId, administrator);
  await roads.choose(one, running, clock);
  assert.match(says(one), /Not for people with an administrator role: Security questions\./);
  assert.doesNotMatch(says(one), /Use security questions/);
  await one.chat.click('take', { method });
  assert.match(says(one), /Your organisation does not offer that method/);
  assert.match(says(one), /Choose a method/);
  await one.chat.type('security questions');
  assert.doesNotMatch(says(one), /Choose your questions/);
  await one.chat.deliver({
    ...one.chat.press('later'),
    value: { action: { verb: 'questions', data: { from: 'questions', ...form(goodRows) } } },
  });
  assert.deepEqual((await kept(one)).methods, {});
});

test('asked again, the same questions stay until they are answered, and nobody says which answer is wrong', async () => {
  const one = await atProof();
  const questions = () => says(one).match(/^.*\?$/gmu);
  const asked = questions();
  assert.equal(asked?.length, 3);
  const right = await rightAnswers(one);
  await one.chat.click('answers', { ...right, 'answer-2': 'something else' });
  assert.match(says(one), /At least one answer is not right\. You have 4 tries left/);
  assert.equal(input(one, 'answer-1').value, right['answer-1']);
  assert.deepEqual(questions(), asked);
  await one.chat.click('back');
  clock.turn(day * 3);
  await one.chat.click('take', { method });
  assert.deepEqual(questions(), asked);
  await one.chat.click('answers', { ...right, 'answer-3': '' });
  assert.match(says(one), /Please answer every question/);
  await one.chat.click('answers', right);
  assert.match(says(one), /Thank you. I know that it is you/);
  const all = await traces(one);
  for (const { answer } of goodRows) assert.ok(!all.includes(answer), answer);
});

test('after five tries the questions rest until a stated time', async () => {
  const one = await atProof();
  const right = await rightAnswers(one);
  for (const _ of [1, 2, 3, 4, 5]) await one.chat.click('answers', { ...right, 'answer-1': 'something else' });
  assert.match(says(one), /There were too many tries\. You can answer again after \d/);
  assert.match(says(one), /First, show that it is you/);
  await one.chat.click('take', { method });
  assert.match(says(one), /too many tries/);
  clock.turn(day);
  await one.chat.click('take', { method });
  await one.chat.click('answers', right);
  assert.match(says(one), /Thank you. I know that it is you/);
});

test('who has a phone shows that it is them by the phone: questions are neither offered nor taken', async () => {
  const one = await withQuestions();
  await one.chat.click('take', { method: 'authentication-phone' });
  await one.chat.click('phone', { number: one.typedNumber, country: 'SE', channel: 'text' });
  await one.chat.click('code', { code: await running.caught.code(one.number) });
  await settled(one, running);
  clock.turn(proofLife + minute);
  await one.chat.type('manage');
  assert.doesNotMatch(says(one), /Security questions/);
  await one.chat.click('take', { method });
  assert.match(says(one), /First, show that it is you/);
  assert.equal((await kept(one)).draw, null);
});

test('a form that is sent twice at once is kept once', async () => {
  const one = await atForm();
  const press = one.chat.press('questions', form(goodRows));
  await Promise.all([one.chat.deliver(press), one.chat.deliver({ ...press, id: 'again' })]);
  const { audit, changes } = await kept(one);
  assert.deepEqual([audit.map(({ act }) => act), changes.length], [['method-proven'], 1]);
});

const wrong: readonly unknown[] = [undefined, '', 'x', 'x'.repeat(10_000), null, 42, true, [], ['x'], {}, { x: 'x' }];

test('clicks with a part missing, of another type, too long or of a colleague change nothing', async () => {
  const [choosing, answering, colleague] = [await atForm(), await atProof(), await atProof()];
  const theirs = actionsOf(colleague.chat.latest().content)[0]?.data.challenge;
  for (const [one, verb, heading, typed] of [
    [choosing, 'questions', /Choose your questions/, form(goodRows)],
    [answering, 'answers', /Answer your questions/, { ...(await rightAnswers(answering)), 'answer-1': '' }],
  ] as const) {
    const files = await lastingFiles(running.folder);
    const data = { ...actionsOf(one.chat.latest().content)[0]?.data, ...typed };
    for (const key of Object.keys(data).filter((name) => name !== 'verb')) {
      const values = [...wrong, ...(key === 'challenge' ? [theirs] : [])];
      for (const value of values) {
        // A screen's name may be left out, and a whole form of answers is a try that counts.
        if (key === 'from' && value === undefined) continue;
        if (verb === 'answers' && key === 'answer-1' && typeof value === 'string' && value !== '') continue;
        const act = { action: { type: 'Action.Execute', verb, data: { ...data, [key]: value } } };
        const sent = one.chat.envelope({
          type: 'invoke',
          name: 'adaptiveCard/action',
          value: act,
          replyToId: one.chat.latest().id,
        });
        const { status, body } = await one.chat.deliver(sent);
        assert.equal(status, 200);
        assert.doesNotMatch(JSON.stringify(body ?? ''), /Something went wrong/);
        assert.match(says(one), heading, `${verb} with ${key}: ${String(JSON.stringify(value)).slice(0, 20)}`);
      }
    }
    assert.deepEqual(await lastingFiles(running.folder), files, verb);
  }
});
