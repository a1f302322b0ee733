import { z } from 'zod';
import type { Witness } from '../domain/audit/witness.ts';
import type { Definition } from '../domain/ports/store.ts';
import { exactly } from './exactly.ts';
import { kept } from './kept-fields.ts';

const schema = exactly<Witness>()(kept({ heads: z.array(kept({ at: z.number(), head: z.string() })) }));

/** One a day, known by its date, and found by the `last` time in it. */
export const witnessDefinition: Definition<Witness> = {
  parse: (value) => schema.parse(value),
  fields: ['last'],
  index: ({ heads }) => ({ last: heads.at(-1)?.at }),
  durable: true,
};
