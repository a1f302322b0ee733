import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { chained } from '../domain/audit/trail.ts';
import { Fault } from '../domain/fault.ts';
import { readQuestionPolicy } from '../domain/methods/questions/policy.ts';
import { type DecidedPolicy, defaultPolicy, type PolicyRecord, policySchema } from '../domain/policy.ts';
import type { Store } from '../domain/ports/store.ts';
import type { Clock } from '../domain/ports/system.ts';
import { type Instant, second } from '../domain/time.ts';
import { standingOn } from '../system-errors.ts';
import { fallbackLanguage, languages } from '../texts/languages.ts';
import { countryField, directoryIdField, fieldList, timeZoneField, wholeNumber } from './file-fields.ts';
import { readJson } from './json-file.ts';
import {
  allowed,
  contact,
  defined,
  methodCount,
  phones,
  questionFields,
  questionsError,
  tiers,
  yes,
} from './policy-fields.ts';
import { policyMistakes, questionMistakes } from './policy-mistakes.ts';
import { methodMistakes, ruleList, ruleMistakes } from './policy-rule-fields.ts';

/** What is left out has the default of the policy's own schema, which is also its type and its record. */
const usual = policySchema.parse({});

const someCountries = z
  .array(countryField, { error: 'must be "all", or a list such as ["SE", "NO"]' })
  .min(1, 'must name at least one country, or be "all"');
/** Not a union of both: that would say of no entry what is wrong with it. */
const countries = z.unknown().transform((given, context): 'all' | string[] => {
  if (given === 'all') return given;
  const read = someCountries.safeParse(given);
  if (read.success) return read.data;
  for (const { message, path } of read.error.issues) context.addIssue({ code: 'custom', message, path });
  return z.NEVER;
});
const webAddress = 'must be a web address such as https://reset.example.org, or ""';
const domainForm = 'must be a mail domain such as example.org';
const domain = z
  .string({ error: domainForm })
  .trim()
  .toLowerCase()
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/, domainForm);

/** The rules of security questions are the domain's own; each mistake is named with its place. */
const questions = z
  .strictObject(
    { ...questionFields, own: fieldList(z.string({ error: 'must be a question in quotes' }), 'questions') },
    questionsError,
  )
  .partial()
  .transform((given, context) => {
    const read = readQuestionPolicy({ ...usual.questions, ...defined(given) });
    if (read.kind === 'question-policy') return read.policy;
    for (const { kind, at } of read.mistakes)
      context.addIssue({ code: 'custom', message: questionMistakes[kind], path: at.split('.') });
    return z.NEVER;
  });

const minutes = (most: number) =>
  z.strictObject(
    { normal: wholeNumber(1, most), urgent: wholeNumber(1, most) },
    { error: 'must be minutes, such as {"normal": 120, "urgent": 15}' },
  );

/** Who is told of tickets, and how long they may wait, in minutes. */
const support = z.strictObject(
  {
    tiers: tiers.default(usual.support.tiers),
    unclaimed: minutes(10_080).default(usual.support.unclaimed),
    silent: minutes(10_080).default(usual.support.silent),
    supporters: fieldList(directoryIdField, 'directory ids')
      .max(500, 'must have at most 500 ids')
      .default(usual.support.supporters),
    summary: z
      .enum(['off', 'channel', 'mail', 'both'], { error: 'must be off, channel, mail or both' })
      .default(usual.support.summary),
    language: z.enum(languages, { error: `must be ${languages.join(' or ')}` }).default(fallbackLanguage),
    timeZone: timeZoneField.default(usual.support.timeZone),
  },
  { error: 'must be an object such as {"tiers": [["it@example.org"]]}' },
);

const people = fieldList(directoryIdField, 'directory ids').max(500, 'must have at most 500 ids');

/** Who in IT does what in the tab. */
const roles = z.strictObject(
  {
    campaigners: people.default(usual.roles.campaigners),
    policyMakers: people.default(usual.roles.policyMakers),
    auditors: people.default(usual.roles.auditors),
  },
  { error: 'must be an object such as {"campaigners": ["<directory id>"]}' },
);

