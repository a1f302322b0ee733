import { z } from 'zod';
import type { Methods, ProvenMethod } from '../domain/methods/method.ts';
import { predefinedQuestions } from '../domain/methods/questions/list.ts';
import { exactly } from './exactly.ts';
import { kept } from './kept-fields.ts';

export const channel = z.enum(['text', 'call', 'email']);

export const question = z.union([z.enum(predefinedQuestions), z.templateLiteral(['own-', z.number()])]);

const address = kept({ address: z.string(), channel, provenAt: z.number() });
const app = kept({
  secret: z.string(),
  lastStep: z.number(),
  wrong: z.array(z.number()),
  provenAt: z.number(),
});
const answer = kept({
  question,
  wording: z.string().nullable(),
  cost: kept({ n: z.number(), r: z.number(), p: z.number() }),
  salt: z.string(),
  hash: z.string(),
  keyVersion: z.number(),
});
const questions = kept({ answers: z.array(answer), provenAt: z.number() });

export const methods = kept({
  'authentication-phone': address.exactOptional(),
  'authentication-email': address.exactOptional(),
  'office-phone': address.exactOptional(),
  'authenticator-app': app.exactOptional(),
  'security-questions': questions.exactOptional(),
}) satisfies z.ZodType<Methods>;

export const proven = exactly<ProvenMethod>()(z.union([address, app, questions]));
