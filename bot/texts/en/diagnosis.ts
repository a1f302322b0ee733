/** What an English reader sees while they ask why a reset failed. */
export const diagnosis = {
  'home.why': 'Why did my reset fail?',

  'guess.title': 'I am not sure what you mean',
  'guess.text': 'Is it one of these? You can also say it in other words.',
  'guess.none': 'I only know about resetting your work password. Say it in other words, or talk to a person.',
  'guess.register': 'Add a method',
  'guess.confirm': 'Check my methods',
  'guess.manage': 'Change or remove a method',
  'guess.status': 'Am I ready?',
  'guess.why-failed': 'My reset failed',
  'guess.contact': 'Talk to {name}',
  'guess.privacy': 'Who sees this?',
  'guess.rehearse': 'Would it work today?',
  'guess.reset-now': 'Reset my password',
  'guess.language': 'Another language',
  'guess.help': 'What can you do?',

  'reset.now': 'I can’t set your password for you, and nobody but you should know it. You reset it here: {url}',

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
  'looking.now': 'I’m still looking up part of this. The card is completed when I have it.',
  'looking.line':
    'Many are asking just now. {count, plural, =0 {Nobody is} one {One question is} other {# questions are}} before yours, and it takes about {minutes, plural, one {a minute} other {# minutes}}. The card is completed when I have it.',
  'looking.title': 'I’m still looking.',
  'looking.so-far': 'So far I see nothing that would stop your reset.',
  'why.told': 'What you told me mostly means this: {what}',
  'why.again': 'I saw something else',
  'why.unclear': 'I do not recognise that text, so I go by what I can see.',
  'why.safe': 'Never send me your password, old or new.',

  'follow.do-it':
    'I can’t set your password for you. Nobody but you should know it. I can get you ready, and show you the way.',
  'follow.how-long': 'A reset takes about five minutes. If you have to wait, I say until when.',
  'follow.still-broken': 'I am sorry. Tell me what the page says now, or contact an administrator.',

  'rehearsal.done': 'Home',
  'rehearsal.send': 'Prove one with a code',
  'rehearsal.looking': 'I’m still looking this up.',
  'rehearsal.line': '{check}: {state}',
  'rehearsal.proven': 'The code came back. That method works today.',
} as const;
