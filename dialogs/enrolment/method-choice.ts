import type { MethodName } from '../../bot/domain/methods/method.ts';
import { folded } from '../../bot/understanding/normalisation.ts';
import { choice } from '../../cards/enrolment/choose.ts';
import type { Reading } from '../screen.ts';
import type { Turn } from '../turn.ts';

export type Choice = { readonly verb: 'take'; readonly method: MethodName } | { readonly verb: 'later' };

/** Reads a method chosen by button or by name. */
export function readChoice(turn: Turn, methods: readonly MethodName[]): Reading<Choice> {
  const { act } = turn;
  if (act.kind === 'text') {
    const said = folded(act.text);
    const method = (Object.keys(named) as MethodName[]).find((one) => methods.includes(one) && named[one].test(said));
    return method ? { kind: 'answer', answer: { verb: 'take', method } } : { kind: 'not-mine' };
  }
  const read = choice.safeParse(act.kind === 'verb' ? { ...act.data, verb: act.verb } : undefined);
  return read.success ? { kind: 'answer', answer: read.data } : { kind: 'not-mine' };
}

/** Looked through in this order: "my office phone" is no phone of one's own. */
const named = {
  'office-phone': /^(use (the|my) )?(office|work|desk|jobb|kontor|telefonen pa jobbet|telefon pa jobbet)/u,
  'authenticator-app': /^(use (an|the|my) )?(app|authenticator|autentisering)/u,
  'security-questions': /^(use )?(security )?(question|answer|sakerhetsfrag|fragor)/u,
  'authentication-phone': /^(use (a|my) )?(phone|mobile|number|text|call|telefon|mobil|nummer|sms|samtal)/u,
  'authentication-email': /^(use (an|my) )?(e-?mail|mail|mejl|e-?post)/u,
} as const satisfies Readonly<Record<MethodName, RegExp>>;

const methodDialogs = {
  'authentication-phone': 'phone-method',
  'authentication-email': 'email-method',
  'authenticator-app': 'app-method',
  'security-questions': 'questions-method',
  'office-phone': 'office-method',
} as const satisfies Record<MethodName, string>;

/** The dialog that sets a method up, or puts a new value in its place. */
export function methodDialogOf(method: MethodName): string {
  return methodDialogs[method];
}
