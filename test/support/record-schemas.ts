import { z } from 'zod';
import { personSchema } from '../../bot/domain/account/person.ts';
import { auditArchiveSchema } from '../../bot/domain/audit/archive.ts';
import { witnessSchema } from '../../bot/domain/audit/witness.ts';
import { campaignSchema } from '../../bot/domain/campaigns/campaign.ts';
import { recipientSchema } from '../../bot/domain/campaigns/recipient.ts';
import { conversationSchema, personalChatSchema } from '../../bot/domain/conversation.ts';
import { rateCounterSchema } from '../../bot/domain/enrolment/rate-limit.ts';
import { policyRecordSchema } from '../../bot/domain/policy.ts';
import { supportChannelSchema } from '../../bot/domain/tickets/ports.ts';
import { ticketNumbersSchema, ticketSchema } from '../../bot/domain/tickets/ticket.ts';

/** As JSON Schema has it (draft 2020-12), as far as zod writes it. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly additionalProperties?: JsonSchema;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly not?: JsonSchema;
}

const schemas = {
  person: personSchema,
  conversation: conversationSchema,
  'personal-chat': personalChatSchema,
  'address-limit': rateCounterSchema,
  'tenant-limit': rateCounterSchema,
  policy: policyRecordSchema,
  'audit-archive': auditArchiveSchema,
  witness: witnessSchema,
  ticket: ticketSchema,
  'ticket-numbers': ticketNumbersSchema,
  'support-channel': supportChannelSchema,
  campaign: campaignSchema,
  'campaign-recipient': recipientSchema,
} satisfies Record<string, z.ZodType>;

/**
 * What this program reads of each kind of record, as JSON Schema. `test/fixtures/records/format-N.jsonl` is what this gave for
 * the last program that wrote format N, a line a kind: `node test/support/record-schemas.ts > format-N.jsonl`, there.
 */
export function recordSchemas(): ReadonlyMap<string, JsonSchema> {
  return new Map(
    Object.entries(schemas).map(([kind, schema]) => {
      const written = z.toJSONSchema(schema, { io: 'input', reused: 'ref', unrepresentable: 'any' });
      return [kind, withOthersOut(written as JsonSchema)];
    }),
  );
}

/** Beside kinds that are known, `storedKinds` takes any other, and no known one in another shape. zod does not write that down. */
function withOthersOut(schema: JsonSchema): JsonSchema {
  const inner = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(inner);
    if (typeof one !== 'object' || one === null) return one;
    const own = Object.fromEntries(Object.entries(one).map(([name, value]) => [name, inner(value)])) as JsonSchema;
    const [union, other, ...more] = own.anyOf ?? [];
    const known = (union?.oneOf ?? union?.anyOf ?? []).flatMap(({ properties }) => properties?.kind?.const ?? []);
    if (!other?.properties?.kind || known.length === 0 || more.length > 0) return own;
    const kind = { ...other.properties.kind, not: { enum: known } };
    return { ...own, anyOf: [union, { ...other, properties: { ...other.properties, kind } }] };
  };
  return inner(schema) as JsonSchema;
}

if (import.meta.main) {
  for (const [kind, schema] of recordSchemas()) process.stdout.write(`${JSON.stringify({ kind, schema })}\n`);
}
