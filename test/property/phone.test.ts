import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { getCountries, getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { extensionOf, mainLine, maskPhone, readPhone, withExtension } from '../../bot/domain/methods/phone.ts';
import { seedOfRun } from '../support/seeded.ts';

/** One mobile number of each region, in the forms in which people there and elsewhere write it. */
const people = getCountries().flatMap((country) => {
  const example = getExampleNumber(country, examples);
  if (!example) return [];
  const { number, countryCallingCode: code, nationalNumber } = example;
  const [national, international] = [example.formatNational(), example.formatInternational()];
  return [{ country, code, number, nationalNumber, national, international }];
});
type Owner = (typeof people)[number];

/** What each form is typed as, and whether the country must be known to read it. */
const forms: Readonly<Record<string, { readonly typed: (owner: Owner) => string; readonly local?: true }>> = {
  national: { typed: ({ national }) => national, local: true },
  'national, dots': { typed: ({ national }) => national.replace(/[ -]/g, '.'), local: true },
  'national, dashes': { typed: ({ national }) => national.replace(/[ -]/g, '-'), local: true },
  'national, full-width': { typed: ({ national }) => wide(national), local: true },
  'E.164': { typed: ({ number }) => number },
  international: { typed: ({ international }) => international },
  'international, no-break spaces': { typed: ({ international }) => international.replaceAll(' ', '\u00a0') },
  'international, dots': { typed: ({ international }) => international.replace(/[ -]/g, '.') },
  'international, dashes': { typed: ({ international }) => international.replace(/[ -]/g, '–') },
  'international, full-width': { typed: ({ international }) => wide(international) },
  '00': { typed: ({ number }) => `00${number.slice(1)}` },
  '00, spaces': { typed: ({ international }) => `00 ${international.slice(1)}` },
  'with (0)': { typed: ({ code, nationalNumber }) => `+${code} (0)${nationalNumber}` },
  'with (0), spaces': { typed: ({ code, international }) => `+${code} (0) ${international.slice(code.length + 2)}` },
};

for (const [name, { typed, local }] of Object.entries(forms)) {
  test(`a mobile number of every region is read in the form: ${name}`, (t) => {
    const wrong = people.flatMap((owner) => {
      const homes = local ? [owner.country] : [owner.country, 'SE', undefined];
      return homes.flatMap((home) => {
        const read = readPhone(typed(owner), 'call', home);
        return read.kind === 'phone' && read.number === owner.number
          ? []
          : [`${typed(owner)} in ${home}: ${read.kind}`];
      });
    });
    assert.deepEqual(wrong, []);
    t.diagnostic(`${people.length} regions`);
  });
}

test('a mask shows at most four digits of the national number and hides at least three', (t) => {
  const seed = seedOfRun();
  t.diagnostic(`SEED=${seed}`);
  fc.assert(
    fc.property(fc.constantFrom(...people), fc.nat(99_999), ({ number }, tail) => {
      const read = readPhone(withTail(number, tail), 'call', undefined);
      fc.pre(read.kind === 'phone');
      const mask = maskPhone(read.number);
      const shown = (mask.slice(mask.indexOf(' ')).match(/\d/g) ?? []).length;
      assert.ok(shown <= 4, mask);
      assert.ok((mask.match(/•/g) ?? []).length >= 3, mask);
    }),
    { seed, numRuns: 5_000 },
  );
});

test('whatever is typed is read or refused, never thrown at, and what was read is read the same again', (t) => {
  const seed = seedOfRun();
  t.diagnostic(`SEED=${seed}`);
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789+() -./x;#*,\u00a0０９＋–'), maxLength: 70 });
  const nearly = fc
    .tuple(fc.constantFrom(...people), fc.nat(99_999), fc.string({ maxLength: 3 }))
    .map(([{ number }, tail, noise]) => `${withTail(number, tail)}${noise}`);
  const anything = fc.oneof(digits, fc.string({ unit: 'binary', maxLength: 80 }), nearly);
  const home = fc.option(fc.oneof(fc.constantFrom(...getCountries()), fc.string({ maxLength: 12 })), {
    nil: undefined,
  });
  let numbers = 0;
  fc.assert(
    fc.property(anything, fc.constantFrom('text', 'call'), home, (typed, channel, country) => {
      const read = readPhone(typed, channel, country);
      if (read.kind !== 'phone') return;
      numbers += 1;
      assert.match(read.number, /^\+[1-9]\d{4,14}$/);
      const whole = withExtension(read.number, read.extension);
      assert.deepEqual(readPhone(whole, channel, undefined), read);
      assert.deepEqual([mainLine(whole), extensionOf(whole)], [read.number, read.extension]);
      assert.equal(maskPhone(whole).includes('•'), true);
    }),
    { seed, numRuns: 20_000 },
  );
  t.diagnostic(`${numbers} of 20,000 were numbers`);
  assert.ok(numbers > 500);
});

function withTail(number: string, tail: number): string {
  return `${number.slice(0, -5)}${String(tail).padStart(5, '0')}`;
}

function wide(text: string): string {
  return text.replace(/[+\d]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
}
