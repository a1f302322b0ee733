import type { Definitions } from './domain/ports/store.ts';
import { conversationDefinition } from './records/conversation.ts';
import { personDefinition } from './records/person.ts';
import { policyDefinition } from './records/policy.ts';
import { tallyDefinition } from './records/tally.ts';
import { supportChannelDefinition, ticketDefinition, ticketNumbersDefinition } from './records/ticket.ts';

/** What a store has to know of every kind of record. */
export const definitions: Definitions = {
  person: personDefinition,
  conversation: conversationDefinition,
  'address-limit': tallyDefinition,
  'tenant-limit': tallyDefinition,
  policy: policyDefinition,
  ticket: ticketDefinition,
  'ticket-numbers': ticketNumbersDefinition,
  'support-channel': supportChannelDefinition,
};
