import { gzipSync } from 'node:zlib';
import type { Seeded } from '../support/seeded.ts';
import { teamsArrival, teamsMessage, teamsPress } from '../support/teams-message.ts';

/** A request that should be refused, or that may turn out to be a right one all the same. */
export interface BrokenBody {
  readonly kind: string;
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  /** The one status it has to get; undefined when its breakage may be harmless. */
  readonly status: number | undefined;
}

const json = { 'Content-Type': 'application/json' };

const tenant = '11111111-2222-4333-8444-555555555555';

type Tree = Record<string, unknown>;

/** Values where none of them belongs, or one more than enough of what does. */
const oddValues: readonly ((chance: Seeded) => unknown)[] = [
  () => null,
  () => true,
  () => 0,
  () => -1e308,
  () => '',
  () => [],
  () => ({}),
  () => [null],
  () => [[], [7]],
  () => ({ id: {} }),
  () => ({ type: 'mention' }),
  () => [{ type: 'mention', text: '<at>bot</at>' }],
  () => ({ toString: 1, valueOf: 2 }),
  () => 'x'.repeat(70_000),
  () => '\ud800',
  () => '\u0000',
  () => '../../../../x',
  () => '%00%ff',
  () => 'http://localhost:1/%zz',
  () => '9999-99-99T99:99:99Z',
  (chance) => nested(chance.below(60)),
  (chance) => Array.from({ length: chance.below(3_000) }, () => ({ id: 'x' })),
  (chance) => chance.pick(['invoke', 'event', 'message', 'conversationUpdate', 'messageUpdate', 'endOfConversation']),
  (chance) =>
    chance.pick(['adaptiveCard/action', 'task/fetch', 'signin/verifyState', 'fileConsent/invoke', 'tab/submit']),
];

function nested(depth: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level += 1) value = level % 2 ? [value] : { a: value };
  return value;
}

/** Every object and list in a tree. */
function containers(value: unknown): Tree[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Tree, ...Object.values(value).flatMap(containers)];
}

function activity(chance: Seeded, serviceUrl: string): Tree {
  return chance.pick([teamsMessage, teamsPress, teamsArrival])(serviceUrl, tenant);
}

function text(tree: Tree): Buffer {
  return Buffer.from(JSON.stringify(tree));
}

type Breakage = (chance: Seeded, serviceUrl: string) => Omit<BrokenBody, 'kind'>;

const breakages: Readonly<Record<string, Breakage>> = {
  types(chance, serviceUrl) {
    const tree = activity(chance, serviceUrl);
    for (let count = 1 + chance.below(3); count > 0; count -= 1) {
      const container = chance.pick(containers(tree));
      const key = chance.pick([
        ...Object.keys(container),
        'value',
        'name',
        'type',
        'entities',
        'membersAdded',
        'channelData',
      ]);
      container[key] = chance.pick(oddValues)(chance);
    }
    return { body: text(tree), headers: json, status: undefined };
  },
  missing(chance, serviceUrl) {
    const tree = activity(chance, serviceUrl);
    for (let count = 1 + chance.below(4); count > 0; count -= 1) {
      const container = chance.pick(containers(tree));
      delete container[chance.pick([...Object.keys(container), 'id'])];
    }
    return { body: text(tree), headers: json, status: undefined };
  },
  'no activity'(chance) {
    const body = Buffer.from(JSON.stringify(chance.pick(oddValues)(chance) ?? null));
    return { body, headers: json, status: 400 };
  },
  'unsafe key'(chance, serviceUrl) {
    const key = chance.pick(['__proto__', 'constructor', 'prototype', '\\u005f_proto__']);
    const whole = text(activity(chance, serviceUrl)).toString();
    const places = [...whole.matchAll(/\{"/g)].map((match) => match.index + 1);
    const place = chance.pick(places);
    const body = Buffer.from(`${whole.slice(0, place)}"${key}":{"admin":true},${whole.slice(place)}`);
    return { body, headers: json, status: 400 };
  },
  depth(chance, serviceUrl) {
    const tree = { ...activity(chance, serviceUrl), value: nested(33 + chance.below(2_000)) };
    return { body: text(tree), headers: json, status: 400 };
  },
  'bad UTF-8'(chance, serviceUrl) {
    const body = text(activity(chance, serviceUrl));
    body[body.indexOf('"text/html"') > 0 ? body.indexOf('html') : body.indexOf('msteams')] = 0x80 + chance.below(0x40);
    return { body, headers: json, status: 400 };
  },
  bytes(chance, serviceUrl) {
    const body = text(activity(chance, serviceUrl));
    for (let count = 1 + chance.below(8); count > 0; count -= 1) body[chance.below(body.length)] = chance.below(256);
    return { body, headers: json, status: undefined };
  },
  'cut short'(chance, serviceUrl) {
    const body = text(activity(chance, serviceUrl));
    return { body: body.subarray(0, chance.below(body.length)), headers: json, status: 400 };
  },
  'media type'(chance, serviceUrl) {
    const type = chance.pick([
      'text/plain',
      'application/xml',
      'multipart/form-data; boundary=x',
      'application/json; charset=utf-7',
    ]);
    return { body: text(activity(chance, serviceUrl)), headers: { 'Content-Type': type }, status: 415 };
  },
  'compressed, broken or not'(chance, serviceUrl) {
    const body = gzipSync(text(activity(chance, serviceUrl)), { level: 1 });
    if (chance.chance() < 0.7) body[chance.below(body.length)] = chance.below(256);
    const encoding = chance.pick(['gzip', 'GZIP', 'x-gzip', 'deflate', 'br']);
    return { body, headers: { ...json, 'Content-Encoding': encoding }, status: 415 };
  },
  'limit + 1'(chance, serviceUrl) {
    const whole = text(activity(chance, serviceUrl));
    const body = Buffer.concat([whole, Buffer.alloc(bodyLimit + 1 - whole.length, ' ')]);
    return { body, headers: json, status: 413 };
  },
  limit(_chance, serviceUrl) {
    const whole = text(teamsMessage(serviceUrl, tenant));
    const body = Buffer.concat([whole, Buffer.alloc(bodyLimit - whole.length, ' ')]);
    return { body, headers: json, status: 200 };
  },
  'gzip bomb'() {
    return { body: bomb(), headers: { ...json, 'Content-Encoding': 'gzip' }, status: 415 };
  },
};

/** Bytes the bot takes at most. */
const bodyLimit = 256 * 1024;

let packed: Buffer | undefined;

/** About 100 kB that unpack to 100 MB. */
function bomb(): Buffer {
  packed ??= gzipSync(Buffer.alloc(100 * 1024 * 1024, '['));
  return packed;
}

/** The cheap kinds often, the large ones now and then. */
const mix = Object.keys(breakages).flatMap((kind) =>
  Array<string>(kind === 'types' ? 24 : / /.test(kind) ? 8 : 12).fill(kind),
);
const large = new Set(['limit + 1', 'limit', 'gzip bomb']);

export function brokenBody(chance: Seeded, serviceUrl: string): BrokenBody {
  let kind = chance.pick(mix);
  if (large.has(kind) && chance.chance() > 0.05) kind = 'types';
  const breakage = breakages[kind];
  if (!breakage) throw new RangeError(kind);
  return { kind, ...breakage(chance, serviceUrl) };
}
