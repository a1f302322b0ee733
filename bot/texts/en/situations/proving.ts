/**
 * Situations of proving who one is on the page.
 * Sources of codes to phones, both Microsoft Learn: "Phone authentication methods" (WhatsApp and RCS), "Choose a telephony provider for SMS and voice authentication" and its FAQ.
 */
export const provingTexts = {
  'no-cookies.happened': 'The reset page did not start.',
  'no-cookies.why': 'Your browser does not accept cookies, and the page needs them.',
  'no-cookies.now': 'Allow cookies, or use another browser.',
  'supporter.no-cookies': 'Audit reason “User tried to reset from a device without cookies enabled”.',
  'supporter.no-cookies.do': 'Allow cookies for passwordreset.microsoftonline.com in the browser policy.',

  'blocked.happened': 'You tried too many times, so reset is paused for you.',
  'blocked.why':
    'After too many wrong tries, the reset page accepts no more for 24 hours. The time counts from the last try.',
  'blocked.now': 'Wait, and do not try before then. If you can’t wait, ask IT support for a new password.',
  'supporter.blocked':
    'Blocked from SSPR for 24 hours: 5 failed tries in an hour or a day, or 10 e-mails in 10 minutes. Audit activity “Blocked from self-service password reset”.',
  'supporter.blocked.do':
    'The block can’t be lifted. Reset the password (Entra ID › Users › the user › Reset password) or issue a Temporary Access Pass, after checking who is asking.',

  'no-contact.happened': 'The reset page could not reach you.',
  'no-contact.why': 'Something went wrong on the way, or the number or address is wrong.',
  'no-contact.now': 'Try again in a moment, or use another method.',
  'supporter.no-contact': 'The user could not be contacted: passing fault of the telecom provider, or wrong data.',
  'supporter.no-contact.do':
    'Check the values under Entra ID › Users › the user › Authentication methods. AADSTS50088: the telecom limit is reached, use another method.',

  'no-text-or-call.happened': 'The text or call did not come.',
  'no-text-or-call.why': 'Usually the signal is weak, unknown callers are blocked, or the number is wrong.',
  'no-text-or-call.now':
    'Check your signal, and that your phone lets unknown callers through. Try a call instead of a text, or use the app.',
  'supporter.no-text-or-call':
    'No SMS or call: wrong form, extension stripped, caller id blocked, VoIP number, or a country that is not opted in.',
  'supporter.no-text-or-call.do':
    'Check +CC NUMBER and the country opt-in. Let the user make 5 tries in 5 minutes and give the times to Microsoft support. Switch between SMS and call, or use an app.',

  'own-provider-fails.happened': 'The code to your phone did not come.',
  'own-provider-fails.why':
    'A phone company of your organisation’s own choice sends the codes. The fault may be with them.',
  'own-provider-fails.now': 'Use another method. Tell IT support when you tried: Microsoft can’t see this.',
  'supporter.own-provider-fails':
    'SMS or voice through your own telephony provider is not delivered. Delivery is a matter of the provider and of your configuration, not of Microsoft.',
  'supporter.own-provider-fails.do':
    'Entra ID › Authentication methods › Policies, telephony provider: Production mode, target groups, rollout percentage. Check the routing function in your Azure subscription. Then open a case with the provider, with times and country.',

  'no-email.happened': 'The email did not come.',
  'no-email.why': 'It may be in the junk folder, or in a different mailbox than you think.',
  'no-email.now': 'Look in your junk folder, and check which address you have added.',
  'supporter.no-email': 'No e-mail: filtered, or sent to another alternate address.',
  'supporter.no-email.do':
    'Allow msonlineservicesteam@microsoft.com and msonlineservicesteam@microsoftonline.com. Check the address under Entra ID › Users › the user › Authentication methods.',

  'number-not-taken.happened': 'The reset page did not accept your phone number.',
  'number-not-taken.why': 'What you typed is not the same as the number you have added.',
  'number-not-taken.now': 'Type the whole number, with country code.',
  'supporter.number-not-taken': 'The number typed does not match the one registered (area or country code).',
  'supporter.number-not-taken.do':
    'Read the registered number under Entra ID › Users › the user › Authentication methods and correct it where needed.',

  'questions-not-taken.happened': 'The reset page did not accept your answers, or shows no questions.',
  'questions-not-taken.why': 'A wrong answer makes the questions start over. Some people may not use questions at all.',
  'questions-not-taken.now': 'Use another method, or add one here.',
  'supporter.questions-not-taken':
    'Security questions refused: wrong answers restart the draw; administrators never get questions; the policy may have dropped them.',
  'supporter.questions-not-taken.do':
    'Entra ID › Password reset › Authentication methods: check “Security questions”. Let the user register another method. Answers can’t be read or set.',

  'session-over.happened': 'The reset page said that your time was up.',
  'session-over.why': 'You have 15 minutes for a reset, and 5 minutes for each code.',
  'session-over.now': 'Start again, with your phone beside you.',
  'supporter.session-over': 'Session of 15 minutes or code of 5 minutes expired.',
  'supporter.session-over.do': 'Nothing to repair. If it happens often, look for slow delivery of codes.',

  'unclear-error.happened': 'The reset page said that something went wrong, and nothing more.',
  'unclear-error.why': 'The fault may be at Microsoft or in your organisation. The page does not say.',
  'unclear-error.now': 'Try again in an hour. Note the long code at the bottom of the page, for IT support.',
  'supporter.unclear-error': '“There’s an error processing the request”: outage or configuration.',
  'supporter.unclear-error.do':
    'Check Service health in the Microsoft 365 admin center. For Microsoft support: the support code (SID/CID) at the bottom of the page, date, time and time zone.',

  'unasked-mail.happened': 'You got a message about a reset that you did not ask for.',
  'unasked-mail.why': 'Somebody else may be trying to get into your account.',
  'unasked-mail.now': 'Tell IT support at once. Open no links in the message, and do not give anyone a code.',
  'supporter.unasked-mail': 'Reset mail that the user did not ask for: possible attack.',
  'supporter.unasked-mail.do':
    'At once: Entra ID › Users › the user › Revoke sessions, review Audit logs (Self-service Password Management) and Sign-in logs, reset the password, check the registered methods.',

  'page-not-opening.happened': 'The reset page did not open.',
  'page-not-opening.why': 'A slow computer or a slow network can cause this.',
  'page-not-opening.now': 'Wait a moment and try again, or use your phone.',
  'supporter.page-not-opening': 'The page does not open on a slow client.',
  'supporter.page-not-opening.do':
    'Retry, another browser or device. Check the proxy for passwordreset.microsoftonline.com, ajax.aspnetcdn.com and ocsp.digicert.com.',

  'code-in-another-app.happened': 'The code did not come as a plain text.',
  'code-in-another-app.why':
    'Microsoft may send it through WhatsApp, or as a chat message with its name and a check mark.',
  'code-in-another-app.now':
    'Look in WhatsApp and in all your messages. Without internet it comes as a plain text. Do not give the code to anyone.',
  'supporter.code-in-another-app':
    'Verification text sent over WhatsApp or RCS instead of SMS. The sender in WhatsApp is Microsoft, +1 (217) 302 1989.',
  'supporter.code-in-another-app.do':
    'Nothing to repair. Without WhatsApp or internet the code comes by SMS. The first time in WhatsApp, an SMS says so.',
} as const;
