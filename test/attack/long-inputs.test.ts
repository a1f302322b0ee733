import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCode } from '../../bot/domain/enrolment/code.ts';
import { readEmail } from '../../bot/domain/methods/email.ts';
import { readPhone } from '../../bot/domain/methods/phone.ts';
import { readAnswer } from '../../bot/domain/methods/questions/answer.ts';
import { easyAnswer } from '../../bot/domain/methods/questions/check.ts';
import { plainLine, plainWords } from '../../bot/domain/tickets/sanitize.ts';
import { readNumber } from '../../bot/domain/tickets/ticket.ts';
import { smtpVerdict } from '../../bot/providers/delivery/smtp/verdict.ts';
import { choosesChannel } from '../../bot/teams/support/choose-channel.ts';
import { answerWords } from '../../bot/texts/questions.ts';
import { codeIn } from '../../bot/understanding/codes.ts';
import { commandIn, looksLikePassword } from '../../bot/understanding/commands.ts';
import { clausesOf, folded } from '../../bot/understanding/normalisation.ts';
import { understand } from '../../bot/understanding/understand.ts';
import { emailScreen } from '../../dialogs/enrolment/email.ts';
import { phoneScreen } from '../../dialogs/enrolment/phone.ts';
import type { Turn } from '../../dialogs/turn.ts';
import { share } from '../support/figure.ts';
import { seedOfRun } from '../support/seeded.ts';

const turn = {
  tell: () => '',
  typed: {},
  entry: { signInName: 'kim@example.org', mailboxes: [], country: 'SE' },
  policy: { phone: { channels: ['text'] }, ownDomains: [] },
} as unknown as Turn;
const typed = (text: string) => ({ kind: 'text', text }) as const;

/** Whatever reads what somebody typed. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'the e-mail screen': (text) => emailScreen.read(turn, typed(text) as never, {} as never),
  'the phone screen': (text) => phoneScreen.read(turn, typed(text) as never, {} as never),
  'a phone number': (text) => readPhone(text, 'text', 'SE'),
  'an e-mail address': (text) => readEmail(text, [], []),
  'a code': readCode,
  'an answer': readAnswer,
  'an easy answer': (text) => easyAnswer(text, answerWords),
  'the number of a ticket': readNumber,
  'words of a ticket': (text) => plainWords(text, text.length),
  'a line of a ticket': (text) => plainLine(text, text.length),
  'an intent': commandIn,
  'folded words': folded,
  'a password': looksLikePassword,
  'a sentence': understand,
  'a code from a page': codeIn,
  clauses: clausesOf,
  'the choice of a channel': choosesChannel,
  'what a mail server says': (text) =>
    smtpVerdict(Object.assign(new Error('no'), { responseCode: 550, response: text })),
};

const units = [
  ...[
    'a',
    'A',
    '1',
    '0',
    ' ',
    '\n',
    '\t',
    ' \n',
    '.',
    ',',
    '?',
    '-',
    '–',
    '@',
    '+',
    '/',
    ':',
    '"',
    '<',
    '(',
    '\\',
    '_',
    '%',
    "'",
  ],
  ...[
    'a@',
    '@a',
    'a.',
    'a ',
    ' a',
    '1 ',
    ' -',
    'r ',
    'R-',
    '0x',
    'sspr_',
    'aadsts',
    'a-',
    '(0)',
    '00',
    'tel:',
    'https://',
    '? ',
  ],
  ...[
    'å',
    '\u0301',
    '\u200b',
    '\u202e',
    '\ud800',
    '👩‍👧',
    'ﬀ',
    'password: ',
    'my password is ',
    'lösenord',
    '<at>',
    '@Reset ready ',
  ],
];

const longest = 64 * 1024;

/** CPU of one reading, ms: the best of some, for others share the machine. */
function cost(read: (text: string) => unknown, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3; tries += 1) {
    const before = process.cpuUsage();
    read(text);
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1_000);
    if (best < 20) return best;
  }
  return best;
}

const filled = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

const seed = seedOfRun();

for (const [of, [name, read]] of Object.entries(readers).entries()) {
  test(`${name}: 64 kB of anything cost no more than their length says`, (t) => {
    t.diagnostic(`SEED=${seed}`);
    read('warm');
    for (const unit of share(units, 4, seed + of)) {
      for (const end of ['', 'x', '!']) {
        const whole = cost(read, filled(unit, longest) + end);
        if (whole < 60) continue;
        // Four times as long may cost four times as much; a quadratic pattern costs sixteen times.
        const quarter = cost(read, filled(unit, longest / 4) + end);
        assert.ok(whole < 9 * quarter, `${JSON.stringify(unit)} ${end}: ${whole} ms, a quarter of it ${quarter} ms`);
      }
    }
  });
}
