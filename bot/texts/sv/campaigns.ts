import type { campaignTexts as english } from '../en/campaigns.ts';

/** Vad en svensk läsare ser av en kampanj: ett kort som säger varför just de får frågan nu, och vad som följer. */
export const campaignTexts: Readonly<Record<keyof typeof english, string>> = {
  'campaign.title': 'Gör dig redo att återställa ditt lösenord själv',
  'campaign.filled-in':
    'Din organisation har lagt in det här om dig: {values}. Det räknas först när du har bekräftat det med en kod.',
  'campaign.filled-in.ended':
    'Din organisation har lagt in det här om dig: {values}. Det slutade räknas den {date}. Bekräfta det med en kod, så räknas det igen.',
  'campaign.nothing':
    'Du kan inte återställa ditt lösenord själv än. Jag hjälper dig att ordna det här, steg för steg.',
  'campaign.too-few':
    'Du har börjat, men du kan inte återställa ditt lösenord än. Lägg till en metod till, så kan du det.',
  'campaign.only-app':
    'En autentiseringsapp räcker inte ensam vid en återställning. Lägg till en metod till, så är du redo.',
  'campaign.falls-back': 'Lägg till en metod till innan dess, så fortsätter du att vara redo.',
  'campaign.fell-back': 'Något du hade ordnat räknas inte längre. Lägg till en annan metod, så är du redo igen.',
  'campaign.by':
    'Gör det gärna senast den {date}. Ingen behöver ditt lösenord till det, och jag frågar aldrig efter det.',
  'campaign.go': 'Kom igång nu',
  'campaign.go.code': 'Det är mitt: skicka koden',
  'campaign.days': 'Har du inte tid nu? Fråga mig igen',
  'campaign.days.1': 'i morgon',
  'campaign.days.3': 'om tre dagar',
  'campaign.days.7': 'om en vecka',
  'campaign.later': 'Senare',
  'campaign.never': 'Fråga inte igen',
  'campaign.person': 'Kontakta it-supporten',
  'campaign.snoozed': 'Då frågar jag inte igen före {time}.',
  'campaign.refused': 'Då frågar jag inte igen. Om du ändrar dig kan du skriva: börja.',
  'campaign.shrunk': 'Jag har frågat igen i ett nyare meddelande.',
};
