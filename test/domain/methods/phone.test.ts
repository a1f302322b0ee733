import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getCountries, getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import {
  answersFor,
  countryOf,
  extensionOf,
  mainLine,
  maskPhone,
  type PhoneProblem,
  readPhone,
  sameAddress,
  withExtension,
} from '../../../bot/domain/methods/phone.ts';

const swedish: readonly string[] = [
  '0701234567',
  '070-123 45 67',
  '070 - 123 45 67',
  ' 070.123.45.67 ',
  '(070) 123 45 67',
  '+46701234567',
  '+46 (0)70 123 45 67',
  '+46(0)701234567',
  '0046701234567',
  '00 46 70 123 45 67',
  '0046 (0)70-123 45 67',
  '０７０１２３４５６７',
  '＋４６　７０　１２３　４５　６７',
  '070\u00a0123\u00a045\u00a067',
  '070–123–45–67',
  '(+46) 70 123 45 67',
  '٠٧٠١٢٣٤٥٦٧',
  '+٤٦٧٠١٢٣٤٥٦٧',
  '\u202d+46 70 123 45 67\u202c',
  '\u20680701234567\u2069\u200e',
  'Mobile: 070-123 45 67',
  '0701234567 (private)',
  'my 2nd phone is 070 123 45 67, thanks',
  '0701234567🙂',
  '[070-123 45 67](tel:+46701234567)',
  '<a href="tel:+46701234567">Kim</a>',
  '( +46 ) 70-123 45 67',
  '(+46)(0)70 123 45 67',
  '(+46) 0701234567',
  '(+46 70) 123 45 67',
  '[+46] 70 123 45 67',
  '(0046) 70 123 45 67',
  '(0)70-123 45 67',
  '( 0 )70-123 45 67',
];

for (const typed of swedish) {
  test(`${JSON.stringify(typed)} is read as the Swedish mobile it is`, () => {
    assert.deepEqual(readPhone(typed, 'text', 'SE'), { kind: 'phone', number: '+46701234567', country: 'SE' });
  });
}

const abroad: readonly (readonly [typed: string, home: string | undefined, number: string])[] = [
  ['0011 46 70 123 45 67', 'AU', '+46701234567'],
  ['0046 70 123 45 67', 'AU', '+46701234567'],
  ['011 46 70 123 45 67', 'US', '+46701234567'],
  ['000 46 70 123 45 67', 'KE', '+46701234567'],
  ['001 46 70 123 45 67', 'SG', '+46701234567'],
  ['tel:+46701234567', undefined, '+46701234567'],
  ['0046701234567', undefined, '+46701234567'],
  ['+39 (0)6 6982 0001', 'SE', '+390669820001'],
  ['+52 1 55 1234 5678', 'SE', '+525512345678'],
  ['0052 1 (55) 1234-5678', 'MX', '+525512345678'],
  ['+5215512345678', undefined, '+525512345678'],
  ['+52 55 1234 5678', 'SE', '+525512345678'],
];

for (const [typed, home, number] of abroad) {
  test(`${typed}, typed by somebody in ${home ?? 'no known country'}, is ${number}`, () => {
    const read = readPhone(typed, 'call', home);
    assert.ok(read.kind === 'phone', read.kind);
    assert.equal(read.number, number);
  });
}

const problems: readonly (readonly [
  typed: string,
  channel: 'text' | 'call',
  country: string | undefined,
  PhoneProblem,
])[] = [
  ['', 'text', 'SE', 'phone-missing'],
  [' \n', 'text', 'SE', 'phone-missing'],
  ['call me', 'text', 'SE', 'phone-unreadable'],
  ['070-123 45 67 or 070-123 45 68', 'text', 'SE', 'phone-unreadable'],
  ['x0701234567', 'text', 'SE', 'phone-unreadable'],
  ['+', 'text', 'SE', 'phone-unreadable'],
  ['1'.repeat(10_000), 'text', 'SE', 'phone-unreadable'],
  ['070-123 45 67', 'text', undefined, 'phone-needs-country'],
  ['070-123 45 67', 'text', 'XX', 'phone-needs-country'],
  ['070-123 45 67', 'text', '__proto__', 'phone-needs-country'],
  ['7', 'text', 'SE', 'phone-too-short'],
  ['070-123 45 67 89 01 23 45 67', 'text', 'SE', 'phone-too-long'],
  ['070-123', 'text', 'SE', 'phone-not-in-use'],
  ['+999 123 456 789', 'text', 'SE', 'phone-needs-country'],
  ['112', 'call', 'SE', 'phone-too-short'],
  ['070-12', 'text', 'SE', 'phone-too-short'],
  ['070123456789012', 'text', 'SE', 'phone-too-long'],
  ['0900-123 45 67', 'call', 'SE', 'phone-not-personal'],
  ['020-12 34 56', 'call', 'SE', 'phone-not-personal'],
  // Machines: each country's national numbering plan, see bot/domain/methods/phone.ts.
  ['+31 97 012345678', 'text', undefined, 'phone-not-personal'],
  ['097 0123 45678', 'call', 'NL', 'phone-not-personal'],
  ['+34 590 012 345 6789', 'text', undefined, 'phone-too-long'],
  ['+47 5800 1234 5678', 'text', undefined, 'phone-too-long'],
  ['+33 700 00 1234 567 890', 'text', undefined, 'phone-too-long'],
  ['+61 147 123 456', 'text', undefined, 'phone-internet-only'],
  ['+81 20 1234 5678', 'text', undefined, 'phone-not-personal'],
  ['+44 56 1234 5678', 'call', undefined, 'phone-internet-only'],
  ['08-12 34 56', 'text', 'SE', 'phone-cannot-text'],
];

