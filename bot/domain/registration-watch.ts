import { day, type Instant, minute } from './instant.ts';
import type { AccountFacts } from './ports/account-facts.ts';

/**
 * After how long it is looked again whether somebody has registered who was sent to the registration page: often while
 * they are at it, then as seldom as the registration report changes.
 */
const looks = [1, 2, 4, 7, 11, 16, 25, 40, 60, 120, 240, 480].map((minutes) => minutes * minute);
const daily = 3;

/** When to look for the next time; undefined: not any more. @param begun when they were sent there */
export function nextLook(begun: Instant, now: Instant): Instant | undefined {
  const all = [...looks, ...Array.from({ length: daily }, (_, index) => (index + 1) * day)];
  const next = all.find((after) => begun + after > now);
  return next === undefined ? undefined : begun + next;
}

/** What a look can tell. Names of methods are the directory's: `mobile`, `email`, or those of the report. */
export type Look =
  /** As many as a reset takes, by the report. */
  | { readonly kind: 'registered'; readonly at: Instant }
  /** More than at the beginning; whether it is enough the report will tell, hours later. */
  | { readonly kind: 'more-than-before'; readonly methods: readonly string[] }
  | { readonly kind: 'nothing-new' }
  /** Neither the methods nor a report that is newer than the beginning could be read. */
  | { readonly kind: 'can-not-see' };

/** Compares what is seen now with what was seen when they were sent to the page. */
export function looked(before: AccountFacts, after: AccountFacts, begun: Instant): Look {
  const { report } = after;
  const wasRegistered = before.report.kind === 'seen' && before.report.value.registered;
  if (report.kind === 'seen' && report.value.registered && !wasRegistered) {
    return { kind: 'registered', at: report.value.at };
  }
  const [old, now] = [liveMethods(before), liveMethods(after)];
  if (!now)
    return report.kind === 'seen' && report.value.at >= begun ? { kind: 'nothing-new' } : { kind: 'can-not-see' };
  const methods = old ? [...now].filter((one) => !old.has(one)) : [];
  return methods.length > 0 ? { kind: 'more-than-before', methods } : { kind: 'nothing-new' };
}

/** What is set, by slot; undefined when neither phones nor e-mail could be read. */
function liveMethods({ methods }: AccountFacts): ReadonlySet<string> | undefined {
  const { phones, email } = methods;
  if (phones.kind === 'unseen' && email.kind === 'unseen') return undefined;
  const kinds = phones.kind === 'seen' ? Object.keys(phones.value) : [];
  return new Set([...kinds, ...(email.kind === 'seen' && email.value !== null ? ['email'] : [])]);
}
