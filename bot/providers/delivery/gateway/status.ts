import { z } from 'zod';
import type { StatusSource } from '../../../domain/ports/status-source.ts';
import type { Clock } from '../../../domain/ports/system.ts';
import { genuineWebhook } from '../../standard-webhooks.ts';
import { jsonIn } from '../../status-call.ts';

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
 * Webhooks says.
 * @param secrets each 24 bytes or more; more than one while it is being changed
 */
export function gatewayStatus(secrets: readonly Uint8Array[], clock: Clock): StatusSource {
  return {
    name: 'gateway',
    read(call) {
      if (!genuineWebhook(call, secrets, clock)) return { kind: 'not-genuine' };
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