for (const [typed, channel, country, problem] of problems) {
  test(`${JSON.stringify(typed.slice(0, 30))} for a ${channel} in ${country ?? 'no country'} is ${problem}`, () => {
    assert.deepEqual(readPhone(typed, channel, country), { kind: problem });
  });
}

for (const [typed, extension] of [
  ['+46 8 505 123 45 ext. 105', '105'],
  ['08-505 123 45 x105', '105'],
  ['08-505 123 45 #105', '105'],
  ['(+46) 8 505 123 45 ext 0105', '0105'],
  ['tel:+46850512345;ext=105', '105'],
] as const) {
  test(`the extension in ${typed} is read apart from the number`, () => {
    const read = readPhone(typed, 'call', 'SE');
    assert.deepEqual(read, { kind: 'phone', number: '+46850512345', extension, country: 'SE' });
  });
}

test('an extension can be told from an address with an x, and shows behind the mask', () => {
  const address = withExtension('+46850512345', '105');
  assert.deepEqual([address, mainLine(address), extensionOf(address)], ['+46850512345x105', '+46850512345', '105']);
  for (const none of ['+46850512345', 'max105@example.org', '+4@x1', '']) {
    assert.deepEqual([mainLine(none), extensionOf(none)], [none, undefined]);
  }
  assert.equal(maskPhone(address), `${maskPhone('+46850512345')} #105`);
  assert.equal(countryOf(address), 'SE');
});

test('a landline can be called, though it cannot be texted', () => {
  assert.deepEqual(readPhone('08-12 34 56', 'call', 'SE'), { kind: 'phone', number: '+468123456', country: 'SE' });
});

test('a number with country code is read whatever country is chosen', () => {
  for (const country of ['SE', 'US', 'AU', undefined]) {
    assert.deepEqual(readPhone('+46 70 123 45 67', 'text', country), readPhone('0046 70 123 45 67', 'text', country));
  }
});

test('a mobile of every region can be texted', () => {
  for (const country of getCountries()) {
    const example = getExampleNumber(country, examples);
    assert.ok(example, country);
    assert.equal(readPhone(example.number, 'text', undefined).kind, 'phone', country);
  }
});

const masks: Readonly<Record<string, string>> = {
  '+46701234567': '+46 70 ••• •• 67',
  '+12025550123': '+1 20• ••• ••23',
  '+4520123456': '+45 •• •• •• 56',
  '+24740123': '+247 ••••3',
};

for (const [number, mask] of Object.entries(masks)) {
  test(`${number} is shown as ${mask}`, () => assert.equal(maskPhone(number), mask));
}

const same: readonly (readonly [string | null, string | null])[] = [
  ['+46701234567', '+46 701234567'],
  ['+46701234567', '+46 0701234567'],
  ['+46701234567', '+46 (0)70-123 45 67'],
  ['+46850512345x105', '+46 850512345 ext. 105'],
  ['+390612345678', '+39 06 1234 5678'],
  ['Kim@Example.org', 'kim@example.org '],
  ['+46 70XXXXX67', '+46 70XXXXX67'],
  [null, null],
];

const different: readonly (readonly [string | null, string | null])[] = [
  ['+46701234567', '+46701234568'],
  ['+46701234567', '+46701234567x1'],
  ['+46850512345x105', '+46850512345x106'],
  ['+46850512345105', '+46850512345x105'],
  // The zero of an Italian landline is part of the number.
  ['+390612345678', '+39612345678'],
  ['+46701234567', '+46 70XXXXX67'],
  ['+46 70XXXXX67', '+46 70XXXXX68'],
  ['+46701234567', null],
  ['max@example.org', 'ma@example.org'],
  ['0701234567', '+46701234567'],
];

test('one number in two spellings is one, and what differs in a digit or an extension is two', () => {
  for (const [one, other] of same) assert.ok(sameAddress(one, other) && sameAddress(other, one), `${one} ${other}`);
  for (const [one, other] of different)
    assert.ok(!sameAddress(one, other) && !sameAddress(other, one), `${one} ${other}`);
});

test('who answered on the main line has answered for its extension, and not the other way round', () => {
  assert.ok(answersFor('+46850512345', '+46 850512345x105'));
  assert.ok(answersFor('+46850512345x105', '+46 850512345x105'));
  assert.ok(!answersFor('+46850512345x105', '+46 850512345'));
  assert.ok(!answersFor('+46850512345x105', '+46 850512345x106'));
  assert.ok(answersFor('+46701234567', '070-123 45 67', 'SE'));
  assert.ok(!answersFor('+46701234567', '070-123 45 67'));
});
