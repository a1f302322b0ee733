import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { IntlMessageFormat } from 'intl-messageformat';
import { Fault } from '../../bot/domain/fault.ts';
import type { TextKey } from '../../bot/texts/catalog.ts';
import {
  catalogues,
  type Language,
  languageNamed,
  languageOf,
  languageRecords,
  languages,
  nextLanguage,
} from '../../bot/texts/languages.ts';
import { teller } from '../../bot/texts/tell.ts';
import { says, type TypedKey, yesOrNo } from '../../bot/texts/typed-words.ts';
import { folded } from '../../bot/understanding/normalisation.ts';
import { fleschReadingEase, lix, sentencesOf, wordsOf } from '../support/readability.ts';

const keys = Object.keys(catalogues.en) as TextKey[];
/** Local mode speaks to developers, and supporters get exact terms. */
const forEmployees = keys.filter((key) => !/^(local\.|support)/u.test(key));

/** What people would read, with likely values in the slots. */
function sample(slot: string): string | number {
  const values: Readonly<Record<string, string | number>> = {
    address: '+46 70 ••• •• 67',
    channel: 'text',
    code: '123456',
    date: '23 November 2026',
    digits: '1, 2, 3, 4, 5, 6',
    example: '070-123 45 67',
    gaps: 'your licence',
    language: 'English',
    languages: 'English and Swedish',
    method: 'Phone',
    name: 'Kim',
    names: 'Alva, Kim',
    reference: 'A1B2',
    time: '14:05',
    what: 'Phone: changed on 23 November.',
  };
  return values[slot] ?? 2;
}

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** The slots of a parsed message: their names, and whether they count. */
function slotsIn(ast: Ast): readonly string[] {
  return ast.flatMap((part) => {
    if (!('value' in part) || part.type === 0) return [];
    if (!('options' in part)) return [part.value];
    return [`${part.value} (counts)`, ...Object.values(part.options).flatMap((option) => slotsIn(option.value))];
  });
}

function slotsOf(language: Language, key: TextKey): readonly string[] {
  const ast = new IntlMessageFormat(catalogues[language][key], language, undefined, { ignoreTag: true }).getAst();
  return [...new Set(slotsIn(ast))].sort();
}

function said(language: Language, key: TextKey, number?: number): string {
  const names = slotsOf(language, key).map((slot) => slot.replace(' (counts)', ''));
  const values = Object.fromEntries(
    names.map((name) => [name, typeof sample(name) === 'number' ? (number ?? 2) : sample(name)]),
  );
  const tell = teller(language, 'Europe/Stockholm') as (
    key: TextKey,
    values: Readonly<Record<string, string | number>>,
  ) => string;
  return tell(key, values);
}

test('there is English and Swedish at least, and each language has every text and no other', () => {
  assert.deepEqual(
    ['en', 'sv'].filter((tag) => languageOf(tag)),
    ['en', 'sv'],
  );
  for (const language of languages) assert.deepEqual(Object.keys(catalogues[language]).sort(), [...keys].sort());
});

test('the same text takes the same values in every language', () => {
  for (const key of keys) {
    for (const language of languages) {
      // A number may be counted in one language only: "1 try, 2 tries" · "1 försök, 2 försök".
      const names = (one: Language) => slotsOf(one, key).map((slot) => slot.replace(' (counts)', ''));
      assert.deepEqual(new Set(names(language)), new Set(names('en')), `${language} ${key}`);
    }
  }
});

test('the parser sees slots and counts, so the test above can fail', () => {
  assert.deepEqual(slotsOf('en', 'home.partly'), ['missing (counts)', 'proven', 'required']);
  assert.deepEqual(slotsOf('en', 'letter.text'), ['code', 'name']);
});

