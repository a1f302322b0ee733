/** What an English reader sees of a campaign: one card that says why they are asked now, and what follows. */
export const campaignTexts = {
  'campaign.title': 'Get ready to reset your own password',
  'campaign.filled-in':
    'Your organisation has this on file for you: {values}. It does not count yet. One code makes it count.',
  'campaign.filled-in.ended':
    'Your organisation has this on file for you: {values}. It stopped counting on {date}. One code makes it count again.',
  'campaign.nothing': 'You can’t reset your own password yet. I’ll help you set that up here, step by step.',
  'campaign.too-few': 'You have started, but you can’t reset your password yet. Add one more method, and you can.',
  'campaign.only-app': 'An authenticator app alone is not enough for a reset. Add one more method, and you are ready.',
  'campaign.falls-back': 'Add one more method before then, and you stay ready.',
  'campaign.fell-back':
    'Something you had set up does not count any more. Add another method, and you are ready again.',
  'campaign.by': 'Please do it by {date}. Nobody needs your password for this, and I never ask for it.',
  'campaign.go': 'Get ready now',
  'campaign.go.code': 'It is mine: send the code',
  'campaign.days': 'No time now? Ask me again',
  'campaign.days.1': 'tomorrow',
  'campaign.days.3': 'in three days',
  'campaign.days.7': 'in a week',
  'campaign.later': 'Later',
  'campaign.never': 'Do not ask again',
  'campaign.person': 'Contact IT support',
  'campaign.snoozed': 'All right. I will not ask before {time}.',
  'campaign.refused': 'All right. I will not ask again. If you change your mind, write: start.',
  'campaign.shrunk': 'I asked again in a newer message.',
} as const;
