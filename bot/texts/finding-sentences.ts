import type { Evidence } from '../domain/diagnosis/evidence.ts';
import type { Gap } from '../domain/diagnosis/finding.ts';
import type { Remedy } from '../domain/diagnosis/remedy.ts';
import { type MethodName, methodNames } from '../domain/methods/method.ts';
import type { Instant } from '../domain/time.ts';
import type { Tell } from './tell.ts';

/** What a piece of evidence says to the person it is about: "Your organisation does not let Microsoft change the password." */
export function evidenceSentence(tell: Tell, { kind, value, at }: Evidence): string {
  const values = {
    methods: inWords(
      tell,
      (Array.isArray(value) ? value : methodNames.filter((name) => name === value)) as readonly MethodName[],
    ),
    time: tell.moment(typeof value === 'number' && kind === 'blockedUntil.then' ? value : (at ?? 0)),
    code: typeof value === 'string' ? value : '',
  };
  // Each kind takes some of these values; which ones is proven by the test that says every kind.
  return (tell as (key: string, values: object) => string)(`evidence.${kind}`, values);
}

/** "your last tries and your licence" */
export function gapsInWords(tell: Tell, gaps: readonly Gap[]): string {
  return listed(
    tell,
    gaps.map(({ fact }) => tell(`gap.${fact}`)),
  );
}

function inWords(tell: Tell, methods: readonly MethodName[]): string {
  return methods.length === 0
    ? tell('evidence.nothing')
    : listed(
        tell,
        methods.map((method) => tell(`method.${method}`)),
      );
}

function listed(tell: Tell, words: readonly string[]): string {
  return new Intl.ListFormat(tell.language, { type: 'conjunction' }).format(words);
}

/** What the button of a remedy says. */
export function remedyLabel(tell: Tell, remedy: Remedy, now: Instant): string {
  switch (remedy.kind) {
    case 'open':
      return tell(`remedy.open.${remedy.page}`);
    case 'contact':
      return tell(`remedy.contact.${remedy.urgency}`);
    case 'try-again-at':
      return tell('remedy.try-again-at', { time: tell.time(remedy.at, now) });
    default:
      return tell(`remedy.${remedy.kind}`);
  }
}
