import type { methods as english } from '../../en/supporter/methods.ts';

/** För supporten, med exakta ord: sätt som saknas eller inte räknas. */
export const methods: Readonly<Record<keyof typeof english, string>> = {
  'supporter.K3':
    'SSPR är aktiverat men användaren är inte registrerad (isSsprRegistered = false). Texten ”Det gick inte att verifiera ditt konto” bevisar det inte: den visas också när SSPR är av.',
  'supporter.K3.do':
    'Återställ lösenordet, eller ge ett Temporary Access Pass (Entra ID › Users › användaren › Authentication methods). Sedan registrerar sig användaren här eller på aka.ms/ssprsetup. Eller lägg in telefon och e-post åt dem.',
  'supporter.K9': 'SSPR_0014 UserNotProperlyConfigured: inte, eller inte helt, registrerad.',
  'supporter.K9.do':
    'Återställ lösenordet eller ge ett Temporary Access Pass. Låt sedan användaren registrera sig, eller lägg till det som saknas under Entra ID › Users › användaren › Authentication methods.',
  'supporter.K14': 'Färre användbara metoder än ”Number of methods required to reset”.',
  'supporter.K14.do':
    'Återställ lösenordet och låt användaren registrera en till, eller lägg till den under Entra ID › Users › användaren › Authentication methods. Berätta för alla innan du höjer från 1 till 2.',
  'supporter.K15': 'Kontaktuppgifterna har fel form: +CC NUMMER med ett blanksteg, ingen anknytning.',
  'supporter.K15.do':
    'Rätta i Entra ID › Users › användaren › Authentication methods; om den synkas, i Active Directory (telephoneNumber, mobile).',
  'supporter.K16':
    'isSsprRegistered = true, isSsprCapable = false: de registrerade metoderna är inte längre tillåtna, eller så är en authenticator-app den enda.',
  'supporter.K16.do':
    'Entra ID › Authentication methods › Policies, och Entra ID › Password reset › Authentication methods: tillåt någon av dem igen, eller starta en registration campaign.',
  'supporter.K37':
    'Ett nummer eller en adress är inlagd (mobilePhone, businessPhones, otherMails) men aldrig registrerad. Sedan 9 november 2026 godtar SSPR bara registrerade metoder.',
  'supporter.K37.do':
    'Låt användaren bekräfta uppgiften här eller på aka.ms/ssprsetup, eller lägg till den under Entra ID › Users › användaren › Authentication methods. Tills dess: nytt lösenord eller Temporary Access Pass.',
  'supporter.K32':
    'Administratör: den fasta two-gate-policyn gäller, vad SSPR-policyn än säger. Två av mejl, authenticator-app, telefon; inga frågor.',
  'supporter.K32.do':
    'Det är avsiktligt. Låt administratören registrera två metoder, eller stäng av SSPR för administratörer (allowedToUseSSPR = false).',
  'supporter.K33': 'En metod, eller alla, är utom räckhåll.',
  'supporter.K33.do':
    'Kontrollera identiteten, sedan Entra ID › Users › användaren › Authentication methods: Temporary Access Pass, eller ”Require re-register multifactor authentication”. Account Recovery, där det har en profil i produktion: id-handling och Verified ID, från inloggningssidan. Användaren får sedan ett pass och registrerar på nytt.',
};
