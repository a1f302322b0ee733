import { z } from 'zod';
import { personId } from '../domain/account/person.ts';
import type { AuditArchive } from '../domain/audit/archive.ts';
import type { Definition } from '../domain/ports/store.ts';
import { auditEntry } from './audit.ts';
import { exactly } from './exactly.ts';
import { kept } from './kept-fields.ts';

const schema = exactly<AuditArchive>()(
  kept({
    version: z.literal(1),
    employee: kept({ tenantId: z.string(), objectId: z.string() }),
    before: z.string(),
    entries: z.array(auditEntry),
  }),
);

/** Found by `person`, and by the `last` time something was done. */
export const auditArchiveDefinition: Definition<AuditArchive> = {
  parse: (value) => schema.parse(value),
  fields: ['person', 'last'],
  index: ({ employee, entries }) => ({ person: personId(employee), last: entries.at(-1)?.at }),
  durable: true,
};