for (const language of languages) {
  describe(`texts in ${language}`, () => {
    test('nothing is empty, and nothing of the notation is left on screen', () => {
      for (const key of keys) {
        for (const number of [0, 1, 2, 5, 60]) {
          const text = said(language, key, number);
          assert.ok(text.trim() !== '' && text === text.trim(), key);
          assert.doesNotMatch(text, /[{}<>]|\$\{|#|undefined|null|NaN|\[object/, `${key}: ${text}`);
          assert.doesNotMatch(text, / {2}| [.,!?:]|\.\.|''|"/, `${key}: ${text}`);
        }
      }
    });

    test('one is said differently from many', () => {
      for (const key of keys.filter((one) => slotsOf(language, one).some((slot) => slot.endsWith('(counts)')))) {
        assert.doesNotMatch(said(language, key, 1), /(?<! of )\b1 (?:methods|tries|seconds|more|sekunder)\b/, key);
        assert.notEqual(said(language, key, 1), said(language, key, 2), key);
      }
    });

    test('a value that is missing is a fault, not a hole in the sentence', () => {
      const tell = teller(language, null) as (key: TextKey, values?: object) => string;
      for (const key of keys.filter((one) => slotsOf(language, one).length > 0)) {
        assert.throws(
          () => tell(key, {}),
          (error) => error instanceof Fault && error.code === 'text-slot-missing',
          key,
        );
      }
    });

    test('what people typed stays as it is: it is not read as notation', () => {
      const tell = teller(language, null);
      const name = `{code} '{x}' <b> # \${y}`;
      assert.ok(tell('home.contact', { name }).includes(name));
    });

    test('no sentence has more than 25 words', () => {
      const long = keys.flatMap((key) => sentencesOf(said(language, key)).filter((one) => wordsOf(one).length > 25));
      assert.deepEqual(long, []);
    });

    test('no product jargon reaches an employee', () => {
      const jargon =
        /\b(SSPR|writeback|tenant|token|Entra|Azure|AAD|MFA|2FA|OTP|UPN|SAML|API|(?<!Microsoft )authenticat(?!or[ -]app)\w*|autentiser(?!ingsapp)\w*|credential\w*|verif\w*|klientorganisation\w*|tillbakaskrivning\w*|provision\w*|endpoint|self-service|självbetjäning\w*|session)\b/iu;
      for (const key of forEmployees) assert.doesNotMatch(said(language, key), jargon, key);
    });
  });
}

/** Whole sentences only: titles and buttons are short anyway and would flatter the figure. */
function prose(language: Language): readonly string[] {
  return forEmployees.flatMap((key) => sentencesOf(said(language, key))).filter((one) => /[.!?]$/.test(one));
}

test('English reads easily', (t) => {
  const sentences = prose('en');
  const ease = fleschReadingEase(sentences);
  t.diagnostic(`Flesch reading ease ${ease.toFixed(1)} over ${sentences.length} sentences`);
  assert.ok(ease >= 60);
});

test('Swedish reads easily', (t) => {
  const sentences = prose('sv');
  const index = lix(sentences);
  t.diagnostic(`LIX ${index.toFixed(1)} over ${sentences.length} sentences`);
  assert.ok(index <= 40);
});

/** Names and signs, and words that are the same in both. */
const alike: readonly TextKey[] = ['confirm.value', 'rehearsal.line', 'prove.take', 'finish.link'];

test('nothing was left untranslated', () => {
  for (const language of languages.filter((one) => one !== 'en')) {
    const same = forEmployees.filter((key) => catalogues[language][key] === catalogues.en[key]);
    assert.deepEqual(same.sort(), [...alike].sort(), language);
  }
});

test('Swedish has Swedish letters and no English words, English no Swedish ones', () => {
  const swedish = forEmployees.filter((key) => !alike.includes(key)).map((key) => catalogues.sv[key]);
  assert.ok(swedish.filter((text) => /[åäö]/i.test(text)).length > swedish.length * 0.6);
  const english = /\b(the|you|your|code|phone|and|password|please|is|are|not|number|email|with|mail)\b/i;
  const slots = /\{\w+/g;
  for (const key of forEmployees.filter((one) => !alike.includes(one))) {
    assert.doesNotMatch(catalogues.sv[key].replaceAll(slots, '').replaceAll('in English', ''), english, key);
    assert.doesNotMatch(catalogues.en[key].replaceAll('på svenska', ''), /[åäö]|\b(och|du|koden|inte)\b/i, key);
  }
});

test('Swedish is written by hand: none of the machine’s words for things', () => {
  const machine = [
    'Autentiseringst',
    'Autentiseringsd',
    'Autentiseringsm',
    'Återställ lösenord via',
    'e-post för',
    'fördefinierade',
    'vänligen',
    'slutanvändare',
    'lösenord återställa',
    'verifierings',
    'mobilapp',
    'klicka på',
    'ditt konto har inte aktiverats',
  ];
  for (const key of forEmployees) {
    for (const words of machine)
      assert.ok(!catalogues.sv[key].toLowerCase().includes(words.toLowerCase()), `${key}: ${words}`);
  }
});

test('people are addressed as du, never as ni or with a capital', () => {
  for (const key of keys) {
    assert.doesNotMatch(catalogues.sv[key], /\b(ni|er|ert|era)\b/i, key);
    assert.doesNotMatch(catalogues.sv[key], /(?<=[a-zåäö,] )(Du|Din|Ditt|Dig)\b/, key);
  }
});

test('the button that changes the language goes round all of them, and each is known by its names', () => {
  const round = languages.reduce<readonly Language[]>((been) => [...been, nextLanguage(been.at(-1) ?? 'en')], []);
  assert.deepEqual([...round].sort(), [...languages].sort());
  for (const language of languages) {
    const { names, ownName, switchTo } = languageRecords[language];
    for (const name of names) assert.equal(languageNamed(`please ${name} now`), language, name);
    for (const words of [ownName, switchTo]) assert.equal(languageNamed(folded(words)), language, words);
  }
});

const typed = (key: TypedKey, plain: string) => says(key, { plain, mended: plain });

test('what people type in place of a button is compared without accents, so it is written without', () => {
  for (const language of languages) {
    for (const [key, phrases] of Object.entries(languageRecords[language].typed)) {
      assert.ok(phrases.length > 0, `${language} ${key}`);
      for (const phrase of phrases) assert.equal(folded(phrase.replaceAll('…', '_')), phrase.replaceAll('…', '_'));
    }
  }
  assert.ok(
    typed('code.resend', 'please send it again') && typed('code.change', 'byta') && typed('finish.more', 'ett till'),
  );
  assert.ok(!typed('finish.more', 'moreover') && !typed('code.resend', 'send it'));
  assert.deepEqual(['jaha', 'ah no, that was me', 'asch, na', 'yes please', 'nothing'].map(yesOrNo), [
    undefined,
    'no',
    'no',
    'yes',
    undefined,
  ]);
});

test('dates are written by a region of the language itself, which the runtime knows', () => {
  for (const language of languages) {
    const { region, tag } = languageRecords[language];
    assert.equal(new Intl.Locale(region).language, tag);
    assert.deepEqual(Intl.DateTimeFormat.supportedLocalesOf([region]), [region]);
  }
});

test('a language is known by any form of its tag', () => {
  assert.deepEqual(['sv', 'sv-SE', 'SV-fi', 'en-GB'].map(languageOf), ['sv', 'sv', 'sv', 'en']);
  assert.deepEqual(['de', '', 'svx', null, undefined].map(languageOf), new Array(5).fill(undefined));
});

test('times are said in the reader’s zone and language, with the day when it is not today', () => {
  const at = Date.UTC(2026, 10, 23, 22, 30);
  const now = Date.UTC(2026, 10, 23, 12);
  assert.equal(teller('en', 'UTC').time(at, now), '22:30');
  assert.equal(teller('en', 'Europe/Helsinki').time(at, now), '24 November 00:30');
  assert.equal(teller('sv', 'Europe/Stockholm').time(at, now), '23:30');
  assert.equal(teller('sv', 'Europe/Stockholm').date(at), '23 november 2026');
  assert.equal(teller('en', 'Mars/Olympus').time(at, now), teller('en', null).time(at, now));
});
