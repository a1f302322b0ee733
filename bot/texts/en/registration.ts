/** What an English reader sees where methods are in Microsoft's reset service, and not with the bot. */
export const registration = {
  'button.registrationPage': 'Open Microsoft’s page',

  'written.title': 'One change did not go through',
  'written.notThere': '{method}: I could not put it into the reset service. It does not count yet.',
  'written.stillThere': '{method}: I could not take it out of the reset service. It still counts there.',
  'written.not-shown':
    'Something else is registered there that you have not shown me. If it is yours, confirm it with me first. Or make the change on Microsoft’s page.',
  'written.not-listed':
    'After two days Microsoft’s list of registrations still does not show you. Use Microsoft’s page for now, and tell IT support.',
  'written.waitsTitle': 'This takes a while',
  'written.waits':
    '{method}: Microsoft’s list of registrations does not show you yet, so I can’t see what you have there already. It can take up to a day and a half until it does. I’ll add yours as soon as I can.',
  'written.administrator':
    'Your account has an administrator role. Only you may change its methods, on Microsoft’s page.',
  'written.not-accepted': 'The service refused it. Try on Microsoft’s page.',
  'written.not-permitted': 'The service does not let me. Use Microsoft’s page for now, and tell IT support.',
  'written.unknown-person': 'The service does not know your account. IT support has to look at that.',
  'written.silent': 'The service did not answer for two days. Use Microsoft’s page for now.',

  'choose.elsewhere.authenticator-app': 'Your phone shows a code. Strong. You add it on Microsoft’s page.',
  'choose.elsewhere.security-questions': 'You answer some questions about yourself. You add them on Microsoft’s page.',
  'choose.kept.authenticator-app': 'Shows me that it is you. For the reset itself, add it on Microsoft’s page too.',
  'choose.kept.security-questions': 'Show me that it is you. For the reset itself, add them on Microsoft’s page too.',

  'erase.introThere':
    'I remove your methods and my notes here. What the reset service has stays there: you can still reset your password.',

  'there.register': 'Register on Microsoft’s page',
  'there.change': 'Change my methods',
  'there.ready': 'You are ready. If you forget your password, you can reset it yourself.',
  'there.notReady': 'You are not ready yet. You register on Microsoft’s page. It takes about two minutes.',
  'there.looking': 'I’m still looking up whether you are ready.',
  'there.unknown': 'I can’t see just now whether you are ready. You register on Microsoft’s page.',
  'there.registered': 'Registered',
  'home.registered': 'What is registered counts. Confirm it here too: then I remind you to keep it right.',
  'home.confirm': 'Confirm or add methods',
  'there.report': 'The list I read is from {time}. It can be up to a day and a half behind.',
  'there.administrator': 'Your account has an administrator role. That is why I leave its methods to you.',
  'there.unshown':
    'You have something registered there that you cannot show me. So you can only add more on Microsoft’s page.',
  'there.steps': 'Open Microsoft’s page, sign in, and add your methods there. This chat waits for you.',
  'there.watch':
    'You don’t have to tell me when you are done. I’ll keep looking for three days, and write as soon as I see it. A phone or an email address shows within minutes, the rest within a day and a half.',
  'there.look': 'I am done: check now',
  'there.notYet':
    'I don’t see enough yet. That is not bad news: it can take up to a day and a half. I’ll keep looking, and write to you.',
  'there.enough': 'Your registration shows now. The first card tells you whether a reset works.',
  'there.moreTitle': 'I can see it',
  'there.more':
    'Newly registered: {methods}. It can take up to a day and a half to see whether that is enough. I’ll write to you then.',
} as const;
