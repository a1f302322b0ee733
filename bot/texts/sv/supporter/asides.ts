import type { asides as english } from '../../en/supporter/asides.ts';

/** För supporten, med exakta ord: sådant som folk möter vid sidan av en återställning. */
export const asides: Readonly<Record<keyof typeof english, string>> = {
  'supporter.windows-sign-in':
    'SSPR på Windows inloggningsskärm (tillfälligt konto defaultuser1). ”Something went wrong. Please, try again later.”: proxy eller antivirus.',
  'supporter.windows-sign-in.do':
    'Släpp fram passwordreset.microsoftonline.com, ajax.aspnetcdn.com och ocsp.digicert.com utan proxyinloggning. Kräver Windows 10 1803 och ansluten enhet. Inte över RDP. Se över NoLockScreen, HideFastUserSwitching, DontDisplayLastUserName, krav på smartkort, credential providers.',
  'supporter.too-many-messages':
    'Operatörsgräns: ”You’ve hit our limit on verification calls” eller ”…text verification codes”, ”Sorry, we’re having trouble verifying your account”.',
  'supporter.too-many-messages.do': 'Vänta några minuter, eller använd en annan metod. Inget att åtgärda.',
  'supporter.locked-for-a-while':
    'Smart lockout: 10 misslyckade inloggningar, sedan låst i 60 sekunder, därefter allt längre. ”Your account is temporarily locked to prevent unauthorized use.”',
  'supporter.locked-for-a-while.do':
    'SSPR med ”I forgot my password” nollställer tiden. Se i Sign-in logs efter AADSTS50053 och IP-adresserna.',
};
