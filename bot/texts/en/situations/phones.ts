/**
 * Situations of codes to phones, in English.
 * Sources, both Microsoft Learn: "Phone authentication methods" (WhatsApp and RCS, the alternate phone), "Choose a telephony provider for SMS and voice authentication" and its FAQ.
 */
export const phones = {
  'K39.happened': 'The code to your phone did not come.',
  'K39.why': 'A phone company of your organisation’s own choice sends the codes. The fault may be with them.',
  'K39.now': 'Use another method. Tell IT when you tried: Microsoft can’t see this.',
  'K43.happened': 'The code did not come as a plain text.',
  'K43.why': 'Microsoft may send it through WhatsApp, or as a chat message with its name and a check mark.',
  'K43.now':
    'Look in WhatsApp and in all your messages. Without internet it comes as a plain text. Give the code to nobody.',
  'K44.happened': 'The page does not offer your second phone number.',
  'K44.why': 'A reset takes your first mobile number, or the office phone. The second one is for signing in only.',
  'K44.now': 'Use the first number. If it is not yours any more, change it here or add another method.',
} as const;
