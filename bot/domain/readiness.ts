import { type MethodName, methodNames } from './methods.ts';
import type { Person } from './person.ts';
import { methodAllowed, methodsRequired, type Policy } from './policy.ts';

/**
 * How ready somebody is to reset their own password.
 * none: nothing proven · partly: fewer than required · ready: as many as required · resilient: one more than required.
 */
export type ReadinessLevel = 'none' | 'partly' | 'ready' | 'resilient';

export interface Readiness {
  readonly level: ReadinessLevel;
  readonly required: number;
  /** Proven methods that the policy still allows. */
  readonly proven: readonly MethodName[];
  /** Methods that could be set up next, in the order to offer them. */
  readonly open: readonly MethodName[];
}

export function readiness(person: Person, policy: Policy, administrator: boolean): Readiness {
  const allowed = methodNames.filter((method) => methodAllowed(policy, method));
  const proven = allowed.filter((method) => person.methods[method] !== undefined);
  const open = allowed.filter((method) => person.methods[method] === undefined);
  const required = methodsRequired(policy, administrator);
  return { level: levelOf(proven.length, required), required, proven, open };
}

function levelOf(proven: number, required: number): ReadinessLevel {
  if (proven === 0) return 'none';
  if (proven < required) return 'partly';
  return proven > required ? 'resilient' : 'ready';
}

/**
 * What somebody would be left with who can reset their password under one policy and could not under the next; undefined
 * for everybody else. Whether they are a directory administrator only the directory knows: for those it is the same two
 * methods either way.
 */
export function wouldLose(
  person: Person,
  current: Policy,
  next: Policy,
): { proven: number; required: number } | undefined {
  const enough = ({ proven, required }: Readiness) => proven.length >= required;
  const after = readiness(person, next, false);
  if (!enough(readiness(person, current, false)) || enough(after)) return undefined;
  return { proven: after.proven.length, required: after.required };
}
