import type { Definitions } from '../domain/ports/store.ts';
import { auditArchiveDefinition } from './audit-archive.ts';
import { conversationDefinition } from './conversation.ts';
import { personDefinition } from './person.ts';
import { policyDefinition } from './policy.ts';
import { tallyDefinition } from './tally.ts';
import { supportChannelDefinition, ticketDefinition, ticketNumbersDefinition } from './ticket.ts';
import { witnessDefinition } from './witness.ts';

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
