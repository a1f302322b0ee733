import type { Definitions } from './domain/ports/store.ts';
import { auditArchiveDefinition } from './records/audit-archive.ts';
import { conversationDefinition } from './records/conversation.ts';
import { personDefinition } from './records/person.ts';
import { policyDefinition } from './records/policy.ts';
import { tallyDefinition } from './records/tally.ts';
import { supportChannelDefinition, ticketDefinition, ticketNumbersDefinition } from './records/ticket.ts';
import { witnessDefinition } from './records/witness.ts';

/** What a store has to know of every kind of record. */
export const definitions: Definitions = {
  person: personDefinition,
  conversation: conversationDefinition,
  'address-limit': tallyDefinition,
  'tenant-limit': tallyDefinition,
  policy: policyDefinition,
  'audit-archive': auditArchiveDefinition,
  witness: witnessDefinition,
  ticket: ticketDefinition,
  'ticket-numbers': ticketNumbersDefinition,
  'support-channel': supportChannelDefinition,
};