/** A policy file: what is left out keeps its default, what is not known is a mistake. */
const policyFile: z.ZodType<DecidedPolicy> = z
  .strictObject(
    {
      methodsRequired: methodCount.default(usual.methodsRequired),
      phone: phones.default(usual.phone),
      email: allowed.default(usual.email),
      app: allowed.default(usual.app),
      officePhone: allowed.default(usual.officePhone),
      questions: questions.default(usual.questions),
      unwritable: z.enum(['link', 'keep'], { error: 'must be link or keep' }).default(usual.unwritable),
      phoneAfterRetirement: z
        .enum(['ends', 'own-provider'], { error: 'must be ends or own-provider' })
        .default(usual.phoneAfterRetirement),
      writeback: z.enum(['not-said', 'on', 'off'], { error: 'must be not-said, on or off' }).default(usual.writeback),
      licences: z.enum(['as-seen', 'cover-reset'], { error: 'must be as-seen or cover-reset' }).default(usual.licences),
      reconfirmDays: wholeNumber(0, 730).default(usual.reconfirmDays),
      adviseSpare: yes.default(usual.adviseSpare),
      countries: countries.default(usual.countries),
      ownDomains: fieldList(domain, 'mail domains').default(usual.ownDomains),
      sends: z
        .strictObject(
          { perEmployee: wholeNumber(3, 100), perTenant: wholeNumber(1, 1_000_000) },
          { error: 'must be an object such as {"perEmployee": 15, "perTenant": 5000}' },
        )
        .default(usual.sends),
      resetPage: z
        .string({ error: webAddress })
        .regex(/^(?:https:\/\/\S{1,500})?$/, webAddress)
        .default(usual.resetPage),
      contact: contact.default(usual.contact),
      support: support.prefault({}),
      roles: roles.prefault({}),
      rules: ruleList.default([]),
    },
    { error: 'must be an object, in braces' },
  )
  .check(({ value, issues }) => {
    for (const { message, path } of [...methodMistakes(value), ...ruleMistakes(value)])
      issues.push({ code: 'custom', input: value, message, path: [...path] });
  });

export type PolicyReading =
  | { readonly kind: 'policy'; readonly policy: DecidedPolicy }
  /** Each a line: place, what must stand there, what does. */
  | { readonly kind: 'mistakes'; readonly mistakes: readonly string[] };

/** Reads a policy from JSON text, or names every mistake in it at once. */
export function readPolicy(json: string): PolicyReading {
  const given = readJson(json);
  if (given.kind === 'broken') return { kind: 'mistakes', mistakes: [`${given.at}: ${given.says}`] };
  const read = policyFile.safeParse(given.value);
  if (read.success) return { kind: 'policy', policy: read.data };
  return { kind: 'mistakes', mistakes: policyMistakes(read.error.issues, given.value) };
}

/** The same of a form: the fields that need another look, such as `sends.perTenant`. */
export function policyGiven(
  given: unknown,
):
  | { readonly kind: 'policy'; readonly policy: DecidedPolicy }
  | { readonly kind: 'mistakes'; readonly fields: readonly string[] } {
  const read = policyFile.safeParse(given);
  if (read.success) return { kind: 'policy', policy: read.data };
  return { kind: 'mistakes', fields: read.error.issues.map(({ path }) => path.join('.')) };
}

/**
 * The same for whoever can't go on without one. Throws Fault `policy-damaged` that names every mistake, one a line.
 * @param name of the file, for that
 */
export function parsePolicy(json: string, name = 'The policy'): DecidedPolicy {
  const read = readPolicy(json);
  if (read.kind === 'policy') return read.policy;
  throw new Fault('policy-damaged', [`${name} needs a look:`, ...read.mistakes.map((one) => `- ${one}`)].join('\n'));
}

/** The one policy record. */
const recordId = 'policy';
/** How long a policy is used before it is looked at again. */
const fresh = 5 * second;

/**
 * Puts the policy file (or the defaults) in the store if there is no policy yet; `npm run policy -- use FILE` changes it
 * later. Resolves with where the file and the policy in force differ.
 */
