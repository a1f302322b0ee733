/** Situations of where the password is kept, the new one, and writing it back, in English. */
export const keptElsewhere = {
  'kept-on-premises.happened': 'The page asks you to contact your administrator.',
  'kept-on-premises.why': 'Your own organisation keeps your password. It does not let Microsoft change it.',
  'kept-on-premises.now': 'Ask IT to set a new password for you. Tell them that you want to do it yourself next time.',
  'service-missing.happened': 'The page says that a service is missing.',
  'service-missing.why': 'Your own organisation keeps your password. The link that lets Microsoft change it is off.',
  'service-missing.now': 'Ask IT for a new password, and show them the code from the page.',
  'refused-on-premises.happened': 'The page found a problem in your organisation’s set-up.',
  'refused-on-premises.why': 'Your own organisation keeps your password. Its servers did not take the new one.',
  'refused-on-premises.now': 'You can’t fix this yourself. Tell IT what you saw, and they set a new password.',
  'unreachable-on-premises.happened': 'The page could not reach your organisation.',
  'unreachable-on-premises.why': 'Your own organisation keeps your password. Its servers did not answer.',
  'unreachable-on-premises.now': 'Wait an hour and try again. If it still fails, tell IT.',
  'not-everywhere-yet.happened': 'Your new password is saved, but it does not work everywhere yet.',
  'not-everywhere-yet.why': 'It takes a few minutes to reach all the places that need it.',
  'not-everywhere-yet.now': 'Wait a few minutes, then sign in with the new password.',
  'against-the-rules.happened': 'The page did not take your new password.',
  'against-the-rules.why':
    'It breaks a rule of your organisation. You may have used it before, or changed it too soon.',
  'against-the-rules.now': 'Choose another one. If you changed it today, try again tomorrow.',
  'too-common.happened': 'The page says that your new password is too easy.',
  'too-common.why': 'It holds a word that many people use, or one that your organisation does not allow.',
  'too-common.now': 'Choose a longer one. Four words that have nothing to do with each other work well.',
  'no-strength-meter.happened': 'The page does not show how strong your new password is.',
  'no-strength-meter.why': 'Your own organisation keeps your password, so the page does not know the rules.',
  'no-strength-meter.now': 'Nothing is wrong. Follow the rules of your organisation, or ask IT what they are.',
  'works-after-network.happened': 'Your new password does not work on your computer yet.',
  'works-after-network.why': 'The computer must reach your organisation’s network before it knows the new one.',
  'works-after-network.now':
    'Connect at the office or through VPN, then sign in with the new one. Until then the old one may still work.',
  'refused-in-the-cloud.happened': 'You are asked for a new password again and again.',
  'refused-in-the-cloud.why':
    'Your organisation took the new one, but Microsoft may not have. It takes no letters with dots or accents, and the page does not say so.',
  'refused-in-the-cloud.now':
    'Choose one of plain letters from a to z, numbers and common signs. If you are still asked, tell IT.',
  'locked-on-premises.happened': 'Your account is locked on your organisation’s own servers.',
  'locked-on-premises.why':
    'Too many wrong passwords were tried there. A device that still has the old one can do that too.',
  'locked-on-premises.now': 'Ask IT to unlock it. Then try again.',
  'wrong-current-password.happened': 'The page did not take the password you have now.',
  'wrong-current-password.why': 'To change a password, you first type the old one. What you typed was not it.',
  'wrong-current-password.now':
    'Type it again. If you do not know it, use the reset page and say there that you forgot it.',
} as const;
