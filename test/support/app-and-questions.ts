import { TOTP } from 'otpauth';
import { type Person, personId } from '../../bot/domain/account/person.ts';
import { type AppEnrolment, createAppEnrolment } from '../../bot/domain/methods/app-enrolment.ts';
import { createQuestionEnrolment, type QuestionEnrolment } from '../../bot/domain/methods/questions/enrolment.ts';
import type { QuestionPolicy } from '../../bot/domain/methods/questions/policy.ts';
import { defaultPolicy, type Policy } from '../../bot/domain/policy.ts';
import type { Keyring } from '../../bot/domain/ports/keyring.ts';
import { second } from '../../bot/domain/time.ts';
import { answerWords } from '../../bot/texts/questions.ts';
import { anybody } from './bot.ts';
import { type Enrolling, type EnrollingOptions, employee, enrolling } from './enrolling.ts';
import { ringOf } from './keyring.ts';
import { seededRandom } from './random.ts';

export interface MethodBench extends Enrolling {
  readonly apps: AppEnrolment;
  readonly questions: QuestionEnrolment;
  /** Another process on the same records, with other keys or another policy. */
  beside(
    keyring?: Keyring,
    policy?: Partial<Policy>,
  ): { readonly apps: AppEnrolment; readonly questions: QuestionEnrolment };
  /** Changes somebody's record behind everybody's back. */
  alter(number: number, change: (person: Person) => Person): Promise<void>;
}

/** Three questions of which two are asked again. */
export const asking: QuestionPolicy = {
  ...defaultPolicy.questions,
  allowed: true,
  toRegister: 3,
  toAnswer: 3,
  own: ['Which building did you start in?'],
};

/** The use cases of apps and questions on a store in memory, beside those of codes. */
export function methodBench(options: EnrollingOptions = {}): MethodBench {
  const bench = enrolling(options);
  const random = seededRandom((options.seed ?? 1) + 1_000);
  const beside = (keyring = ringOf(1), more: Partial<Policy> = {}) => {
    const policy: Policy = { ...defaultPolicy, questions: asking, ...options.policy, ...more };
    const ports = { store: bench.store, keyring, clock: bench.clock, random, policy: async () => policy };
    return { apps: createAppEnrolment(ports), questions: createQuestionEnrolment({ ...ports, words: answerWords }) };
  };
  return {
    ...bench,
    ...beside(),
    beside,
    alter: (number, change) =>
      bench.store.update('person', personId(employee(number)), (person) => ({
        record: person && change(person),
        outcome: undefined,
      })),
  };
}

/** What an app of another maker shows, so many steps from now. */
export function shownBy(secret: string, now: number, steps = 0): string {
  return new TOTP({ secret, digits: 6, period: 30 }).generate({ timestamp: now + steps * 30 * second });
}

/** What the directory says of somebody who may use questions. */
export const member = anybody;
export const administrator = { ...anybody, administrator: true };

/** Three rows that may be kept. */
export const goodRows = [
  { question: 'q4', answer: 'Umeå' },
  { question: 'q29', answer: 'Fido the third' },
  { question: 'own-1', answer: 'The red one' },
] as const;

/** Their answers in the order in which the questions are asked. */
export function inOrder(questions: readonly { readonly question: string }[]): readonly string[] {
  return questions.map((asked) => goodRows.find(({ question }) => question === asked.question)?.answer ?? '');
}
