import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { Fault } from '../../bot/domain/fault.ts';
import { languages } from '../../bot/texts/languages.ts';
import { teller } from '../../bot/texts/tell.ts';
import { type Button, cardFrom } from '../../cards/parts/render.ts';
import { everyCard, type Words } from './every-card.ts';

/** A part of a card: anything with a type. */
type Part = { readonly type: string } & { readonly [key: string]: unknown };

function partsOf(value: unknown): readonly Part[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(partsOf);
  return 'type' in value && typeof value.type === 'string' ? [value as Part, ...inside] : inside;
}

const folder = join(import.meta.dirname, '..', '..', 'cards');
const tell = teller('en', null);
const plain: Words = {
  contact: { name: 'IT support', address: 'https://help.example.org' },
  number: '070-123 45 67',
  address: 'kim@example.org',
  note: 'Something was said.',
};
const marker = 'mark3r';
const evil: Words = {
  contact: { name: `[${marker}](http://evil.example) **b** \${name} <at>x</at>`, address: `\${title}${marker} [x](y)` },
  number: `[${marker}](http://evil.example)\n# \${number}`,
  address: `${marker}\${x}[x](http://evil.example)@example.org`,
  note: `**${marker}** \${note} [x](http://evil.example)`,
};

for (const language of languages) {
  const cards = Object.entries(everyCard(teller(language, 'Europe/Stockholm'), plain));

  describe(`cards in ${language}`, () => {
    for (const [name, card] of cards) {
      test(`${name}: version 1.5, small enough, nothing of the notation left`, () => {
        assert.equal(card.version, '1.5');
        assert.equal(card.lang, language);
        const json = JSON.stringify(card);
        assert.ok(json.length * 2 < 28 * 1024, `${json.length * 2} bytes`);
        assert.doesNotMatch(json, /\$\{|undefined|\$data|\$when|\[object/);
      });

      test(`${name}: at most six actions, of which at most one is primary; each has a title and knows what it is for`, () => {
        const actions = Array.isArray(card.actions) ? (card.actions as unknown as Part[]) : [];
        assert.ok(actions.length <= 6);
        assert.ok(actions.filter(({ style }) => style === 'positive').length <= 1);
        for (const { type, title, verb, data, url } of actions) {
          assert.ok(typeof title === 'string' && title !== '' && title.length <= 40, String(title));
          if (type === 'Action.OpenUrl') {
            assert.match(String(url), /^(https:\/\/|mailto:)/);
            continue;
          }
          // Windows know nothing else, nor does what opens one.
          const sent = data as { readonly verb?: string; readonly msteams?: { readonly type: string } };
          const opens = sent.msteams?.type === 'task/fetch';
          if (name.startsWith('window') || opens)
            assert.deepEqual([type, typeof sent.verb], ['Action.Submit', 'string']);
          else assert.deepEqual([type, sent.verb], ['Action.Execute', verb]);
        }
        const titles = actions.map(({ title }) => title);
        assert.equal(new Set(titles).size, titles.length, 'no two buttons are called the same');
      });

      test(`${name}: a client that knows no Action.Execute gets the same as Action.Submit`, () => {
        for (const part of partsOf(card).filter(({ type }) => type === 'Action.Execute')) {
          const { fallback, verb: _, ...own } = part;
          assert.deepEqual(fallback, { ...own, type: 'Action.Submit' });
        }
      });

      test(`${name}: every input has a label and a name of its own, every picture says what it shows`, () => {
        const parts = partsOf(card);
        const inputs = parts.filter(({ type }) => type.startsWith('Input.'));
        for (const { id, label } of inputs) assert.ok(id && typeof label === 'string' && label !== '');
        assert.equal(new Set(inputs.map(({ id }) => id)).size, inputs.length);
        for (const { altText, url, width } of parts.filter(({ type }) => type === 'Image')) {
          // The words of the ring stand beside it.
          assert.ok(typeof altText === 'string' && (altText !== '' || width === '64px'));
          assert.ok(String(url).startsWith('data:image/png;base64,'));
        }
      });

      test(`${name}: every text is there and wraps`, () => {
        for (const { type, text, wrap } of partsOf(card)) {
          if (type !== 'TextBlock' && type !== 'TextRun') continue;
          assert.ok(typeof text === 'string' && text !== '');
          assert.ok(type === 'TextRun' || wrap === true, text);
        }
      });
    }
  });
}

for (const [name, card] of Object.entries(everyCard(tell, evil))) {
  test(`${name}: words that came from people are never read as Markdown, and never as a template`, () => {
    for (const part of partsOf(card)) {
      for (const [field, value] of Object.entries(part)) {
        if (typeof value !== 'string' || !value.includes(marker)) continue;
        const safe =
          (part.type === 'TextRun' && field === 'text') || (part.type.startsWith('Input.') && field === 'value');
        const title = part.type.startsWith('Action.') && field === 'title';
        assert.ok(safe || title, `${part.type}.${field}: ${value}`);
        assert.ok(!value.includes('undefined'));
      }
    }
  });
}

test('the words of people do reach the cards, so the tests above can fail', () => {
  const json = JSON.stringify(everyCard(tell, evil));
  for (const words of [evil.contact.name, evil.contact.address, evil.number, evil.address, evil.note]) {
    assert.ok(json.includes(JSON.stringify(words).slice(1, -1)), words);
  }
});

test('every file of a card has been looked at', () => {
  const builders = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const exported = builders.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/export function (\w+Card)\(/g)].map(
      ([, builder]) => builder ?? '',
    ),
  );
  const looked = readFileSync(join(import.meta.dirname, 'every-card.ts'), 'utf8');
  const direct = exported.filter((builder) => builder !== 'pageCard');
  assert.ok(direct.length >= 10);
  assert.deepEqual(
    direct.filter((builder) => !looked.includes(`${builder}(`)),
    [],
  );
});

test('the structure of a card has no words of its own', () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    for (const { type, text, label, title, altText, placeholder } of partsOf(
      JSON.parse(readFileSync(join(folder, file), 'utf8')),
    )) {
      for (const words of [text, label, title, altText, placeholder]) {
        if (words !== undefined)
          assert.doesNotMatch(String(words).replaceAll(/\$\{\w+\}/g, ''), /\p{L}/u, `${file} ${type}`);
      }
    }
  }
});

const structure = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: `\${title}` }],
  actions: `\${buttons}`,
};

test('a slot without data is a fault, not a hole in the card', () => {
  const build = cardFrom<object>(structure);
  const missing = (error: unknown) => error instanceof Fault && error.code === 'card-slot-missing';
  assert.throws(() => build(tell, {}, []), missing);
  assert.throws(() => build(tell, { title: undefined }, []), missing);
  assert.doesNotThrow(() => build(tell, { title: 'x' }, []));
  assert.doesNotThrow(() => build(tell, { title: '' }, []));
});

test('a card over the limit of the oldest client, or with a seventh button, is a fault', () => {
  const build = cardFrom<object>(structure);
  const large = (error: unknown) => error instanceof Fault && error.code === 'card-too-large';
  const button = (at: number): Button => ({ title: `${at}`, verb: 'show' });
  assert.throws(() => build(tell, { title: 'å'.repeat(14 * 1024) }, []), large);
  assert.throws(() => build(tell, { title: 'x' }, [1, 2, 3, 4, 5, 6, 7].map(button)), large);
  assert.doesNotThrow(() => build(tell, { title: 'x' }, [1, 2, 3, 4, 5, 6].map(button)));
});
