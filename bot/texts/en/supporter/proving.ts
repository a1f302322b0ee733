/** For supporters, in exact terms: proving who one is on the page. */
export const proving = {
  'supporter.blocked':
    'Blocked from SSPR for 24 hours: 5 failed tries in an hour or a day, or 10 e-mails in 10 minutes. Audit activity “Blocked from self-service password reset”.',
  'supporter.blocked.do':
    'The block can’t be lifted. Reset the password (Entra ID › Users › the user › Reset password) or issue a Temporary Access Pass, after checking who is asking.',
  'supporter.no-contact': 'The user could not be contacted: passing fault of the telecom provider, or wrong data.',
  'supporter.no-contact.do':
    'Check the values under Entra ID › Users › the user › Authentication methods. AADSTS50088: the telecom limit is reached, use another method.',
  'supporter.no-text-or-call':
    'No SMS or call: wrong form, extension stripped, caller id blocked, VoIP number, or a country that is not opted in.',
  'supporter.no-text-or-call.do':
    'Check +CC NUMBER and the country opt-in. Let the user make 5 tries in 5 minutes and give the times to Microsoft support. Switch between SMS and call, or use an app.',
  'supporter.no-email': 'No e-mail: filtered, or sent to another alternate address.',
  'supporter.no-email.do':
    'Allow msonlineservicesteam@microsoft.com and msonlineservicesteam@microsoftonline.com. Check the address under Entra ID › Users › the user › Authentication methods.',
  'supporter.number-not-taken': 'The number typed does not match the one registered (area or country code).',
  'supporter.number-not-taken.do':
    'Read the registered number under Entra ID › Users › the user › Authentication methods and correct it where needed.',
  'supporter.questions-not-taken':
    'Security questions refused: wrong answers restart the draw; administrators never get questions; the policy may have dropped them.',
  'supporter.questions-not-taken.do':
    'Entra ID › Password reset › Authentication methods: check “Security questions”. Let the user register another method. Answers can’t be read or set.',
  'supporter.session-over': 'Session of 15 minutes or code of 5 minutes expired.',
  'supporter.session-over.do': 'Nothing to repair. If it happens often, look for slow delivery of codes.',
  'supporter.no-cookies': 'Audit reason “User tried to reset from a device without cookies enabled”.',
  'supporter.no-cookies.do': 'Allow cookies for passwordreset.microsoftonline.com in the browser policy.',
  'supporter.page-not-opening': 'The page does not open on a slow client.',
  'supporter.page-not-opening.do':
    'Retry, another browser or device. Check the proxy for passwordreset.microsoftonline.com, ajax.aspnetcdn.com and ocsp.digicert.com.',
  'supporter.unclear-error': '“There’s an error processing the request”: outage or configuration.',
  'supporter.unclear-error.do':
    'Check Service health in the Microsoft 365 admin center. For Microsoft support: the support code (SID/CID) at the bottom of the page, date, time and time zone.',
  'supporter.unasked-mail': 'Reset mail that the user did not ask for: possible attack.',
  'supporter.unasked-mail.do':
    'At once: Entra ID › Users › the user › Revoke sessions, review Audit logs (Self-service Password Management) and Sign-in logs, reset the password, check the registered methods.',
  'supporter.unknown': 'No known situation fits what could be read.',
  'supporter.unknown.do':
    'Look at what could not be read. Then look at Entra ID › Monitoring & health › Audit logs › Service “Self-service Password Management” for this user, with the time of the try.',
} as const;
