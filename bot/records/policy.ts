import { z } from 'zod';
import { predefinedQuestions } from '../domain/methods/questions/list.ts';
import { defaultPolicy, type Policy } from '../domain/policy.ts';
import type { Definition } from '../domain/ports/store.ts';
import { exactly } from './exactly.ts';
import { kept } from './kept-fields.ts';

const count = z.union([z.literal(3), z.literal(4), z.literal(5)]);

const questions = kept({
  allowed: z.boolean(),
  toRegister: count,
  toAnswer: count,
  predefined: z.union([z.literal('all'), z.array(z.enum(predefinedQuestions))]),
  own: z.array(z.string()),
});

/** A field that came later has a default, so that what was stored before it still opens. */
const schema = exactly<Policy>()(
  kept({
    methodsRequired: z.union([z.literal(1), z.literal(2)]),
    phone: kept({ allowed: z.boolean(), channels: z.array(z.enum(['text', 'call'])) }),
    email: kept({ allowed: z.boolean() }),
    app: kept({ allowed: z.boolean() }).default(defaultPolicy.app),
    officePhone: kept({ allowed: z.boolean() }).default(defaultPolicy.officePhone),
    questions: questions.prefault({ ...defaultPolicy.questions, predefined: 'all', own: [] }),
    unwritable: z.enum(['link', 'keep']).default(defaultPolicy.unwritable),
    phoneAfterRetirement: z.enum(['ends', 'own-provider']).default(defaultPolicy.phoneAfterRetirement),
    writeback: z.enum(['not-said', 'on', 'off']).default(defaultPolicy.writeback),
    reconfirmDays: z.number().default(defaultPolicy.reconfirmDays),
    adviseSpare: z.boolean().default(defaultPolicy.adviseSpare),
    countries: z.union([z.literal('all'), z.array(z.string())]),
    dialsExtensions: z.boolean().exactOptional(),
    ownDomains: z.array(z.string()),
    sends: kept({ perEmployee: z.number(), perTenant: z.number() }),
    contact: kept({ name: z.string(), address: z.string() }),
    support: kept({
      tiers: z.array(z.array(z.string())),
      unclaimed: kept({ normal: z.number(), urgent: z.number() }),
      silent: kept({ normal: z.number(), urgent: z.number() }),
      supporters: z.array(z.string()),
      language: z.string(),
      timeZone: z.string(),
    }).prefault({ ...defaultPolicy.support, tiers: [], supporters: [] }),
  }),
);

/** Known by its id only. */
export const policyDefinition: Definition<Policy> = {
  parse: (value) => schema.parse(value),
  fields: [],
  index: () => ({}),
  durable: true,
};
