/**
 * Situations of codes to phones, in English.
 * Sources, both Microsoft Learn: "Phone authentication methods" (WhatsApp and RCS, the alternate phone), "Choose a telephony provider for SMS and voice authentication" and its FAQ.
 */
export const phones = {
  'own-provider-fails.happened': 'The code to your phone did not come.',
  'own-provider-fails.why':
    'A phone company of your organisation’s own choice sends the codes. The fault may be with them.',
  'own-provider-fails.now': 'Use another method. Tell IT when you tried: Microsoft can’t see this.',
  'code-in-another-app.happened': 'The code did not come as a plain text.',
  'code-in-another-app.why':
    'Microsoft may send it through WhatsApp, or as a chat message with its name and a check mark.',
  'code-in-another-app.now':
    'Look in WhatsApp and in all your messages. Without internet it comes as a plain text. Give the code to nobody.',
  'second-number.happened': 'The page does not offer your second phone number.',
  'second-number.why':
    'A reset takes your first mobile number, or the office phone. The second one is for signing in only.',
  'second-number.now': 'Use the first number. If it is not yours any more, change it here or add another method.',
} as const;
