import type { Finding } from '../domain/diagnosis/finding.ts';
import type { Tell } from './tell.ts';

/** What an administrator can do about a finding. What is seen to be otherwise, or is so no more, needs no mending: a look, at most. */
export function supporterAdvice(tell: Tell, { situation, against }: Pick<Finding, 'situation' | 'against'>): string {
  return tell(`supporter.${against.length > 0 ? 'unknown' : situation}.do`);
}
