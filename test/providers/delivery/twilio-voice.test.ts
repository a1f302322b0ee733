import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { spoken } from '../../../bot/providers/delivery/twilio/twilio.ts';
import { languages } from '../../../bot/texts/languages.ts';
import { teller } from '../../../bot/texts/tell.ts';
import { heard } from '../../support/fake-twilio.ts';
import { seedOfRun } from '../../support/seeded.ts';

function callIn(language: (typeof languages)[number], name: string): string {
  return spoken(teller(language, null)('letter.call', { digits: '1, 2, 3, 4, 5, 6', name }), language);
}

test('the code is read digit by digit with silence between, twice', () => {
  for (const language of languages) {
    const twiml = callIn(language, 'Reset Ready');
    const runs = twiml.match(/\d(?:,\s*<break time="500ms"\/>\d)+/g) ?? [];
    assert.equal(runs.length, 2, twiml);
    assert.ok(runs.every((run) => run.replace(/<[^>]*>|\D/g, '') === '123456'));
    assert.equal(twiml.match(/\d\.\s*<break time="1s"\/>/g)?.length, 2, 'and some after each time');
  }
});

test('each language has a voice of its own; one without is read by the English one', () => {
  const voiceOf = (language: string) => /<Say ([^>]*)>/.exec(spoken('1', language))?.[1];
  assert.equal(voiceOf('sv'), 'language="sv-SE" voice="Polly.Astrid"');
  assert.equal(voiceOf('sv-FI'), 'language="sv-SE" voice="Polly.Astrid"');
  assert.equal(voiceOf('en'), 'language="en-GB" voice="Polly.Amy"');
  for (const none of ['fi', 'fi"><Dial>', 'constructor', '']) {
    assert.equal(voiceOf(none), 'language="en-GB" voice="Polly.Amy"');
  }
  assert.equal(new Set(languages.map(voiceOf)).size, languages.length);
});

test('a call fits what Twilio takes, whatever the product is called', () => {
  for (const language of languages) {
    assert.ok(callIn(language, '&'.repeat(30)).length <= 4_000);
    const words = teller(language, null)('letter.call', { digits: '1, 2, 3, 4, 5, 6', name: '&'.repeat(30) });
    assert.ok(spoken(words, language, true).length <= 4_000);
  }
});

const sign = fc.oneof(fc.constantFrom(...`<>&"'/`, '</Say>', '&lt;', '1, 2', '3. '), fc.string({ unit: 'binary' }));

test('words are never marks: one Say, and all else is silence', () => {
  const seed = seedOfRun();
  fc.assert(
    fc.property(fc.string({ unit: sign, maxLength: 80 }), (text) => {
      const twiml = spoken(text, 'sv');
      const tags = twiml.match(/<[^>]*>/g) ?? [];
      assert.equal(tags.filter((tag) => !/^<break time="(500ms|1s)"\/>$/.test(tag)).length, 6, twiml);
      // Of control characters XML 1.0 takes line breaks and tabs only.
      assert.doesNotMatch(twiml, /\p{Cc}|\p{Cs}/u);
      assert.equal(heard(twiml).replace(/\s+/g, ' '), text.replace(/[\p{Cc}\s]+/gu, ' ').trim());
    }),
    { seed, numRuns: 500 },
  );
});
