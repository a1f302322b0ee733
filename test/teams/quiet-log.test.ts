import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Fault } from '../../bot/domain/fault.ts';
import { createLog } from '../../bot/log.ts';
import { anybody, type RunningBot, startBot } from '../support/bot.ts';
import { personIn } from '../support/records.ts';
import { roads, somebody, turnedClock } from '../support/screens.ts';
import { until } from '../support/until.ts';

const lines: string[] = [];
const clock = turnedClock();
let running: RunningBot;
let trouble = false;

/** Somebody whose every word can be found again. */
const known = {
  ...anybody,
  displayName: 'Zsófia Winterbottom-Quist',
  signInName: 'zsofia.wq@example.org',
  mailboxes: ['zsofia.wq@example.org'],
};

before(async () => {
  running = await startBot({
    clock,
    log: createLog('debug', { write: (line) => void lines.push(line) }),
    directory: {
      async entry() {
        if (trouble)
          throw new Fault('directory-unavailable', 'down', { cause: new Error(`no answer for ${known.signInName}`) });
        return known;
      },
    },
  });
});
after(() => running.stop());

test('nothing that was typed, sent or known of a person gets into the log, whatever goes wrong', async () => {
  const me = somebody(running);
  const words = [
    'my dog is called Rumpelstilzchen',
    'Sommar-2026!xyz',
    'vem kan se Rumpelstilzchen?',
    '/as Rumpelstilzchen',
  ];
  await roads['code of a phone'](me, running, clock);
  const code = await running.caught.code(me.number);
  for (const text of [...words, '135 791']) await me.chat.type(text);
  await me.chat.type('hi');
  await me.chat.click('code', { code: 'Rumpelstilzchen' });

  trouble = true;
  await me.chat.type(`${code} Rumpelstilzchen`);
  await me.chat.click('code', { code });
  trouble = false;

  running.connector.fail = () => ({ status: 403 });
  await me.chat.type('Rumpelstilzchen');
  running.connector.fail = () => undefined;

  running.caught.fate = () => ({ kind: 'refused', reason: 'no such number' });
  clock.turn(31_000);
  await me.chat.type('hi');
  await me.chat.click('resend');
  const { challenge } = await personIn(running.records, me.employee);
  running.caught.fate = () => {
    throw new Error(`can not send to ${me.number}: ${code}`);
  };
  clock.turn(31_000);
  await me.chat.type('send it again');
  await until('the letter that can not be sent is in the log', () => lines.some((line) => line.includes('letter')));

  await me.chat.type('A0000@rumpel.example');

  await me.chat.post({
    ...me.chat.envelope({ type: 'message', text: 'Rumpelstilzchen' }),
    serviceUrl: 'https://evil.example',
  });
  await me.chat.post({ type: 'message', text: 'Rumpelstilzchen' });

  assert.ok(lines.length > 5, `only ${lines.length} lines were written, so nothing was tried`);
  const log = lines.join('');
  for (const event of ['turn failed', 'letter']) assert.ok(log.includes(event), `"${event}" is not in the log`);
  const secrets = [
    ...words,
    'umpelstilzchen',
    'Sommar',
    code,
    '135791',
    '135 791',
    me.number,
    me.number.slice(3),
    me.typedNumber,
    'rumpel.example',
    me.objectId,
    me.chat.conversation,
    challenge?.id ?? 'no challenge',
    'Winterbottom',
    'zsofia',
  ];
  for (const secret of secrets) assert.ok(!log.toLowerCase().includes(secret.toLowerCase()), `${secret} is in the log`);
});
