import type { Road } from './road.ts';

const phone = 'authentication-phone';
const email = 'authentication-email';

/** What people type who are new to chats, or wary of them; in both languages, kept to measure by, as the others. */
export const thirdRoads: { readonly en: readonly Road[]; readonly sv: readonly Road[] } = {
  en: [
    {
      name: 'a careful beginner',
      begins: 'nothing',
      steps: [
        { types: 'Good afternoon. I was asked to register for the password service.', screen: ['home', 'choose'] },
        { types: 'By telephone, if I may.', screen: 'phone' },
        { types: 'My number: {spaced}.', screen: 'code of a phone', sent: 'text' },
        { types: 'I have received {code}.', screen: 'choose' },
      ],
      ends: { proven: [phone], request: null },
    },
    {
      name: 'a number and a worry',
      begins: 'phone',
      steps: [
        { types: 'you wont sell my number will you', screen: 'phone' },
        { types: 'alright then {number}', screen: 'code of a phone', sent: 'text' },
        { types: "I can't find it, where would the text be", screen: 'code of a phone' },
        { types: 'got it {code}', screen: 'choose' },
      ],
      ends: { proven: [phone] },
    },
    {
      name: 'mailbox first, then second thoughts, then mailbox',
      begins: 'email',
      steps: [
        { types: 'hmm what else is there', screen: ['choose', 'email'] },
        { types: 'no, the mail one is fine', unless: 'email', screen: 'email' },
        { types: '{address} is mine', screen: 'code of a mailbox', sent: 'email' },
        { types: 'it reads {codeSpaced}', screen: 'choose' },
      ],
      ends: { proven: [email] },
    },
    {
      name: 'a tap on the shoulder',
      begins: 'code of a mailbox',
      steps: [
        { types: 'brb', never: ['fault.text'] },
        { types: 'back. does the code still work', waits: 60, never: ['fault.text'] },
        { types: '{code}', says: 'outcome.method-proven.authentication-email' },
      ],
      ends: { proven: [email] },
    },
    {
      name: 'the phone goes',
      begins: 'home',
      steps: [
        { types: 'put in {number} please', shows: ['{tail}'] },
        { types: 'yes that is right', unless: 'code of a phone', screen: 'code of a phone' },
        { types: '{code}', screen: 'choose' },
        { types: 'sorry, please take my phone number out again', says: 'remove.title.authentication-phone' },
        { types: 'yes take it out', says: 'outcome.method-removed.authentication-phone' },
      ],
      ends: { proven: [] },
    },
    {
      name: 'a ticket by a nervous one',
      begins: 'home',
      steps: [
        { types: 'I would rather speak with somebody please', screen: ['ask a person', 'what is sent'] },
        { types: 'the page says I am not registered but I am certain that I did it in spring', screen: 'what is sent' },
        { types: 'yes please send', says: ['ticket.raised', 'ticket.kept'] },
        { types: 'what happens now?', never: ['fault.text'] },
      ],
      ends: { request: { state: 'open', said: /spring/u } },
    },
    {
      name: 'asked a person while proving',
      begins: 'show it is you',
      steps: [
        { types: 'i need a human for this', screen: ['ask a person', 'what is sent'] },
        { types: 'forget it', screen: 'show it is you' },
        { types: 'text me the code', screen: 'code to show it is you', sent: 'text' },
        { types: '{code}', says: 'outcome.identity-proven' },
      ],
      ends: { proven: [phone], request: null },
    },
    {
      name: 'why and how long',
      begins: 'what did you see',
      steps: [
        { types: 'it wanted two things and I only have one', screen: 'why it failed' },
        { types: 'ok let me add the email', screen: 'email' },
        { types: '{address}', screen: 'code of a mailbox', sent: 'email' },
      ],
      ends: { request: null },
    },
    {
      name: 'what is on file',
      begins: 'what was filled in',
      steps: [
        { types: 'where did you get these from', screen: 'what was filled in' },
        { types: 'yes, both are mine', screen: ['code of a phone', 'code of a mailbox'] },
      ],
      ends: { request: null },
    },
    {
      name: 'closing',
      begins: 'finish',
      steps: [
        { types: 'so what do I do when I forget it', never: ['fault.text'] },
        { types: 'thank you so much', never: ['guess.title'] },
        { types: 'bye', never: ['guess.title'] },
      ],
      ends: { proven: [phone, email], request: null },
    },
    {
      name: 'kept for the day, with a question',
      begins: 'keep for the day',
      steps: [
        { types: 'who can see my number?', screen: 'keep for the day' },
        { types: 'status', screen: 'home' },
      ],
      ends: { proven: [phone, email], request: null },
    },
  ],
  sv: [
    {
      name: 'en försiktig nybörjare',
      begins: 'nothing',
      steps: [
        {
          types: 'God eftermiddag. Jag har blivit ombedd att anmäla mig till lösenordstjänsten.',
          screen: ['home', 'choose'],
        },
        { types: 'Per telefon, om det går för sig.', screen: 'phone' },
        { types: 'Mitt nummer: {spaced}.', screen: 'code of a phone', sent: 'text' },
        { types: 'Jag har fått {code}.', screen: 'choose' },
      ],
      ends: { proven: [phone], request: null },
    },
    {
      name: 'ett nummer och en oro',
      begins: 'phone',
      steps: [
        { types: 'ni säljer väl inte mitt nummer', screen: 'phone' },
        { types: 'nåja {number} då', screen: 'code of a phone', sent: 'text' },
        { types: 'hittar det inte, var ska smset ligga', screen: 'code of a phone' },
        { types: 'där var det {code}', screen: 'choose' },
      ],
      ends: { proven: [phone] },
    },
    {
      name: 'mejl, tvekan, mejl',
      begins: 'email',
      steps: [
        { types: 'hmm vad finns det annars', screen: ['choose', 'email'] },
        { types: 'nä mejl blir bra', unless: 'email', screen: 'email' },
        { types: '{address} är min', screen: 'code of a mailbox', sent: 'email' },
        { types: 'det står {codeSpaced}', screen: 'choose' },
      ],
      ends: { proven: [email] },
    },
    {
      name: 'strax tillbaka',
      begins: 'code of a mailbox',
      steps: [
        { types: 'strax tillbaka', never: ['fault.text'] },
        { types: 'nu är jag här. funkar koden fortfarande', waits: 60, never: ['fault.text'] },
        { types: '{code}', says: 'outcome.method-proven.authentication-email' },
      ],
      ends: { proven: [email] },
    },
    {
      name: 'telefonen ut igen',
      begins: 'home',
      steps: [
        { types: 'lägg till {number} är du snäll', shows: ['{tail}'] },
        { types: 'ja det stämmer', unless: 'code of a phone', screen: 'code of a phone' },
        { types: '{code}', screen: 'choose' },
        { types: 'förlåt, plocka bort telefonnumret igen', says: 'remove.title.authentication-phone' },
        { types: 'ja ta bort det', says: 'outcome.method-removed.authentication-phone' },
      ],
      ends: { proven: [] },
    },
    {
      name: 'hellre en människa',
      begins: 'home',
      steps: [
        { types: 'jag skulle hellre tala med någon', screen: ['ask a person', 'what is sent'] },
        { types: 'sidan säger att jag inte är registrerad men jag gjorde det i våras', screen: 'what is sent' },
        { types: 'ja tack skicka', says: ['ticket.raised', 'ticket.kept'] },
        { types: 'vad händer nu?', never: ['fault.text'] },
      ],
      ends: { request: { state: 'open', said: /våras/u } },
    },
    {
      name: 'människa mitt i beviset',
      begins: 'show it is you',
      steps: [
        { types: 'här behöver jag en människa', screen: ['ask a person', 'what is sent'] },
        { types: 'glöm det', screen: 'show it is you' },
        { types: 'smsa mig koden', screen: 'code to show it is you', sent: 'text' },
        { types: '{code}', says: 'outcome.identity-proven' },
      ],
      ends: { proven: [phone], request: null },
    },
    {
      name: 'varför och vad göra',
      begins: 'what did you see',
      steps: [
        { types: 'den ville ha två saker och jag har bara en', screen: 'why it failed' },
        { types: 'ok låt mig lägga till mejlen', screen: 'email' },
        { types: '{address}', screen: 'code of a mailbox', sent: 'email' },
      ],
      ends: { request: null },
    },
    {
      name: 'vad som finns sparat',
      begins: 'what was filled in',
      steps: [
        { types: 'var har ni fått det här ifrån', screen: 'what was filled in' },
        { types: 'ja båda är mina', screen: ['code of a phone', 'code of a mailbox'] },
      ],
      ends: { request: null },
    },
    {
      name: 'avslut',
      begins: 'finish',
      steps: [
        { types: 'så vad gör jag när jag glömmer det', never: ['fault.text'] },
        { types: 'tack så hjärtligt', never: ['guess.title'] },
        { types: 'hej då', never: ['guess.title'] },
      ],
      ends: { proven: [phone, email], request: null },
    },
    {
      name: 'sparat till dagen, med en fråga',
      begins: 'keep for the day',
      steps: [
        { types: 'vem kan se mitt nummer?', screen: 'keep for the day' },
        { types: 'status', screen: 'home' },
      ],
      ends: { proven: [phone, email], request: null },
    },
  ],
};
