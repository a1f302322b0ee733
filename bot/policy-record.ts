import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { Fault } from './domain/fault.ts';
import { type Instant, second } from './domain/instant.ts';
import { defaultPolicy, type Policy } from './domain/policy.ts';
import type { Clock } from './domain/ports/clock.ts';
import type { Store } from './domain/ports/store.ts';

const country = z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code of two capital letters, such as SE');
const domain = z
  .string()
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/, 'must be a mail domain such as example.org');

/** A policy file: what is left out keeps its default, what is not known is a mistake. */
export const policyFile: z.ZodType<Policy> = z
  .strictObject({
    methodsRequired: z.union([z.literal(1), z.literal(2)]).default(defaultPolicy.methodsRequired),
    phone: z
      .strictObject({ allowed: z.boolean(), channels: z.array(z.enum(['text', 'call'])).min(1) })
      .default({ allowed: true, channels: ['text', 'call'] }),
    email: z.strictObject({ allowed: z.boolean() }).default(defaultPolicy.email),
    countries: z.union([z.literal('all'), z.array(country).min(1)]).default('all'),
    ownDomains: z.array(domain).default([]),
    sends: z
      .strictObject({ perEmployee: z.int().min(3).max(100), perTenant: z.int().min(1).max(1_000_000) })
      .default(defaultPolicy.sends),
    contact: z.strictObject({ name: z.string().max(80), address: z.string().max(200) }).default(defaultPolicy.contact),
  })
  .refine(({ methodsRequired, phone, email }) => Number(phone.allowed) + Number(email.allowed) >= methodsRequired, {
    error: 'fewer methods are allowed than a reset takes',
    path: ['methodsRequired'],
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

/** Puts the policy file (or the defaults) in the store if there is no policy yet; later changes are made to the record. */
export async function seedPolicy(store: Store, file: string | undefined): Promise<void> {
  const first = file === undefined ? defaultPolicy : parsePolicy(await readFile(file, 'utf8'));
  await store.update('policy', recordId, (current) => ({ record: current ?? first, outcome: undefined }));
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
