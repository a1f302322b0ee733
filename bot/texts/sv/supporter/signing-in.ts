import type { signingIn as english } from '../../en/supporter/signing-in.ts';

/** För supporten, med exakta ord: inloggning som folk tar för återställningen. */
export const signingIn: Readonly<Record<keyof typeof english, string>> = {
  'supporter.passkey-demanded':
    'Tvingande registrering av passkey vid inloggning: sms eller samtal var enda MFA-metoden, och Microsofts egen leverans har upphört. Det går inte att välja bort.',
  'supporter.passkey-demanded.do':
    'Hjälp användaren att registrera en passkey (Windows Hello, telefon, säkerhetsnyckel); ge ett Temporary Access Pass om det behövs först. Användare med en egen operatör får inte frågan.',
  'supporter.passkey-not-counted':
    'Passkey (FIDO2, Windows Hello) registrerad: ingen metod för SSPR. Uppmaningen efter MFA går att skjuta upp hur många gånger som helst.',
  'supporter.passkey-not-counted.do':
    'Låt användaren registrera app, e-post eller telefon också. Uppmaningen: Entra ID › Authentication methods › Registration campaign.',
  'supporter.signed-in-with-pass':
    'Inloggad med Temporary Access Pass: ett lösenordsbyte frågar efter det nuvarande lösenordet, så ett okänt går inte att byta.',
  'supporter.signed-in-with-pass.do':
    'Entra ID › Users › användaren › Reset password. Eller låt användaren registrera metoder (engångspass: inom 10 minuter efter inloggning) och sedan använda aka.ms/sspr.',
  'supporter.stronger-sign-in-needed':
    '”Let’s try something else. Another sign-in method is required to access this resource.” MFA äldre än 10 minuter, mot en authentication strength för registrering av säkerhetsinfo.',
  'supporter.stronger-sign-in-needed.do':
    'Entra ID › Conditional Access › policyn med user action ”Register security information”: sign-in frequency ”Every time”. Eller aktivera passkeys för användare med Windows Hello for Business. Användaren loggar in på nytt med en metod av rätt styrka.',
};
