import { isPredefined, type PredefinedQuestion } from '../domain/methods/questions/policy.ts';
import type { Language } from './languages.ts';

type Questions = Readonly<Record<PredefinedQuestion, string>>;

/** As the reset service words them. */
const en: Questions = {
  q1: 'In what city did you meet your first spouse/partner?',
  q2: 'In what city did your parents meet?',
  q3: 'In what city does your nearest sibling live?',
  q4: 'In what city was your father born?',
  q5: 'In what city was your first job?',
  q6: 'In what city was your mother born?',
  q7: "What city were you in on New Year's 2000?",
  q8: 'What is the last name of your favorite teacher in high school?',
  q9: "What is the name of a college you applied to but didn't attend?",
  q10: 'What is the name of the place in which you held your first wedding reception?',
  q11: "What is your father's middle name?",
  q12: 'What is your favorite food?',
  q13: "What is your maternal grandmother's first and last name?",
  q14: "What is your mother's middle name?",
  q15: "What is your oldest sibling's birthday month and year? (for example, November 1985)",
  q16: "What is your oldest sibling's middle name?",
  q17: "What is your paternal grandfather's first and last name?",
  q18: "What is your youngest sibling's middle name?",
  q19: 'What school did you attend for sixth grade?',
  q20: 'What was the first and last name of your childhood best friend?',
  q21: 'What was the first and last name of your first significant other?',
  q22: 'What was the last name of your favorite grade school teacher?',
  q23: 'What was the make and model of your first car or motorcycle?',
  q24: 'What was the name of the first school you attended?',
  q25: 'What was the name of the hospital in which you were born?',
  q26: 'What was the name of the street of your first childhood home?',
  q27: 'What was the name of your childhood hero?',
  q28: 'What was the name of your favorite stuffed animal?',
  q29: 'What was the name of your first pet?',
  q30: 'What was your childhood nickname?',
  q31: 'What was your favorite sport in high school?',
  q32: 'What was your first job?',
  q33: 'What were the last four digits of your childhood telephone number?',
  q34: 'When you were young, what did you want to be when you grew up?',
  q35: 'Who is the most famous person you have ever met?',
};

/** Skrivna för hand, så som man frågar på svenska; samma sak ska gå att svara på båda språken. */
const sv: Questions = {
  q1: 'I vilken stad träffade du din första man, fru eller partner?',
  q2: 'I vilken stad träffades dina föräldrar?',
  q3: 'I vilken stad bor det syskon som bor närmast dig?',
  q4: 'I vilken stad föddes din pappa?',
  q5: 'I vilken stad hade du ditt första jobb?',
  q6: 'I vilken stad föddes din mamma?',
  q7: 'I vilken stad var du när det blev år 2000?',
  q8: 'Vad hette din favoritlärare på gymnasiet i efternamn?',
  q9: 'Vad heter en högskola som du sökte till men aldrig gick på?',
  q10: 'Vad heter platsen där du hade din första bröllopsfest?',
  q11: 'Vilket är din pappas mellannamn?',
  q12: 'Vad är din favoritmat?',
  q13: 'Vilket är din mormors för- och efternamn?',
  q14: 'Vilket är din mammas mellannamn?',
  q15: 'Vilken månad och vilket år är ditt äldsta syskon fött? (till exempel november 1985)',
  q16: 'Vilket är ditt äldsta syskons mellannamn?',
  q17: 'Vilket är din farfars för- och efternamn?',
  q18: 'Vilket är ditt yngsta syskons mellannamn?',
  q19: 'Vilken skola gick du på i sexan?',
  q20: 'Vad hette din bästa barndomsvän i för- och efternamn?',
  q21: 'Vad hette din första pojkvän eller flickvän i för- och efternamn?',
  q22: 'Vad hette din favoritlärare på låg- och mellanstadiet i efternamn?',
  q23: 'Vad var det för märke och modell på din första bil eller motorcykel?',
  q24: 'Vad hette den första skolan du gick på?',
  q25: 'Vad hette sjukhuset där du föddes?',
  q26: 'Vad hette gatan där ditt första barndomshem låg?',
  q27: 'Vad hette din stora hjälte när du var barn?',
  q28: 'Vad hette ditt favoritgosedjur?',
  q29: 'Vad hette ditt första husdjur?',
  q30: 'Vad hade du för smeknamn som barn?',
  q31: 'Vilken var din favoritsport på gymnasiet?',
  q32: 'Vilket var ditt första jobb?',
  q33: 'Vilka var de fyra sista siffrorna i ditt telefonnummer när du var barn?',
  q34: 'Vad ville du bli när du var liten?',
  q35: 'Vem är den mest kända person du har träffat?',
};

/** The predefined questions in every language: a language without them, or without one of them, does not compile. */
export const questionTexts: Readonly<Record<Language, Questions>> = { en, sv };

/** A predefined question in every language, for judging answers: the words of none of them make an answer. */
export function questionWordings(question: PredefinedQuestion): readonly string[] {
  return Object.values(questionTexts).map((texts) => texts[question]);
}

/**
 * A question as it is asked.
 * @param wording the organisation's own words, which are not translated; null for a predefined question
 */
export function askedQuestion(language: Language, question: string, wording: string | null): string {
  return wording ?? (isPredefined(question) ? questionTexts[language][question] : question);
}
