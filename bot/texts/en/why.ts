/** What an English reader sees while they ask why a reset failed. */
export const why = {
  'home.why': 'Why did my reset fail?',
  'home.rehearse': 'Would it work today?',

  'ask.title': 'What did you see?',
  'ask.intro': 'Write what the page said, or paste the text or the code. You can also choose from the list.',
  'ask.said': 'What the page said',
  'ask.picked': 'Or choose what fits best',
  'ask.go': 'Tell me why',
  'ask.noIdea': 'I do not know',
  'ask.missing': 'Write a few words, or choose one from the list.',

  'why.happened': 'What happened',
  'why.because': 'Why',
  'why.now': 'What you can do now',
  'why.also': 'I also see this: {what}',
  'why.again': 'I saw something else',
  'why.unclear': 'I do not recognise that text, so I go by what I can see.',
  'why.safe': 'Never send me your password, old or new.',

  'follow.do-it':
    'I can’t set your password for you. Nobody but you should know it. I can get you ready, and show you the way.',
  'follow.how-long': 'A reset takes about five minutes. If you have to wait, I say until when.',
  'follow.still-broken': 'I am sorry. Tell me what the page says now, or contact an administrator.',

  'rehearsal.done': 'Home',
  'rehearsal.send': 'Prove one with a code',
  'rehearsal.line': '{check}: {state}',
  'rehearsal.proven': 'The code came back. That method works today.',
} as const;
