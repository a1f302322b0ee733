import type { hints as source } from '../en/hints.ts';

/** What a Swedish reader is told where a step was not understood, or is asked about: what it waits for. */
export const hints: Readonly<Record<keyof typeof source, string>> = {
  'hint.unclear': 'Det förstod jag inte riktigt.',
  'hint.choose': 'Välj en metod här, eller skriv ett nummer eller en adress. Kan det vänta, skriv: inte nu.',
  'hint.show-it-is-you': 'Först vill jag veta att det är du. Välj det sätt som passar dig.',
  'hint.phone': 'Skriv ett nummer där du kan svara, och om du vill ha sms eller samtal.',
  'hint.email': 'Skriv en adress som du kommer åt utan jobblösenordet.',
  'hint.code':
    'Jag väntar på de 6 siffrorna som jag skickade. Du kan också skriva: igen, ett annat sätt eller tillbaka.',
  'hint.app': 'Skanna bilden med appen, eller skriv in nyckeln i den. Skriv sedan de 6 siffrorna som appen visar.',
  'hint.app-code': 'Öppna appen och skriv de 6 siffrorna som den visar nu. Går det inte, skriv: ett annat sätt.',
  'hint.questions': 'Välj dina frågor på kortet och svara på dem där. Du kan också skriva: ett annat sätt.',
  'hint.answers': 'Svara på dina frågor på kortet. Går det inte, skriv: ett annat sätt.',
  'hint.office': 'Är det numret till telefonen på ditt skrivbord? Skriv ja, så ringer jag. Annars skriver du: fel.',
  'hint.wrong-value': 'Berätta på kortet vad som är fel, så skickar jag det vidare.',
  'hint.prefilled': 'Är det här fortfarande ditt? Skriv: allt stämmer. Har något ändrats, skriv det nya.',
  'hint.due': 'Stämmer det här fortfarande? Skriv: allt stämmer. Har något ändrats, skriv det nya.',
  'hint.register-there': 'Det här gör du på Microsofts sida. När du är färdig skriver du: klar.',
  'hint.manage': 'Skriv vilken metod du vill ändra eller ta bort.',
  'hint.method': 'Du kan ändra den här metoden eller ta bort den. Inget händer förrän du säger till.',
  'hint.remove': 'Det här tar bara bort den här metoden. Skriv ja för att ta bort den, eller nej för att behålla den.',
  'hint.erase':
    'Det här raderar bara det som jag sparar om dig. Ditt jobbkonto finns kvar. Skriv ja för att radera, eller nej.',
  'hint.which-change': 'Välj den ändring som inte var din. De andra metoderna finns kvar.',
  'hint.finish': 'Du är klar här. Allt som jag behöver av dig är på plats.',
};
