import { z } from 'zod';
import type { StatusReport } from '../../../domain/outbox/delivery-status.ts';
import type { StatusSource } from '../../../domain/ports/status-source.ts';
import { anySame, jsonIn } from '../../status-call.ts';

const envelope = z.array(z.object({ eventType: z.string(), data: z.record(z.string(), z.unknown()) })).min(1);

const validation = z.object({ validationCode: z.string().regex(/^[\w-]{1,200}$/) });

/** The letter travels as the tag, which the service's own example spells with a capital and its description does not. */
const told = z
  .object({
    messageId: z.string().min(1),
    deliveryStatus: z.string(),
    tag: z.string().optional(),
    Tag: z.string().optional(),
  })
  .transform(({ deliveryStatus, tag, Tag }) => ({ status: deliveryStatus.toLowerCase(), letter: tag ?? Tag }));

/**
 * What Azure Communication Services tells through Event Grid, in its own schema. Event Grid signs nothing: what proves it is
 * the secret in the address it was given, as its documentation advises. It asks once, by the same address, whether the address
 * is ours, and takes our answer for a yes.
 * Sources: Microsoft Learn, "Event Grid event schema", "Endpoint validation with Event Grid event schema", "Azure
 * Communication Services as an Event Grid source: SMS events".
 * @param secrets more than one while it is being changed
 */
export function azureStatus(secrets: readonly string[]): StatusSource {
  return {
    name: 'azure',
    read({ query, body }) {
      if (!anySame(new URLSearchParams(query).getAll('secret').slice(0, 1), secrets)) return { kind: 'not-genuine' };
      const { data: events } = envelope.safeParse(jsonIn(body));
      if (!events) return { kind: 'nothing' };
      const [first] = events;
      if (first?.eventType === 'Microsoft.EventGrid.SubscriptionValidationEvent') {
        const { data } = validation.safeParse(first.data);
        return data ? { kind: 'asks', answer: { validationResponse: data.validationCode } } : { kind: 'nothing' };
      }
      const reports = events.flatMap(({ eventType, data }) =>
        eventType === 'Microsoft.Communication.SMSDeliveryReportReceived' ? reportOf(data) : [],
      );
      const [one, ...more] = reports;
      return one ? { kind: 'report', report: one, ...(more.length > 0 && { more }) } : { kind: 'nothing' };
    },
  };
}

function reportOf(data: unknown): readonly StatusReport[] {
  const { letter, status } = told.safeParse(data).data ?? {};
  if (!letter) return [];
  if (status === 'delivered') return [{ kind: 'arrived', letter }];
  // Why it failed stands in words that are no closed set.
  return status === 'failed' ? [{ kind: 'not-arrived', why: 'unknown', letter }] : [];
}