export async function seedPolicy(store: Store, file: string | undefined): Promise<readonly PolicyDifference[]> {
  const first = file === undefined ? undefined : parsePolicy(await readPolicyFile(file), `POLICY_FILE (${file})`);
  return store.update('policy', recordId, (current) => ({
    record: current ?? first ?? defaultPolicy,
    outcome: current && first ? policyDifferences(first, current) : [],
  }));
}

/** The text of the policy file. What the system refuses is said with the setting's name. */
export function readPolicyFile(file: string): Promise<string> {
  return standingOn('POLICY_FILE', file, () => readFile(file, 'utf8'));
}

/** The policy in the store; undefined before the first start. */
export async function storedPolicy(store: Store): Promise<DecidedPolicy | undefined> {
  return (await keptPolicy(store))?.policy;
}

/** A policy in force, with how it came to be. */
export interface KeptPolicy {
  readonly policy: DecidedPolicy;
  /** The one before; undefined: none is known. */
  readonly before: DecidedPolicy | undefined;
  readonly history: NonNullable<PolicyRecord['history']>;
}

export async function keptPolicy(store: Store): Promise<KeptPolicy | undefined> {
  const record = await store.read('policy', recordId);
  return record && kept(record);
}

function kept({ history = [], before, ...policy }: PolicyRecord): KeptPolicy {
  return { policy, before, history };
}

/** Who put which policies in force since the first start, oldest first. */
export async function policyHistory(store: Store): Promise<NonNullable<PolicyRecord['history']>> {
  return (await keptPolicy(store))?.history ?? [];
}

/** Puts another policy in force. @param by who does it, as the operating system knows them */
export async function setPolicy(store: Store, policy: DecidedPolicy, by: string, at: Instant): Promise<void> {
  await changePolicy(store, policy, { by }, at);
}

/**
 * The same, for whoever has seen what it would change.
 * @param seen how many changes there had been then; another number: somebody was faster, and nothing is done
 * @returns whether it is in force
 */
export function changePolicy(
  store: Store,
  policy: DecidedPolicy,
  { by, reason, seen }: { readonly by: string; readonly reason?: string; readonly seen?: number },
  at: Instant,
): Promise<boolean> {
  return store.update('policy', recordId, (current) => {
    const { policy: before, history } = kept(current ?? defaultPolicy);
    if (seen !== undefined && seen !== history.length) return { record: current, outcome: false };
    const fields = policyDifferences(policy, before).map(({ field }) => field);
    const act = {
      act: 'put-in-force',
      by,
      fields: fields.join(', '),
      ...(reason !== undefined && { reason }),
    } as const;
    return { record: { ...current, ...policy, before, history: chained(history, act, at) }, outcome: true };
  });
}

/** The policy in force, read at most every few seconds. */
export function policySource(store: Store, clock: Clock): () => Promise<DecidedPolicy> {
  let known: { policy: DecidedPolicy; at: Instant } | undefined;
  return async () => {
    const now = clock();
    if (known && now - known.at < fresh && now >= known.at) return known.policy;
    const policy = (await storedPolicy(store)) ?? defaultPolicy;
    known = { policy, at: now };
    return policy;
  };
}

/** A field in which two policies differ. */
export interface PolicyDifference {
  /** Such as `sends.perTenant`. */
  readonly field: string;
  readonly file: unknown;
  readonly inForce: unknown;
}

/** Where a policy file and the policy in force differ, field by field; a list counts as one field. */
export function policyDifferences(file: DecidedPolicy, inForce: DecidedPolicy): readonly PolicyDifference[] {
  return differences(file, inForce, []);
}

function differences(file: unknown, inForce: unknown, path: readonly string[]): readonly PolicyDifference[] {
  if (isDeepStrictEqual(file, inForce)) return [];
  if (!isFields(file) || !isFields(inForce)) return [{ field: path.join('.'), file, inForce }];
  // Fields that only the record has are of a newer version.
  return Object.keys(file).flatMap((name) => differences(file[name], inForce[name], [...path, name]));
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
