import type { authenticator as english } from '../en/authenticator.ts';

/** Vad en svensk läsare ser om autentiseringsappen. */
export const authenticator: Readonly<Record<keyof typeof english, string>> = {
  'app.title': 'Lägg till en authenticator-app',
  'app.step.open': '1. Öppna en authenticator-app i telefonen. Vilken sådan app som helst går bra.',
  'app.step.add': '2. Lägg till ett konto. Välj Annat konto om du har appen från Microsoft.',
  'app.step.scan': '3. Skanna bilden. Då visar appen en kod: skriv in den här.',
  'app.picture': 'Bild att skanna med appen',
  'app.key': 'Går det inte att skanna? Skriv in den här nyckeln i appen i stället:',
  'app.until': 'Bilden och nyckeln gäller till {time}. Visa dem inte för någon.',
  'app.code': 'Kod i appen, 6 siffror',
  'app.check': 'Kontrollera koden',
  'app.other': 'Välj ett annat sätt',
  'app.prove.title': 'Skriv in koden från appen',
  'app.prove.intro': 'Öppna din authenticator-app. Koden står vid {name} och byts var trettionde sekund.',

  'outcome.app-code-wrong':
    'Det är inte koden som appen visar nu. Du har {left, plural, one {ett försök} other {# försök}} kvar. Kontrollera att klockan i telefonen går rätt.',
  'outcome.app-code-used': 'Den koden är redan använd. Vänta på nästa: den kommer inom 30 sekunder.',
  'outcome.app-setup-over': 'Den förra bilden och nyckeln gäller inte längre. Lägg in de nya i appen.',
  'outcome.app-resting':
    'Det blev för många felaktiga koder. Jag tar emot koder från appen igen efter {time}. Använd ett annat sätt så länge.',
  'outcome.not-an-app-code': 'En kod har 6 siffror. Skriv in den som appen visar nu.',
};
