import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { StatusCall, StatusSource } from '../../../domain/ports/status-source.ts';
import type { Clock } from '../../../domain/ports/system.ts';
import { minute, second } from '../../../domain/time.ts';
import { anySame, jsonIn } from '../status-call.ts';

/** How old, or how far ahead of our clock, a signature may be. */
const tolerance = 5 * minute;

const status = z.discriminatedUnion('status', [
  z.object({ status: z.literal('sent'), letter: z.string() }),
  z.object({ status: z.literal('delivered'), letter: z.string() }),
  z.object({
    status: z.literal('failed'),
    letter: z.string(),
    reason: z
      .enum(['unreachable', 'no-such-number', 'no-texts', 'not-answered', 'too-slow', 'blocked', 'unknown'])
      .catch('unknown')
      .default('unknown'),
  }),
]);

/**
 * What a gateway tells: `{"letter":"…","status":"sent|delivered|failed","reason":"unreachable|…"}`, signed as Standard
 * Webhooks says (standardwebhooks.com: `webhook-id`, `webhook-timestamp`, `webhook-signature`), for which libraries
 * exist in every language.
 * @param secrets each 24 bytes or more; more than one while it is being changed
 */
export function gatewayStatus(secrets: readonly Uint8Array[], clock: Clock): StatusSource {
  return {
    name: 'gateway',
    read(call) {
      if (!genuine(call, secrets, clock)) return { kind: 'not-genuine' };
      const { data } = status.safeParse(jsonIn(call.body));
      if (!data) return { kind: 'nothing' };
      const { letter } = data;
      switch (data.status) {
        case 'sent':
          return { kind: 'report', report: { kind: 'on-way', letter } };
        case 'delivered':
          return { kind: 'report', report: { kind: 'arrived', letter } };
        case 'failed':
          return { kind: 'report', report: { kind: 'not-arrived', why: data.reason, letter } };
      }
    },
  };
}

function genuine({ headers, body }: StatusCall, secrets: readonly Uint8Array[], clock: Clock): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp = '', 'webhook-signature': signatures = '' } = headers;
  if (!id || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(clock() - Number(timestamp) * second) > tolerance) return false;
  const made = (secret: Uint8Array) =>
    createHmac('sha256', secret).update(`${id}.${timestamp}.`).update(body).digest('base64');
  return anySame(
    // Ten are more than any change of secrets needs.
    signatures.split(' ').slice(0, 10),
    secrets.map((secret) => `v1,${made(secret)}`),
  );
}
