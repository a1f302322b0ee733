import type { AnswerWords } from '../domain/methods/questions/check.ts';
import { isPredefined, type PredefinedQuestion } from '../domain/methods/questions/policy.ts';
import { type Language, languageRecords, languages } from './languages.ts';

/** A predefined question in every language, for judging answers: the words of none of them make an answer. */
function questionWordings(question: PredefinedQuestion): readonly string[] {
  return languages.map((language) => languageRecords[language].questions[question]);
}

const wordsIn = (lines: readonly string[]) => new Set(lines.flatMap((line) => line.split(' ')));
const answersOf = languages.map((language) => languageRecords[language].answers);

/** What all languages bring to judging an answer: people answer in whichever they like. */
export const answerWords: AnswerWords = {
  wordings: questionWordings,
  easy: wordsIn(answersOf.flatMap(({ easy }) => easy)),
  small: wordsIn(answersOf.flatMap(({ small }) => small)),
};

/**
 * A question as it is asked.
 * @param wording the organisation's own words, which are not translated; null for a predefined question
 */
export function askedQuestion(language: Language, question: string, wording: string | null): string {
  return wording ?? (isPredefined(question) ? languageRecords[language].questions[question] : question);
}
