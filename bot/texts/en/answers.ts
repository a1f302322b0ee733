/** What an English reader sees of security questions, the questions themselves apart. */
export const answers = {
  'questions.title': 'Choose your questions',
  'questions.intro': 'Choose {count} questions and answer them. Pick answers that only you know and will not forget.',
  'questions.secret': 'Nobody can read your answers later, not even I.',
  'questions.question': 'Question {number}',
  'questions.answer': 'Answer {number}',
  'questions.choose': 'Choose a question',
  'questions.save': 'Save my answers',
  'questions.other': 'Show other questions',
  'questions.look': 'Please look at {count, plural, one {one field} other {# fields}} again. I have kept the rest.',
  'questions.in-card':
    'I take no answers from the chat, and I have not kept your message. Please delete it, so that nobody else reads it. Then answer on the card.',
  'questions.prove.title': 'Answer your questions',
  'questions.prove.intro': 'These are questions you chose. Capital letters make no difference.',
  'questions.prove.check': 'Check my answers',

  'outcome.answers-right': 'Your answers are right. To change something, please use a stronger method.',
  'outcome.answers-wrong':
    'At least one answer is not right. You have {left, plural, one {one try} other {# tries}} left.',
  'outcome.answers-missing': 'Please answer every question.',
  'outcome.answers-busy': 'Many people are sending answers right now. Nothing is lost. Please try again in a moment.',
  'outcome.questions-resting':
    'There were too many tries. You can answer again after {time}. Until then, use another method.',
  'outcome.questions-gone': 'Those questions are not asked any more. Here is where we are now.',

  'problem.question-missing': 'Choose a question here.',
  'problem.question-not-offered': 'That question is not offered any more. Choose another one.',
  'problem.question-twice': 'You have chosen that question above. Choose another one.',
  'problem.answer-missing': 'Type an answer here.',
  'problem.answer-too-short': 'That is too short. An answer has at least 3 characters.',
  'problem.answer-too-long': 'That is too long. An answer has at most 40 characters.',
  'problem.answer-too-easy': 'That is easy to guess. Choose another answer.',
  'problem.answer-own-name': 'That is your own name or address, which others know. Choose another answer.',
  'problem.answer-from-question': 'That only repeats the question. Choose another answer.',
  'problem.answer-twice': 'You have given that answer above. Each question needs its own.',
} as const;
