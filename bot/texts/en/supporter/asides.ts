/** For supporters, in exact terms: what people meet beside a failed reset. */
export const asides = {
  'supporter.windows-sign-in':
    'SSPR at the Windows sign-in screen (temporary account defaultuser1). “Something went wrong. Please, try again later.”: proxy or antivirus.',
  'supporter.windows-sign-in.do':
    'Allow passwordreset.microsoftonline.com, ajax.aspnetcdn.com and ocsp.digicert.com without proxy sign-in. Needs Windows 10 1803 and a joined device. Not over RDP. Look at NoLockScreen, HideFastUserSwitching, DontDisplayLastUserName, required smart card, credential providers.',
  'supporter.too-many-messages':
    'Telecom throttling: “You’ve hit our limit on verification calls” or “…text verification codes”, “Sorry, we’re having trouble verifying your account”.',
  'supporter.too-many-messages.do': 'Wait minutes, or use another method. Nothing to repair.',
  'supporter.locked-for-a-while':
    'Smart lockout: 10 failed sign-ins, then 60 seconds and growing. “Your account is temporarily locked to prevent unauthorized use.”',
  'supporter.locked-for-a-while.do':
    'SSPR with “I forgot my password” resets the timer. Check the Sign-in logs for AADSTS50053 and its IP addresses.',
} as const;
