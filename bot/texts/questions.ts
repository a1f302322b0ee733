import { isPredefined, type PredefinedQuestion } from '../domain/methods/questions/list.ts';
import { type Language, languageRecords, languages } from './languages.ts';

/** A predefined question in every language, for judging answers: the words of none of them make an answer. */
export function questionWordings(question: PredefinedQuestion): readonly string[] {
  return languages.map((language) => languageRecords[language].questions[question]);
}

/**
 * A question as it is asked.
 * @param wording the organisation's own words, which are not translated; null for a predefined question
 */
export function askedQuestion(language: Language, question: string, wording: string | null): string {
  return wording ?? (isPredefined(question) ? languageRecords[language].questions[question] : question);
}
