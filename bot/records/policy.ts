import { z } from 'zod';
import type { Policy } from '../domain/policy.ts';
import type { Definition } from '../domain/ports/store.ts';
import { exactly } from './exactly.ts';

const schema = exactly<Policy>()(
  z.strictObject({
    methodsRequired: z.union([z.literal(1), z.literal(2)]),
    phone: z.strictObject({ allowed: z.boolean(), channels: z.array(z.enum(['text', 'call'])) }),
    email: z.strictObject({ allowed: z.boolean() }),
    countries: z.union([z.literal('all'), z.array(z.string())]),
    ownDomains: z.array(z.string()),
    sends: z.strictObject({ perEmployee: z.number(), perTenant: z.number() }),
    contact: z.strictObject({ name: z.string(), address: z.string() }),
  }),
);

/** Known by its id only. */
export const policyDefinition: Definition<Policy> = {
  parse: (value) => schema.parse(value),
  fields: [],
  index: () => ({}),
  durable: true,
};
