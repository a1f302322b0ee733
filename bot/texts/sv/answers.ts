import type { answers as english } from '../en/answers.ts';

/** Vad en svensk läsare ser om säkerhetsfrågor, förutom själva frågorna. */
export const answers: Readonly<Record<keyof typeof english, string>> = {
  'questions.title': 'Välj dina frågor',
  'questions.intro': 'Välj {count} frågor och svara på dem. Välj svar som bara du vet och som du inte glömmer.',
  'questions.secret': 'Ingen kan läsa dina svar efteråt, inte ens jag.',
  'questions.question': 'Fråga {number}',
  'questions.answer': 'Svar {number}',
  'questions.choose': 'Välj en fråga',
  'questions.save': 'Spara mina svar',
  'questions.other': 'Visa andra frågor',
  'questions.look': 'Se över {count, plural, one {ett fält} other {# fält}} en gång till. Resten har jag kvar.',
  'questions.in-card':
    'Jag tar inte emot svar i chatten och har inte sparat det du skrev. Ta gärna bort ditt meddelande, så att ingen annan läser det. Svara sedan på kortet.',
  'questions.prove.title': 'Svara på dina frågor',
  'questions.prove.intro':
    'Det här är frågor som du har valt. Det spelar ingen roll om du skriver stora eller små bokstäver.',
  'questions.prove.check': 'Kontrollera mina svar',

  'outcome.answers-right': 'Dina svar är rätt. Använd ett säkrare sätt om du vill ändra något.',
  'outcome.answers-wrong': 'Minst ett svar är fel. Du har {left, plural, one {ett försök} other {# försök}} kvar.',
  'outcome.answers-missing': 'Svara på alla frågor.',
  'outcome.answers-busy': 'Många skickar svar just nu. Inget är borta. Försök igen om en liten stund.',
  'outcome.questions-resting':
    'Det blev för många försök. Du kan svara igen efter {time}. Använd ett annat sätt så länge.',
  'outcome.questions-gone': 'De frågorna gäller inte längre. Så här långt har vi kommit.',

  'problem.question-missing': 'Välj en fråga här.',
  'problem.question-not-offered': 'Den frågan går inte längre att välja. Ta en annan.',
  'problem.question-twice': 'Den frågan har du valt här ovanför. Ta en annan.',
  'problem.answer-missing': 'Skriv ett svar här.',
  'problem.answer-too-short': 'Svaret är för kort. Det ska ha minst 3 tecken.',
  'problem.answer-too-long': 'Svaret är för långt. Det får ha högst 40 tecken.',
  'problem.answer-too-easy': 'Det svaret är lätt att gissa. Ta ett annat.',
  'problem.answer-own-name': 'Det är ditt eget namn eller din adress, och det vet andra. Ta ett annat svar.',
  'problem.answer-from-question': 'Det upprepar bara frågan. Ta ett annat svar.',
  'problem.answer-twice': 'Det svaret har du gett här ovanför. Varje fråga behöver ett eget.',
};
