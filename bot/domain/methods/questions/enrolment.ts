import { type EmployeeKey, newPerson, type Person, personId } from '../../account/person.ts';
import type { Asker } from '../../enrolment/enrolment.ts';
import type { AnswersOutcome, AskOutcome, QuestionsOutcome } from '../../enrolment/outcome.ts';
import { stopsChanges } from '../../enrolment/proof.ts';
import type { PolicyOf } from '../../policies.ts';
import { methodAllowed } from '../../policy.ts';
import type { Keyring } from '../../ports/keyring.ts';
import type { Store } from '../../ports/store.ts';
import type { Clock, Random } from '../../ports/system.ts';
import { type Dated, startsAt } from '../../reset-service/end-dates.ts';
import type { Instant } from '../../time.ts';
import { changesRest } from '../change-limit.ts';
import type { ProofPurpose } from '../method.ts';
import {
  createAnswerQueue,
  hashAnswer,
  type Pepper,
  type StoredAnswer,
  saltLength,
  verifyAnswers,
} from './answer-hash.ts';
import {
  acceptAnswers,
  askQuestions,
  countTry,
  type QuestionStep,
  registerAnswers,
  rejectAnswers,
} from './challenge.ts';
import { type AnswerWords, checkAnswers, type KnownNames, type TypedAnswer } from './check.ts';

const method = 'security-questions';

/** Who answers. Directory administrators never use questions: the reset service refuses theirs. */
export interface Answerer {
  readonly employee: EmployeeKey;
  readonly administrator: boolean;
}

/** Security questions: registering them, and asking them again. */
export interface QuestionEnrolment {
  /** Takes a whole form in place of what was there. Nothing of it is kept unless all of it is right. */
  register(
    asker: Asker,
    entry: KnownNames & Dated & { readonly administrator: boolean },
    typed: readonly TypedAnswer[],
  ): Promise<QuestionsOutcome>;
  /** The questions to answer now: the same ones until they are answered. */
  ask(answerer: Answerer): Promise<AskOutcome>;
  /** Looks at answers, in the order in which they were askQuestions. */
  answer(answerer: Answerer, drawId: string, typed: readonly string[], purpose: ProofPurpose): Promise<AnswersOutcome>;
}

export interface QuestionEnrolmentPorts {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly clock: Clock;
  readonly random: Random;
  readonly policy: PolicyOf;
  /** What every language brings to judging answers. */
  readonly words: AnswerWords;
}

export function createQuestionEnrolment(ports: QuestionEnrolmentPorts): QuestionEnrolment {
  const { store, keyring, clock, random, words } = ports;
  const queue = createAnswerQueue(clock);
  const hex = (bytes: number) => Buffer.from(random(bytes)).toString('hex');
  const keyOf = (version: number) => keyring.key(version, 'answers');
  const pepper = (): Pepper => ({ version: keyring.newest, key: keyOf(keyring.newest) });
  const hashed = (read: Pick<StoredAnswer, 'question' | 'wording'> & { readonly answer: string }, person: string) =>
    hashAnswer(read, person, random(saltLength), pepper());

  function change<O>(employee: EmployeeKey, step: (person: Person, now: Instant) => QuestionStep<O>): Promise<O> {
    return store.update('person', personId(employee), (current) => {
      const known = current ?? newPerson(employee);
      const { record, outcome } = step(known, clock());
      return { record: record === known ? current : record, outcome };
    });
  }

  /** Counts first, then looks: however many come at once, no more are looked at than may be countTry. */
  async function looked(
    employee: EmployeeKey,
    drawId: string,
    typed: readonly string[],
    purpose: ProofPurpose,
  ): Promise<AnswersOutcome> {
    const trying = await change(employee, (person, now) => countTry(person, drawId, typed, now));
    if (trying.kind !== 'may-try') return trying;
    const right = await verifyAnswers(trying.given, personId(employee), keyOf);
    if (!right || trying.draw.id !== drawId)
      return change(employee, (person, now) => rejectAnswers(person, trying.draw, now));
    const renewed: StoredAnswer[] = [];
    for (const ageing of trying.ageing(keyring.newest)) renewed.push(await hashed(ageing, personId(employee)));
    return change(employee, (person, now) => acceptAnswers(person, trying, renewed, purpose, now));
  }

  return {
    async register(asker, entry, typed) {
      const policy = await ports.policy(asker.employee);
      const offered = methodAllowed(policy, method, entry.administrator) && startsAt(method, policy, entry, clock());
      if (!offered) return { kind: 'not-offered' };
      const id = personId(asker.employee);
      const known = (await store.read('person', id)) ?? newPerson(asker.employee);
      const stopped = stopsChanges(known, clock()) ?? changesRest(known, clock(), method);
      if (stopped) return stopped;
      const read = checkAnswers(typed, { policy: policy.questions, words, known: entry });
      if (read.kind === 'answer-problems') return read;
      return queue.run(async () => {
        const answers: StoredAnswer[] = [];
        for (const one of read.answers) answers.push(await hashed(one, id));
        const changeId = hex(16);
        return change(asker.employee, (person, now) => registerAnswers(person, asker, answers, changeId, now));
      });
    },

    async ask({ employee, administrator }) {
      const policy = await ports.policy(employee);
      if (!methodAllowed(policy, method, administrator)) return { kind: 'not-offered' };
      const draft = { id: hex(16), seed: random(16) };
      return change(employee, (person, now) => askQuestions(person, policy.questions.toAnswer, draft, now));
    },

    async answer({ employee, administrator }, drawId, typed, purpose) {
      if (!methodAllowed(await ports.policy(employee), method, administrator)) return { kind: 'not-offered' };
      return queue.run(() => looked(employee, drawId, typed, purpose));
    },
  };
}
