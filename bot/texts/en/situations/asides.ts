/** What people meet beside a failed reset, in English. */
export const asides = {
  'windows-sign-in.happened': 'The reset on the Windows sign-in screen did not work.',
  'windows-sign-in.why':
    'The screen needs the internet, and some networks block it. It does not work on a locked screen or from afar.',
  'windows-sign-in.now':
    'Restart the computer and try on the first sign-in screen. Or open the reset page on your phone: it is the same reset.',
  'too-many-messages.happened': 'The page has sent you too many codes or calls.',
  'too-many-messages.why': 'There is a limit on how many it sends in a short time.',
  'too-many-messages.now': 'Wait a few minutes, or use another method, such as the app.',
  'locked-for-a-while.happened': 'Your account is locked for a short while.',
  'locked-for-a-while.why': 'Too many wrong passwords were tried. It may also have been somebody else.',
  'locked-for-a-while.now':
    'Wait a few minutes. If you forgot your password, reset it and say there that you forgot it.',
} as const;
