import { z } from 'zod';
import { fieldList, quotedText } from './file-fields.ts';
import { questionMistakes } from './policy-mistakes.ts';

/* Fields that a policy has for everybody, and a rule may have for some. */

export const yes = z.boolean({ error: 'must be true or false' });

export const allowed = z.strictObject({ allowed: yes }, { error: 'must be {"allowed": true} or {"allowed": false}' });

export const methodCount = z.union([z.literal(1), z.literal(2)], { error: 'must be 1 or 2' });

export const phones = z.strictObject(
  {
    allowed: yes,
    channels: fieldList(z.enum(['text', 'call'], { error: 'must be text or call' }), 'text and call').min(
      1,
      'must have text, call or both in it; {"allowed": false} switches phones off',
    ),
  },
  { error: 'must be an object such as {"allowed": true, "channels": ["text", "call"]}' },
);

export const contact = z.strictObject(
  {
    name: quotedText(80),
    address: quotedText(200),
    hours: quotedText(120).optional(),
    phone: quotedText(40).optional(),
  },
  { error: 'must be an object such as {"name": "IT support", "address": "it@example.org"}' },
);

const mailbox = z.email('must be a mail address');

export const tiers = fieldList(
  fieldList(mailbox, 'mail addresses')
    .min(1, 'must name at least one address')
    .max(10, 'must name at most 10 addresses'),
  'lists of mail addresses, such as [["it@example.org"]]',
).max(5, 'must have at most 5 tiers');

const count = z.number({ error: questionMistakes['count-out-of-range'] });

/** What is decided about security questions, but for those the organisation wrote itself. Their rules are the domain's own. */
export const questionFields = {
  allowed: yes,
  toRegister: count,
  toAnswer: count,
  predefined: z.union([z.literal('all'), z.array(z.string())], { error: 'must be "all", or a list of q1 to q35' }),
};
export const questionsError = { error: 'must be an object such as {"allowed": true}' };

export function defined<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}
