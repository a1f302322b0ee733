import type { Person } from '../../account/person.ts';
import { appendAudit } from '../../audit/trail.ts';
import { withEnded } from '../../enrolment/challenge.ts';
import type { Asker } from '../../enrolment/enrolment.ts';
import type { AnswersOutcome, AskOutcome, QuestionsOutcome } from '../../enrolment/outcome.ts';
import { provableBy, stopsChanges, withProof } from '../../enrolment/proof.ts';
import type { Instant } from '../../time.ts';
import { applyChange } from '../apply-change.ts';
import { changesRest } from '../change-limit.ts';
import type { ProofPurpose } from '../method.ts';
import { readAnswer } from './answer.ts';
import { answerAgeing, type StoredAnswer } from './answer-hash.ts';
import { drawQuestions, drawStands, drawTriesLeft, type QuestionDraw, triesPerDraw, withTry } from './draw.ts';

const method = 'security-questions';

/** What a decision about one person comes to; the very same record where nothing changes. */
export interface QuestionStep<O> {
  readonly record: Person;
  readonly outcome: O;
}

/** The person with new answers in place of all that were there. */
export function registerAnswers(
  person: Person,
  { language, timeZone, chat }: Asker,
  answers: readonly StoredAnswer[],
  changeId: string,
  now: Instant,
): QuestionStep<QuestionsOutcome> {
  const stopped = stopsChanges(person, now) ?? changesRest(person, now, method);
  if (stopped) return { record: person, outcome: stopped };
  const ended = person.draw ? withEnded(person, person.draw.id) : person.ended;
  const ready = {
    ...person,
    language,
    timeZone,
    chat,
    draw: null,
    ended,
    ...withProof(person, 'register', method, now),
  };
  const act = {
    act: 'method-proven',
    method,
    channel: 'answers',
    replaced: person.methods[method] !== undefined,
  } as const;
  const record = applyChange(ready, method, { answers, provenAt: now }, changeId, now);
  return {
    record: { ...record, audit: appendAudit(person.audit, act, now) },
    outcome: { kind: 'method-proven', method },
  };
}

/**
 * The questions to answer: those of the draw under way, else a new one. Where fewer are registered than are asked for by now,
 * all of them. A new draw takes the tries of the one before along.
 */
export function askQuestions(
  person: Person,
  toAnswer: number,
  draft: { readonly id: string; readonly seed: Uint8Array },
  now: Instant,
): QuestionStep<AskOutcome> {
  const answers = person.methods[method]?.answers ?? [];
  const registered = answers.map(({ question }) => question);
  const count = Math.min(toAnswer, registered.length);
  const questions = drawQuestions(registered, count, draft.seed);
  if (count === 0 || !questions) return { record: person, outcome: { kind: 'not-set-up' } };
  const current = person.draw && drawStands(person.draw, registered, count) ? person.draw : undefined;
  const draw = current ?? { id: draft.id, questions, drawnAt: now, tries: person.draw?.tries ?? [] };
  const record = current ? person : { ...person, draw };
  const trying = withTry(draw, now);
  if (trying.kind === 'questions-resting') return { record, outcome: trying };
  const wordings = draw.questions.map((question) => ({
    question,
    wording: answers.find((one) => one.question === question)?.wording ?? null,
  }));
  return { record, outcome: { kind: 'questions-asked', draw: draw.id, questions: wordings } };
}

/** A try that was counted and may be looked at. */
export interface CountedTry {
  readonly kind: 'may-try';
  readonly draw: QuestionDraw;
  readonly given: readonly { readonly typed: string; readonly stored: StoredAnswer }[];
  /** Answers to be hashed again once they are right, in plain. */
  ageing(newestKey: number): readonly (Pick<StoredAnswer, 'question' | 'wording'> & { readonly answer: string })[];
}

/** Counts a try at the draw under way. A draw id that was never this person's is counted like any wrong answer. */
export function countTry(
  person: Person,
  drawId: string,
  typed: readonly string[],
  now: Instant,
): QuestionStep<CountedTry | AnswersOutcome> {
  const stay = (outcome: AnswersOutcome) => ({ record: person, outcome });
  const { draw } = person;
  const answers = person.methods[method]?.answers;
  if (!answers) return stay({ kind: 'not-set-up' });
  if (draw?.id !== drawId && person.ended.includes(drawId)) return stay({ kind: 'old-card' });
  const given = (draw?.questions ?? []).flatMap((question, place) => {
    const stored = answers.find((one) => one.question === question);
    return stored ? [{ typed: typed[place] ?? '', stored }] : [];
  });
  if (!draw || given.length < draw.questions.length) return stay({ kind: 'questions-gone' });
  const trying = withTry(draw, now);
  if (trying.kind === 'questions-resting') return stay(trying);
  if (given.some((one) => readAnswer(one.typed).kind === 'answer-missing')) return stay({ kind: 'answers-missing' });
  const ageing = (newestKey: number) =>
    given.flatMap(({ typed: text, stored }) => {
      const read = readAnswer(text);
      return read.kind === 'answer' && answerAgeing(stored, newestKey) ? [{ ...stored, answer: read.answer }] : [];
    });
  return {
    record: { ...person, draw: trying.draw },
    outcome: { kind: 'may-try', draw: trying.draw, given, ageing },
  };
}

/** The person after a wrong try, with what is left of the day's tries. */
export function rejectAnswers(person: Person, draw: QuestionDraw, now: Instant): QuestionStep<AnswersOutcome> {
  const left = drawTriesLeft(draw, now);
  const audit = appendAudit(person.audit, { act: 'answers-wrong', tries: triesPerDraw - left }, now);
  const next = withTry(draw, now);
  return {
    record: { ...person, audit },
    outcome: next.kind === 'may-try' ? { kind: 'answers-wrong', left } : next,
  };
}

/**
 * The person after a right try. Of several at once only the first ends the draw, and only while the answers it was looked at
 * with are still theirs. @param renewed answers hashed with the newest key and cost
 */
export function acceptAnswers(
  person: Person,
  { draw, given }: CountedTry,
  renewed: readonly StoredAnswer[],
  purpose: ProofPurpose,
  now: Instant,
): QuestionStep<AnswersOutcome> {
  const proven = person.methods[method];
  if (person.draw?.id !== draw.id || !proven) return { record: person, outcome: { kind: 'old-card' } };
  const still = given.every(({ stored }) => proven.answers.some(({ hash }) => hash === stored.hash));
  if (!still) return { record: person, outcome: { kind: 'questions-gone' } };
  const answers = proven.answers.map((one) => renewed.find(({ question }) => question === one.question) ?? one);
  const counts = provableBy(person).includes(method);
  const audit = appendAudit(person.audit, { act: 'identity-proven', method, channel: 'answers' }, now);
  const record: Person = {
    ...person,
    methods: { ...person.methods, [method]: { ...proven, answers } },
    draw: null,
    ended: withEnded(person, draw.id),
    ...(counts && withProof(person, purpose, method, now)),
    audit,
  };
  return { record, outcome: counts ? { kind: 'identity-proven', method } : { kind: 'answers-right' } };
}
