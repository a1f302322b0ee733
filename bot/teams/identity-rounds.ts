import { minute } from '../domain/time.ts';
import type { TeamsAdapter } from './adapter.ts';

/** A token that is at hand costs nothing; one that was refused is asked for again. */
const pause = 5 * minute;

/** Has the bot prove who it is at the start and from time to time, before it is in anybody's way. Returns how to stop it. */
export function proveIdentity(adapter: TeamsAdapter): () => void {
  void adapter.prove();
  const timer = setInterval(() => void adapter.prove(), pause);
  timer.unref();
  return () => clearInterval(timer);
}
