import type { Message } from '../../../domain/ports/delivery.ts';

/** JSON whose strings have slots. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

export type GatewaySlots = Readonly<Record<Slot, string>>;

const slots = ['to', 'from', 'text', 'channel', 'language', 'letter'] as const;
type Slot = (typeof slots)[number];

/** The body of a request to a gateway, for one message. */
export type GatewayTemplate = (values: GatewaySlots) => string;

export type ReadTemplate =
  | { readonly kind: 'read'; readonly value: GatewayTemplate }
  /** Reads on after the setting's name. */
  | { readonly kind: 'problem'; readonly problem: string };

/** What a gateway gets unless it wants it otherwise. */
export const usualTemplate =
  '{"to":"{to}","text":"{text}","channel":"{channel}","language":"{language}","letter":"{letter}"}';

/**
 * Reads a template such as `{"recipient":"{to}","message":"{text}"}`. Slots stand in values only. What fills them is
 * never looked at again, and is encoded as JSON with the rest: words can't begin another field.
 */
export function readTemplate(text: string): ReadTemplate {
  let json: Json;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'problem', problem: 'must be JSON' };
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return { kind: 'problem', problem: 'must be a JSON object' };
  }
  const named = new Set<string>();
  filled(json, (slot) => {
    named.add(slot);
    return '';
  });
  const unknown = [...named].filter((name) => !(slots as readonly string[]).includes(name));
  if (unknown.length > 0)
    return { kind: 'problem', problem: `may use ${slots.map((one) => `{${one}}`).join(' ')} only` };
  if (!named.has('to') || !named.has('text')) return { kind: 'problem', problem: 'must use {to} and {text}' };
  return { kind: 'read', value: (values) => JSON.stringify(filled(json, (slot) => values[slot as Slot])) };
}

export function slotsOf({ to, text, channel, language, letter }: Message, from: string): GatewaySlots {
  return { to, from, text, channel, language, letter };
}

function filled(json: Json, value: (slot: string) => string): Json {
  if (typeof json === 'string') return json.replace(/\{(\w*)\}/g, (_, slot: string) => value(slot));
  if (Array.isArray(json)) return json.map((one) => filled(one, value));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([name, inner]) => [name, filled(inner, value)]));
}
