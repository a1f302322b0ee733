import { z } from 'zod';
import { type CodeId, isCode, situationOf } from '../domain/diagnosis/codes.ts';
import {
  type Fact,
  type FactName,
  type Facts,
  type FactValues,
  known,
  notKnown,
  onlyKnown,
} from '../domain/diagnosis/facts.ts';
import { type SituationId, situationNumbered, situationNumbers } from '../domain/diagnosis/situation-ids.ts';
import type { Instant } from '../domain/time.ts';
import { readJson } from '../settings/json-file.ts';
import { nearestName } from '../settings/nearest-name.ts';
import { codeOf, method, oneOf, orWhether, reason, time, tries, whether } from './fact-parsers.ts';

/** What a facts file tells. */
export interface GivenFacts {
  readonly facts: Facts;
  readonly said: SituationId | null;
  /** Null: the time of reading. */
  readonly now: Instant | null;
}

const sources = ['directory', 'organisation', 'report', 'log', 'policy', 'bot', 'employee', 'file'] as const;

const stated = z.strictObject({
  value: z.unknown(),
  source: oneOf(sources).default('file'),
  at: time.nullable().default(null),
});
const missing = z.strictObject({ notKnown: reason, since: time.optional() });

/** A fact as its bare value, with where and when it was read, as not known with the reason, or as null: not known. */
function fact<T>(value: z.ZodType<T>) {
  return z.unknown().transform((given, context): Fact<T> => {
    const fail = <V>(read: z.ZodSafeParseResult<V>, ...path: string[]) => {
      for (const issue of read.error?.issues ?? []) {
        context.addIssue({ code: 'custom', message: issue.message, path: [...path, ...issue.path] });
      }
      return z.NEVER;
    };
    if (given === null) return notKnown('not-asked');
    if (isObject(given) && 'notKnown' in given) {
      const read = missing.safeParse(given);
      return read.success ? notKnown(read.data.notKnown, read.data.since) : fail(read);
    }
    const wrapped = isObject(given) ? stated.safeParse(given) : undefined;
    if (wrapped && !wrapped.success) return fail(wrapped);
    const { source, at } = wrapped?.data ?? { source: 'file' as const, at: null };
    const read = value.safeParse(wrapped ? wrapped.data.value : given);
    return read.success ? known(read.data, source, at) : fail(read, ...(wrapped ? ['value'] : []));
  });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const methods = z.array(method).transform((list) => list.flatMap((one) => one ?? []));

const values: { readonly [Name in FactName]: z.ZodType<FactValues[Name]> } = {
  exists: whether,
  disabled: whether,
  guest: orWhether('organisation', 'no', ['no', 'organisation', 'personal']),
  administrator: whether,
  administratorsMayReset: whether,
  scope: oneOf(['none', 'selected', 'all', 'not-configured']),
  inScope: whether,
  enabled: whether,
  license: orWhether('premium', 'none', ['premium', 'cloud', 'none']),
  registered: whether,
  capable: whether,
  password: oneOf(['cloud', 'on-premises']),
  signIn: oneOf(['managed', 'federated']),
  writeback: orWhether('on', 'off', ['on', 'off', 'none']),
  hybridDevice: whether,
  signInIsMail: whether,
  officePhone: whether,
  policiesMerged: whether,
  passkey: whether,
  alternatePhone: whether,
  ownProvider: whether,
  methods,
  allowed: methods,
  required: z.union([z.literal(1), z.literal(2)], { error: 'must be 1 or 2' }),
  malformed: methods,
  prefilled: methods,
  ended: methods,
  lost: methods,
  tries,
  blockedUntil: z.union([z.literal('none').transform(() => null), time], {
    error: 'must be none, or a time with its zone',
  }),
  undelivered: z.array(z.strictObject({ channel: oneOf(['text', 'call', 'email']), at: time })),
  registrationChanged: time,
  policyChanges: z.array(
    z.strictObject({ at: time, what: oneOf(['methods-raised', 'method-removed', 'scope-changed']) }),
  ),
  codes: z.array(codeOf),
};

const facts = z.strictObject(
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fact(value as z.ZodType).optional()])),
);

const situation = z
  .string()
  .transform((word) => word.trim().toUpperCase())
  .pipe(z.enum(situationNumbers).transform(situationNumbered));
const said = z.union([z.null(), situation, codeOf], {
  error: 'must be a situation such as K3, a code such as SSPR_0012, or null',
});

const head = z.object(
  {
    now: time.optional(),
    said: said.default(null),
    facts: z.looseObject({}, { error: 'must be an object of facts, in braces' }).default({}),
  },
  { error: 'must be an object, in braces' },
);

/**
 * Reads facts from JSON text. `now`, `said` and the facts stand side by side; the facts may also stand under `facts`.
 * Throws an Error that names every mistake with its field.
 */
export function readFactsFile(json: string): GivenFacts {
  const file = parsed(json);
  const top = head.loose().safeParse(file);
  // Facts are looked at though the head is wrong, so that a file is put right in one go.
  const { now: _, said: __, facts: given, ...beside } = isObject(file) ? (file as Record<string, unknown>) : {};
  const inner = isObject(given) ? (given as Record<string, unknown>) : {};
  const twice = Object.keys(inner).filter((name) => name in beside);
  const read = facts.safeParse({ ...beside, ...inner });
  const mistakes = [
    ...(top.success ? [] : mistakesIn(top.error)),
    ...twice.map((name) => `facts.${name}: stands beside the facts too`),
    ...(read.success ? [] : mistakesIn(read.error)),
  ];
  if (!top.success || !read.success || mistakes.length > 0) throw new Error(mistakes.join('\n'));
  const { now = null, said: word } = top.data;
  return withSaid(onlyKnown(read.data as Partial<Facts>), word, now);
}

/** A code that was said has been seen too. */
function withSaid(facts: Facts, word: SituationId | CodeId | null, now: Instant | null): GivenFacts {
  if (word === null || !isCode(word)) return { facts, said: word, now };
  const codes = facts.codes.kind === 'known' ? facts.codes.value : [];
  return {
    facts: { ...facts, codes: known([...new Set([...codes, word])], 'employee') },
    said: situationOf(word) ?? null,
    now,
  };
}

function parsed(json: string): unknown {
  const read = readJson(json);
  if (read.kind === 'broken') throw new Error(`the file is not JSON: ${read.at}: ${read.says}`);
  return read.value;
}

function mistakesIn({ issues }: z.ZodError): readonly string[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => unknownFact([...issue.path.map(String), key]))
      : [`${issue.path.join('.') || 'the file'}: ${issue.message}`],
  );
}

function unknownFact(path: readonly string[]): string {
  const near =
    path.length === 1 ? nearestName(path[0] ?? '', ['now', 'said', 'facts', ...Object.keys(values)]) : undefined;
  return `${path.join('.')}: is not a known field${near === undefined ? '' : `; did you mean ${near}?`}`;
}
