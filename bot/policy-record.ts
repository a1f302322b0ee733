import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { Fault } from './domain/fault.ts';
import { type Instant, second } from './domain/instant.ts';
import { readQuestionPolicy } from './domain/methods/question-policy.ts';
import { methodNames } from './domain/methods.ts';
import { defaultPolicy, methodAllowed, type Policy } from './domain/policy.ts';
import type { Clock } from './domain/ports/clock.ts';
import type { Store } from './domain/ports/store.ts';

const country = z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code of two capital letters, such as SE');
const domain = z
  .string()
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/, 'must be a mail domain such as example.org');

/** The rules of security questions are the domain's own; each mistake is named with its place. */
const questions = z
  .strictObject({
    allowed: z.boolean(),
    toRegister: z.number(),
    toAnswer: z.number(),
    predefined: z.union([z.literal('all'), z.array(z.string())]),
    own: z.array(z.string()),
  })
  .partial()
  .transform((given, context) => {
    const read = readQuestionPolicy({ ...defaultPolicy.questions, ...defined(given) });
    if (read.kind === 'question-policy') return read.policy;
    for (const { kind, at } of read.mistakes) context.addIssue({ code: 'custom', message: kind, path: at.split('.') });
    return z.NEVER;
  });

function defined<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}

const minutes = (most: number) =>
  z.strictObject({ normal: z.int().min(1).max(most), urgent: z.int().min(1).max(most) });
const mailbox = z.email('must be a mail address');

/** Who is told of tickets, and how long they may wait, in minutes. */
const support = z.strictObject({
  tiers: z.array(z.array(mailbox).min(1).max(10)).max(5).default([]),
  unclaimed: minutes(10_080).default(defaultPolicy.support.unclaimed),
  silent: minutes(10_080).default(defaultPolicy.support.silent),
  supporters: z.array(z.guid('must be a directory id').toLowerCase()).max(500).default([]),
  language: z.enum(['en', 'sv']).default('en'),
  timeZone: z.string().refine(knownZone, 'must be a time zone such as Europe/Stockholm').default('UTC'),
});

function knownZone(timeZone: string): boolean {
  return timeZone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(timeZone);
}

const allowed = z.strictObject({ allowed: z.boolean() });

/** A policy file: what is left out keeps its default, what is not known is a mistake. */
export const policyFile: z.ZodType<Policy> = z
  .strictObject({
    methodsRequired: z.union([z.literal(1), z.literal(2)]).default(defaultPolicy.methodsRequired),
    phone: z
      .strictObject({ allowed: z.boolean(), channels: z.array(z.enum(['text', 'call'])).min(1) })
      .default({ allowed: true, channels: ['text', 'call'] }),
    email: allowed.default(defaultPolicy.email),
    app: allowed.default(defaultPolicy.app),
    officePhone: allowed.default(defaultPolicy.officePhone),
    questions: questions.default(defaultPolicy.questions),
    unwritable: z.enum(['link', 'keep']).default(defaultPolicy.unwritable),
    phoneAfterRetirement: z.enum(['ends', 'own-provider']).default(defaultPolicy.phoneAfterRetirement),
    writeback: z.enum(['not-said', 'on', 'off']).default(defaultPolicy.writeback),
    reconfirmDays: z.int().min(0).max(730).default(defaultPolicy.reconfirmDays),
    adviseSpare: z.boolean().default(defaultPolicy.adviseSpare),
    countries: z.union([z.literal('all'), z.array(country).min(1)]).default('all'),
    ownDomains: z.array(domain).default([]),
    sends: z
      .strictObject({ perEmployee: z.int().min(3).max(100), perTenant: z.int().min(1).max(1_000_000) })
      .default(defaultPolicy.sends),
    contact: z.strictObject({ name: z.string().max(80), address: z.string().max(200) }).default(defaultPolicy.contact),
    support: support.prefault({}),
  })
  .check(({ value, issues }) => {
    const names = methodNames.filter((method) => methodAllowed(value, method, false));
    const say = (message: string, ...path: string[]) => issues.push({ code: 'custom', input: value, message, path });
    if (names.length < value.methodsRequired) say('fewer methods are allowed than a reset takes', 'methodsRequired');
    // The reset service's own rule: an app is never the only method, and beside it two need two more.
    else if (value.app.allowed && names.length <= value.methodsRequired)
      say(`an authenticator app needs ${value.methodsRequired} other allowed methods beside it`, 'app', 'allowed');
  });

/** Reads a policy from JSON text. Throws Fault `policy-damaged` that names every mistake with its place. */
export function parsePolicy(json: string): Policy {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new Fault('policy-damaged', 'the policy file is not JSON', { cause });
  }
  const read = policyFile.safeParse(value);
  if (read.success) return read.data;
  const mistakes = read.error.issues.map((issue) => `${issue.path.join('.') || 'policy'}: ${issue.message}`);
  throw new Fault('policy-damaged', mistakes.join('; '));
}

/** The one policy record. */
const recordId = 'policy';
/** How long a policy is used before it is looked at again. */
const fresh = 5 * second;

/** Puts the policy file (or the defaults) in the store if there is no policy yet; `npm run policy -- use FILE` changes it later. */
export async function seedPolicy(store: Store, file: string | undefined): Promise<void> {
  const first = file === undefined ? defaultPolicy : parsePolicy(await readFile(file, 'utf8'));
  await store.update('policy', recordId, (current) => ({ record: current ?? first, outcome: undefined }));
}

/** Puts another policy in force. */
export async function setPolicy(store: Store, policy: Policy): Promise<void> {
  await store.update('policy', recordId, () => ({ record: policy, outcome: undefined }));
}

/** The policy in force, read at most every few seconds. */
export function policySource(store: Store, clock: Clock): () => Promise<Policy> {
  let known: { policy: Policy; at: Instant } | undefined;
  return async () => {
    const now = clock();
    if (known && now - known.at < fresh && now >= known.at) return known.policy;
    const policy = (await store.read('policy', recordId)) ?? defaultPolicy;
    known = { policy, at: now };
    return policy;
  };
}
