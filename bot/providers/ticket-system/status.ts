import { z } from 'zod';
import type { StatusSource } from '../../domain/ports/status-source.ts';
import type { Clock } from '../../domain/ports/system.ts';
import { readNumber } from '../../domain/tickets/ticket.ts';
import type { SystemWord } from '../../domain/tickets/ticket-system.ts';
import { genuineWebhook } from '../standard-webhooks.ts';
import { jsonIn } from '../status-call.ts';

const number = z.union([z.string().max(20), z.number()]).transform((said, context) => {
  const read = readNumber(`${said}`);
  if (read !== undefined) return read;
  context.addIssue('no number of a request');
  return z.NEVER;
});
/** Cut to what a ticket takes where it is stored. */
const words = z.string().regex(/\S/);

const word = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ticket.status'),
    data: z.discriminatedUnion('status', [
      z.object({ number, status: z.literal('claimed') }),
      z.object({ number, status: z.enum(['returned', 'resolved']), note: words }),
    ]),
  }),
  z.object({
    type: z.literal('ticket.note'),
    data: z.object({ number, note: words, for: z.enum(['employee', 'supporters']).default('supporters') }),
  }),
]);

/**
 * What the organisation's own ticket system tells: `{"type":"ticket.status","data":{"number":"R-0427","status":
 * "claimed|returned|resolved","note":"…"}}` or `{"type":"ticket.note","data":{"number":"R-0427","note":"…","for":
 * "employee|supporters"}}`, signed as Standard Webhooks says. The note of a status is read by the employee.
 */
export function ticketSystemStatus(secrets: readonly Uint8Array[], clock: Clock): StatusSource<SystemWord> {
  return {
    name: 'tickets',
    read(call) {
      if (!genuineWebhook(call, secrets, clock)) return { kind: 'not-genuine' };
      const { data: read } = word.safeParse(jsonIn(call.body));
      const { 'webhook-id': id } = call.headers;
      if (!read || id === undefined) return { kind: 'nothing' };
      return { kind: 'report', report: { id, number: read.data.number, act: actOf(read) } };
    },
  };
}

function actOf(read: z.infer<typeof word>): SystemWord['act'] {
  if (read.type === 'ticket.note') {
    return { kind: 'note', words: read.data.note, forEmployee: read.data.for === 'employee' };
  }
  const { data } = read;
  if (data.status === 'claimed') return { kind: 'claim', over: null };
  return data.status === 'resolved' ? { kind: 'resolve', words: data.note } : { kind: 'return', words: data.note };
}
