import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { callerOf, fromThisMachine } from './caller.ts';

/** Whoever brings this bearer token, whoever is on this machine (in local mode), or nobody. */
export type MetricsReaders = 'this-machine' | 'nobody' | (string & {});

/**
 * Behind a proxy everybody seems to be on this machine: a plain one adds no header that would tell. So where people come
 * from elsewhere, a token it is or nobody.
 */
export function metricsAllowed(request: IncomingMessage, readers: MetricsReaders): boolean {
  const caller = callerOf(request);
  if (readers === 'nobody') return false;
  if (readers === 'this-machine') return fromThisMachine(caller);
  return timingSafeEqual(digest(caller.authorization ?? ''), digest(`Bearer ${readers}`));
}

/** Of one length whatever it is made from, which a comparison in constant time needs. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
