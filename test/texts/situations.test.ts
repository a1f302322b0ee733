import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codes, codesOf } from '../../bot/domain/diagnosis/codes.ts';
import { diagnose } from '../../bot/domain/diagnosis/diagnose.ts';
import { relatedProblemIds } from '../../bot/domain/diagnosis/related-problems.ts';
import { situationIds } from '../../bot/domain/diagnosis/situation-ids.ts';
import { hour } from '../../bot/domain/time.ts';
import type { TextKey } from '../../bot/texts/catalog.ts';
import { situationTexts as english } from '../../bot/texts/en/situations.ts';
import { evidenceSentence, gapsInWords, remedyLabel } from '../../bot/texts/finding-sentences.ts';
import { catalogues, languages } from '../../bot/texts/languages.ts';
import { supporterLines } from '../../bot/texts/supporter-lines.ts';
import { teller } from '../../bot/texts/tell.ts';
import { factSets } from '../domain/diagnosis/fact-sets.ts';
import { factsFrom, now } from '../domain/diagnosis/given-facts.ts';
import { figure } from '../support/figure.ts';
import { fleschReadingEase, lix, sentencesOf, wordsOf } from '../support/readability.ts';

const keys = Object.keys(english) as (keyof typeof english)[];
const forEmployees = keys.filter((key) => !key.startsWith('supporter.'));
const all = factSets.flatMap(([, given, said]) => diagnose(factsFrom(given), now, said));

/** Whole sentences without their slots: titles, buttons and lists would flatter the figure. */
function prose(language: (typeof languages)[number]): readonly string[] {
  const texts = forEmployees.map((key) => catalogues[language][key].replaceAll(/\{\w+\}:? ?/g, ''));
  return texts.flatMap(sentencesOf).filter((one) => /[.!?]$/.test(one));
}

test('what happened, why, and what to do now is said of every situation, each in its own words', () => {
  for (const language of languages) {
    for (const part of ['happened', 'why', 'now'] as const) {
      for (const id of [...situationIds, ...relatedProblemIds, 'unknown' as const])
        assert.match(catalogues[language][`${id}.${part}`], /\.$/, `${language} ${id}.${part}`);
    }
    const happened = situationIds.map((id) => catalogues[language][`${id}.happened`]);
    assert.equal(new Set(happened).size, happened.length, language);
  }
});

/** Pages by the names Microsoft gives them, and what may follow once one was named; nothing for a language it has none in. */
const pages: Readonly<Record<string, { readonly named: RegExp; readonly alone: RegExp } | undefined>> = {
  en: {
    named: /(?:reset|registration|Security info|sign-in) page|page for personal/,
    alone: /\b[Tt]h(?:e|is) page\b(?! for personal)/,
  },
  sv: {
    named: /(?:återställnings|registrerings|inloggnings)sidan|sidan Säkerhetsinformation|sidan för privata/i,
    alone: /\bsidan\b(?! Säkerhetsinformation| för privata)/i,
  },
};

test('each page is called by its name before it is "the page"', () => {
  for (const language of languages) {
    const { [language]: page } = pages;
    if (!page) continue;
    const { named, alone } = page;
    const texts = catalogues[language];
    const whole = [...situationIds, ...relatedProblemIds].map((id) =>
      (['happened', 'why', 'now'] as const).map((part) => texts[`${id}.${part}`]).join(' '),
    );
    // What stands on many cards is named on its own.
    const single = forEmployees.filter((key) => /^(?:evidence|code)\./.test(key)).map((key) => texts[key]);
    for (const text of [...whole, ...single]) {
      const loose = text.search(alone);
      if (loose < 0) continue;
      const first = text.search(named);
      assert.ok(first >= 0 && first < loose, `${language}: ${text}`);
    }
  }
});

test('the answers read easily, in both languages', () => {
  const ease = fleschReadingEase(prose('en'));
  const index = lix(prose('sv'));
  const met = ease >= 60 && index <= 40;
  figure({
    test: 'readability of the answers to a failed reset',
    measured: `Flesch ${ease.toFixed(1)}, LIX ${index.toFixed(1)}`,
    target: 'Flesch ≥ 60, LIX ≤ 40',
    met,
  });
  assert.ok(met);
});

