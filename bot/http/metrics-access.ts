import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { callerOf, fromThisMachine } from './caller.ts';

/** With a token set, whoever brings it may read the metrics; without one, only this machine may. */
export function metricsAllowed(request: IncomingMessage, token: string | undefined): boolean {
  const caller = callerOf(request);
  if (token === undefined) return fromThisMachine(caller);
  return timingSafeEqual(digest(caller.authorization ?? ''), digest(`Bearer ${token}`));
}

/** Of one length whatever it is made from, which a comparison in constant time needs. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
