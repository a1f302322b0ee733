import assert from 'node:assert/strict';
import { mark } from './hostile-words.ts';

/** Places of a card that show text as it is. All others read Markdown, or are ours alone. */
const plain: Readonly<Record<string, readonly string[]>> = {
  TextRun: ['text'],
  'Input.Text': ['value'],
  'Input.ChoiceSet': ['value'],
};

const slot = /\$\{/;

/** Strings of a card outside the places that may hold people's words. */
function ours(part: unknown): readonly string[] {
  if (typeof part === 'string') return [part];
  if (Array.isArray(part)) return part.flatMap(ours);
  if (typeof part !== 'object' || part === null) return [];
  const { type } = part as { type?: string };
  const free = plain[type ?? ''] ?? [];
  return Object.entries(part).flatMap(([key, value]) => (free.includes(key) ? [] : [key, ...ours(value)]));
}

/** Words of the bot's own in the places that show text as it is. */
function shown(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(shown);
  if (typeof part !== 'object' || part === null) return [];
  const { type, text } = part as { type?: string; text?: string };
  return [...(type === 'TextRun' && text ? [text] : []), ...Object.values(part).flatMap(shown)];
}

/**
 * Fails when a card does anything with people's words but show them.
 * @param given what may stand in the card as it was given, in an input or a line of plain text
 */
export function checkCard(card: unknown, given: string): void {
  for (const text of ours(card)) {
    assert.ok(!text.includes(mark), `${JSON.stringify(text.slice(0, 80))} reads Markdown`);
    assert.doesNotMatch(text, slot, `${JSON.stringify(text.slice(0, 80))} was not filled in`);
  }
  for (const text of shown(card)) if (!slot.test(given)) assert.doesNotMatch(text, slot);
  const whole = JSON.stringify(card);
  assert.ok(!/2evil/.test(whole), 'an expression was worked out');
  assert.ok(whole.length * 2 < 28 * 1024, 'the card is too large for Teams');
}