test('each answer reads easily, not only all of them together', () => {
  const whole = (language: (typeof languages)[number], id: (typeof situationIds)[number]) =>
    (['happened', 'why', 'now'] as const).map((part) => catalogues[language][`${id}.${part}`]);
  for (const id of situationIds) {
    const ease = fleschReadingEase(whole('en', id));
    const index = lix(whole('sv', id));
    assert.ok(ease >= 50, `${id}: Flesch ${ease.toFixed(1)}`);
    assert.ok(index <= 45, `${id}: LIX ${index.toFixed(1)}`);
  }
});

test('supporters read sentences of at most 25 words, too', () => {
  for (const language of languages) {
    for (const key of keys) {
      const long = sentencesOf(catalogues[language][key]).filter((one) => wordsOf(one).length > 25);
      assert.deepEqual(long, [], key);
    }
  }
});

/** Where a path through an admin centre may begin, as its pages are named today. */
const centres = ['Entra ID', 'Microsoft 365 admin center', 'Entra Connect'];

test('a path through an admin centre begins where its menu does', () => {
  for (const language of languages) {
    for (const key of keys) {
      const parts = catalogues[language][key].split(' › ');
      const heads = parts.slice(0, -1).filter((part, at) => at === 0 || /[.:;,(]| and | och /u.test(part));
      for (const head of heads)
        assert.ok(
          centres.some((name) => head.endsWith(name)),
          `${language} ${key}: ${head}`,
        );
    }
  }
});

test('every finding of the table is said whole, in both languages, without anything left open', () => {
  const kinds = new Set(all.flatMap(({ evidence, against }) => [...evidence, ...against]).map(({ kind }) => kind));
  assert.ok(kinds.size > 50, `${kinds.size}`);
  for (const language of languages) {
    const tell = teller(language, 'Europe/Stockholm');
    for (const finding of all) {
      const lines = [
        ...supporterLines(tell, [finding]),
        ...[...finding.evidence, ...finding.against].map((one) => evidenceSentence(tell, one)),
        ...finding.remedies.map((remedy) => remedyLabel(tell, remedy, now)),
        tell('finding.gaps', { gaps: gapsInWords(tell, finding.gaps) }),
      ];
      for (const line of lines) assert.doesNotMatch(line, /undefined|null|NaN|\[object|\{|^\s*$/, line);
    }
  }
});

test('a supporter reads the codes, the evidence with its term, what could not be read, and the steps', () => {
  const facts = factsFrom({ enabled: false, codes: ['SSPR_0012'] });
  const lines = supporterLines(teller('en', 'Europe/Stockholm'), diagnose(facts, now, 'kept-on-premises'));
  const text = lines.join('\n');
  for (const part of [
    'K7, proven',
    'SSPR_0012 UserNotLicensed',
    'For it: enabled [isSsprEnabled] = false (file, 23 November 2026 at 10:00)',
    'For it: said = K1 (employee, when asked)',
    'Not read: writeback [passwordWritebackEnabled] (not-asked)',
    'Microsoft 365 admin center › Users › Active users',
  ]) {
    assert.ok(text.includes(part), `${part}\nin\n${text}`);
  }
});

test('the supporter’s text of a situation names the codes that the reset page shows for it', () => {
  for (const id of situationIds) {
    for (const code of codesOf(id).filter((one) => one.startsWith('SSPR_'))) {
      for (const language of languages) {
        assert.ok(catalogues[language][`supporter.${id}`].includes(code), `${language} ${id} ${code}`);
      }
    }
  }
});

test('every code has its line for supporters, and sign-in codes one for who pastes them', () => {
  for (const code of Object.keys(codes)) {
    assert.ok(`supporter.code.${code}` in english, code);
    if (code.startsWith('AADSTS')) assert.ok(`code.${code}` in english, code);
  }
});

test('a time is said in the zone of the reader', () => {
  const [finding] = diagnose(factsFrom({ blockedUntil: now + hour }), now);
  const [evidence] = finding?.evidence ?? [];
  assert.ok(evidence);
  const said = evidenceSentence(teller('sv', 'Europe/Stockholm'), evidence);
  assert.match(said, /pausad för dig till den 23 november 2026 kl\. 11:00/);
});

test('no key of the answers stands anywhere else', () => {
  const doubled = keys.filter((key) => catalogues.en[key as TextKey] !== english[key]);
  assert.deepEqual(doubled, []);
});
