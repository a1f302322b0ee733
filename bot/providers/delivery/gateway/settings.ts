import type { Channel, Message } from '../../../domain/ports/delivery.ts';
import {
  type GivenSettings,
  headerLine,
  missing,
  type ParsedSetting,
  type ParsedSettings,
  parsed,
  secureAddress,
} from '../../../settings/parsers.ts';
import { webhookSecrets } from '../../standard-webhooks.ts';
import { type ByCountry, textSenders } from '../by-country.ts';

/** What the gateway is opened with. */
export interface GatewaySettings {
  /** https, except on this machine; the settings see to that. */
  readonly url: string;
  /** What the gateway knows us by, such as `Authorization` and `Bearer …`. */
  readonly header: { readonly name: string; readonly value: string };
  readonly channels: readonly Exclude<Channel, 'email'>[];
  readonly template: GatewayTemplate;
  /** For a gateway that wants to be told; without it the slot `{from}` is empty. */
  readonly senders?: ByCountry<string>;
}

/** JSON whose strings have slots. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

export type GatewaySlots = Readonly<Record<Slot, string>>;

const slots = ['to', 'from', 'text', 'channel', 'language', 'letter'] as const;
type Slot = (typeof slots)[number];

/** The body of a request to a gateway, for one message. */
export type GatewayTemplate = (values: GatewaySlots) => string;

/** What a gateway gets unless it wants it otherwise. */
export const usualTemplate =
  '{"to":"{to}","text":"{text}","channel":"{channel}","language":"{language}","letter":"{letter}"}';

/**
 * Reads a template such as `{"recipient":"{to}","message":"{text}"}`. Slots stand in values only. What fills them is
 * never looked at again, and is encoded as JSON with the rest: words can't begin another field.
 */
export function readTemplate(text: string): ParsedSetting<GatewayTemplate> {
  let json: Json;
  try {
    json = JSON.parse(text);
  } catch {
    return { problem: 'must be JSON' };
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return { problem: 'must be a JSON object' };
  }
  const named = new Set<string>();
  filled(json, (slot) => {
    named.add(slot);
    return '';
  });
  const unknown = [...named].filter((name) => !(slots as readonly string[]).includes(name));
  if (unknown.length > 0) return { problem: `may use ${slots.map((one) => `{${one}}`).join(' ')} only` };
  if (!named.has('to') || !named.has('text')) return { problem: 'must use {to} and {text}' };
  return { value: (values) => JSON.stringify(filled(json, (slot) => values[slot as Slot])) };
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

function gatewayChannels(text: string): ParsedSetting<readonly ('text' | 'call')[]> {
  const channels = text.split(',').map((one) => one.trim());
  const value = (['text', 'call'] as const).filter((one) => channels.includes(one));
  return value.length === channels.length ? { value } : { problem: 'must be text, call or text,call' };
}

export const gatewaySettings = {
  GATEWAY_URL: parsed(secureAddress).optional().describe('Any other gateway: https address that takes JSON.'),
  GATEWAY_HEADER: parsed(headerLine)
    .optional()
    .describe('Header with the secret that gateway knows us by, such as Authorization: Bearer ….'),
  GATEWAY_CHANNELS: parsed(gatewayChannels)
    .prefault('text')
    .describe('What that gateway carries: text, call or text,call.'),
  GATEWAY_BODY: parsed(readTemplate)
    .prefault(usualTemplate)
    .describe('JSON it takes, with {to} {from} {text} {channel} {language} {letter} filled in.'),
  GATEWAY_FROM: textSenders.optional().describe('Sender that fills {from}: number or name, also by country.'),
  GATEWAY_STATUS_SECRET: parsed(webhookSecrets)
    .optional()
    .describe('whsec_… secret by which that gateway signs what it tells (Standard Webhooks).'),
};

export function gatewayContradictions(given: GivenSettings): readonly string[] {
  return [
    ...missing(given, 'GATEWAY_URL', 'GATEWAY_HEADER'),
    ...missing(given, 'GATEWAY_HEADER', 'GATEWAY_URL'),
    ...missing(given, 'GATEWAY_STATUS_SECRET', 'GATEWAY_URL'),
    ...(given.GATEWAY_BODY?.includes('{from}') ? missing(given, 'GATEWAY_BODY', 'GATEWAY_FROM') : []),
  ];
}

/** Undefined: no gateway is set. */
export function gatewayFrom(given: ParsedSettings<typeof gatewaySettings>) {
  const { GATEWAY_URL: url, GATEWAY_HEADER: header, GATEWAY_FROM: senders } = given;
  if (!url || !header) return undefined;
  return {
    url,
    header,
    channels: given.GATEWAY_CHANNELS,
    template: given.GATEWAY_BODY,
    statusSecrets: given.GATEWAY_STATUS_SECRET ?? [],
    ...(senders && { senders }),
  };
}
