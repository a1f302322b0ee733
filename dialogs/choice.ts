import type { MethodName } from '../bot/domain/methods.ts';
import { folded } from '../bot/understanding/intent.ts';
import { choice } from '../cards/choose.ts';
import type { Turn } from './turn.ts';
import type { Reading } from './wait-for-card.ts';

export type Choice = { readonly verb: 'take'; readonly method: MethodName } | { readonly verb: 'later' };

/** Reads a method chosen by button or by name. */
export function readChoice(turn: Turn, methods: readonly MethodName[]): Reading<Choice> {
  const { act } = turn;
  if (act.kind === 'text') {
    const method = methods.find((one) => named[one].test(folded(act.text)));
    return method ? { kind: 'answer', answer: { verb: 'take', method } } : { kind: 'not-mine' };
  }
  const read = choice.safeParse(act.kind === 'verb' ? { ...act.data, verb: act.verb } : undefined);
  return read.success ? { kind: 'answer', answer: read.data } : { kind: 'not-mine' };
}

const named: Readonly<Record<MethodName, RegExp>> = {
  'authentication-phone': /^(use (a|my) )?(phone|mobile|number|text|call|telefon|mobil|nummer|sms|samtal)/u,
  'authentication-email': /^(use (an|my) )?(e-?mail|mail|mejl|e-?post)/u,
};
