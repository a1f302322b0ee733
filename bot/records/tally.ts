import { z } from 'zod';
import type { Tally } from '../domain/enrolment/rate-limit.ts';
import type { Definition } from '../domain/ports/store.ts';
import { exactly } from './exactly.ts';
import { kept } from './kept-fields.ts';

const schema = exactly<Tally>()(
  kept({
    slots: z.array(kept({ at: z.number(), count: z.number(), by: z.string().nullable() })),
  }),
);

/** Of an address or a tenant. Known by its id only. */
export const tallyDefinition: Definition<Tally> = {
  parse: (value) => schema.parse(value),
  fields: [],
  index: () => ({}),
  durable: true,
};
