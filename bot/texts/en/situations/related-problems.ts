/** What people meet beside a failed reset, and codes of the sign-in page, as help for who pastes one. */
export const relatedProblemsTexts = {
  'windows-sign-in.happened': 'The reset on the Windows sign-in screen did not work.',
  'windows-sign-in.why':
    'The screen needs the internet, and some networks block it. It does not work on a locked screen or over a remote connection.',
  'windows-sign-in.now':
    'Restart the computer and try on the first sign-in screen. Or open the reset page on your phone: it is the same reset.',
  'supporter.windows-sign-in':
    'SSPR at the Windows sign-in screen (temporary account defaultuser1). “Something went wrong. Please, try again later.”: proxy or antivirus.',
  'supporter.windows-sign-in.do':
    'Allow passwordreset.microsoftonline.com, ajax.aspnetcdn.com and ocsp.digicert.com without proxy sign-in. Needs Windows 10 1803 and a joined device. Not over RDP. Look at NoLockScreen, HideFastUserSwitching, DontDisplayLastUserName, required smart card, credential providers.',

  'too-many-messages.happened': 'The sign-in page has sent you too many codes or calls.',
  'too-many-messages.why': 'There is a limit on how many it sends in a short time.',
  'too-many-messages.now': 'Wait a few minutes, or use another method, such as the app.',
  'supporter.too-many-messages':
    'Telecom throttling: “You’ve hit our limit on verification calls” or “…text verification codes”, “Sorry, we’re having trouble verifying your account”.',
  'supporter.too-many-messages.do': 'Wait minutes, or use another method. Nothing to repair.',

  'locked-for-a-while.happened': 'Your account is locked for a short while.',
  'locked-for-a-while.why': 'Too many wrong passwords were tried. It may also have been somebody else.',
  'locked-for-a-while.now':
    'Wait a few minutes. If you forgot your password, reset it and say there that you forgot it.',
  'supporter.locked-for-a-while':
    'Smart lockout: 10 failed sign-ins, then 60 seconds and growing. “Your account is temporarily locked to prevent unauthorized use.”',
  'supporter.locked-for-a-while.do':
    'SSPR with “I forgot my password” resets the timer. Check the Sign-in logs for AADSTS50053 and its IP addresses.',

  'code.AADSTS50020': 'You signed in with an account of another organisation.',
  'code.AADSTS50034': 'The sign-in page does not know that user name. Check how it is spelled.',
  'code.AADSTS50053':
    'Your account is locked for a short time, after many wrong passwords. Wait a few minutes, or reset your password.',
  'code.AADSTS50055': 'Your password is too old. Choose a new one.',
  'code.AADSTS50056': 'Your account has no password yet. Ask IT support for one.',
  'code.AADSTS50057': 'Your account is switched off. Ask IT support why.',
  'code.AADSTS50072': 'You must first add a method to prove who you are.',
  'code.AADSTS50074': 'The sign-in page wants a code as well as your password.',
  'code.AADSTS50076': 'From where you are, the sign-in page wants a code as well as your password.',
  'code.AADSTS50078': 'Your last code is too old. Sign in again.',
  'code.AADSTS50079': 'You must first add a method to prove who you are.',
  'code.AADSTS50088': 'Too many calls were made. Wait, or use another method.',
  'code.AADSTS50105': 'You may not use that app. Ask IT support for it.',
  'code.AADSTS50125': 'The sign-in page stopped so that you can reset your password or add a method.',
  'code.AADSTS50126': 'The user name or the password was wrong. If you forgot it, reset it.',
  'code.AADSTS50131': 'Your organisation does not allow sign-in from there. Try at the office.',
  'code.AADSTS50132': 'Your password was changed. Sign in with the new one.',
  'code.AADSTS50133': 'Your password is too old or was changed. Sign in again.',
  'code.AADSTS50135': 'You must choose a new password, as yours may be known to others.',
  'code.AADSTS50144': 'Your password at work is too old. Choose a new one.',
  'code.AADSTS50173': 'Your password was changed. Sign in again.',
  'code.other':
    'That is a code of the sign-in page, not of the reset. Give IT support the whole text: they can look it up.',
  'signIn.title': 'The sign-in page stopped you.',
  'signIn.why': 'It is about signing in, not about the reset.',
} as const;
