import type { methods as english } from '../../en/supporter/methods.ts';

/** För supporten, med exakta ord: sätt som saknas eller inte räknas. */
export const methods: Readonly<Record<keyof typeof english, string>> = {
  'supporter.not-registered':
    'SSPR är aktiverat men användaren är inte registrerad (isSsprRegistered = false). Texten ”Det gick inte att verifiera ditt konto” bevisar det inte: den visas också när SSPR är av.',
  'supporter.not-registered.do':
    'Återställ lösenordet, eller ge ett Temporary Access Pass (Entra ID › Users › användaren › Authentication methods). Sedan registrerar sig användaren här eller på aka.ms/ssprsetup. Eller lägg in telefon och e-post åt dem.',
  'supporter.information-missing': 'SSPR_0014 UserNotProperlyConfigured: inte, eller inte helt, registrerad.',
  'supporter.information-missing.do':
    'Återställ lösenordet eller ge ett Temporary Access Pass. Låt sedan användaren registrera sig, eller lägg till det som saknas under Entra ID › Users › användaren › Authentication methods.',
  'supporter.too-few-methods': 'Färre användbara metoder än ”Number of methods required to reset”.',
  'supporter.too-few-methods.do':
    'Återställ lösenordet och låt användaren registrera en till, eller lägg till den under Entra ID › Users › användaren › Authentication methods. Berätta för alla innan du höjer från 1 till 2.',
  'supporter.malformed-values': 'Kontaktuppgifterna har fel form: +CC NUMMER med ett blanksteg, ingen anknytning.',
  'supporter.malformed-values.do':
    'Rätta i Entra ID › Users › användaren › Authentication methods; om den synkas, i Active Directory (telephoneNumber, mobile).',
  'supporter.not-allowed-any-more':
    'isSsprRegistered = true, isSsprCapable = false: de registrerade metoderna är inte längre tillåtna, eller så är en authenticator-app den enda.',
  'supporter.not-allowed-any-more.do':
    'Entra ID › Authentication methods › Policies, och Entra ID › Password reset › Authentication methods: tillåt någon av dem igen, eller starta en registration campaign.',
  'supporter.never-registered':
    'Ett nummer eller en adress är inlagd (mobilePhone, businessPhones, otherMails) men aldrig registrerad. Sedan 9 november 2026 godtar SSPR bara registrerade metoder.',
  'supporter.never-registered.do':
    'Låt användaren bekräfta uppgiften här eller på aka.ms/ssprsetup, eller lägg till den under Entra ID › Users › användaren › Authentication methods. Tills dess: nytt lösenord eller Temporary Access Pass.',
  'supporter.stricter-for-administrators':
    'Administratör: den fasta two-gate-policyn gäller, vad SSPR-policyn än säger. Två av mejl, authenticator-app, telefon; inga frågor.',
  'supporter.stricter-for-administrators.do':
    'Det är avsiktligt. Låt administratören registrera två metoder, eller stäng av SSPR för administratörer (allowedToUseSSPR = false).',
  'supporter.all-lost': 'En metod, eller alla, är utom räckhåll.',
  'supporter.all-lost.do':
    'Kontrollera identiteten, sedan Entra ID › Users › användaren › Authentication methods: Temporary Access Pass, eller ”Require re-register multifactor authentication”. Account Recovery, där det har en profil i produktion: id-handling och Verified ID, från inloggningssidan. Användaren får sedan ett pass och registrerar på nytt.',
};
