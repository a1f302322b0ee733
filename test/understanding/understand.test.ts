import assert from 'node:assert/strict';
import { test } from 'node:test';
import { understand, type Wish } from '../../bot/understanding/understand.ts';

test('the three pages of the guide are recognised as they stand, in both languages', () => {
  const pages = [
    ['K1', "Contact your administrator. We've detected that your user account password is not managed by Microsoft."],
    [
      'K1',
      'Vi har upptäckt att lösenordet till ditt användarkonto inte hanteras av Microsoft. Kontakta din IT-personal.',
    ],
    ['K2', 'Your account is not enabled for password reset.'],
    ['K2', 'Vi beklagar, men IT-avdelningen har inte konfigurerat ditt konto för användning med den här tjänsten.'],
    ['K3', 'We could not verify your account. If you’d like, we can contact an administrator in your organization.'],
    ['K3', 'Det gick inte att verifiera ditt konto.'],
  ] as const;
  for (const [situation, text] of pages) assert.equal(understand(text).situation, situation, text);
});

test('the same is understood without accents, in capitals and with a slip of the finger', () => {
  for (const text of [
    'kontot ar inte aktiverat for losenordsaterstallning',
    'KONTOT ÄR INTE AKTIVERAT FÖR LÖSENORDSÅTERSTÄLLNING',
    'kontot är inte aktivreat för lösenordsåterstälning',
  ]) {
    assert.deepEqual([understand(text).language, understand(text).situation], ['sv', 'K2'], text);
  }
});

test('what matters is found in the middle of a long story', () => {
  const story =
    'Hi! I hope you had a nice weekend, ours was rainy. On Friday I came back from the customer and sat down with my tea. ' +
    'When I reset my password the text message with the code never came to my phone. ' +
    'Then the train left and I had to run. Many greetings to everybody in the team, and see you at the party!';
  assert.equal(understand(story).situation, 'K18');
});

test('a sentence about something else is not forced into a situation, whatever words it borrows', () => {
  for (const text of [
    'my vpn is slow today',
    'Excel says contact your administrator',
    'the printer code is wrong',
    'skrivaren på plan tre har tappat anslutningen',
    'kontakta administratören för att installera skrivaren',
    'vad blir det för lunch',
  ]) {
    const { intent, situation } = understand(text);
    assert.deepEqual([intent, situation], ['other', null], text);
  }
});

test('a page pasted in one language does not hide the language of the person', () => {
  assert.equal(understand('jag får "Your account is not enabled for password reset"').language, 'sv');
  assert.equal(understand('det står Your account is not enabled for password reset, vad gör jag').language, 'sv');
  assert.equal(understand('what does "Kontakta administratören" mean').language, 'en');
  assert.equal(understand('SSPR_0014').language, 'unclear');
  assert.equal(understand('Ich habe mein Kennwort vergessen').language, 'other');
  assert.equal(understand('где принтер').language, 'other');
});

test('follow-up questions and finer wishes are told apart for the dialogs', () => {
  const wishes: readonly (readonly [string, Wish])[] = [
    ['what does that mean?', 'meaning'],
    ['vad betyder det?', 'meaning'],
    ["can't you just do it?", 'do-it'],
    ['kan du inte bara fixa det', 'do-it'],
    ['how long does it take?', 'how-long'],
    ['hur lång tid tar det?', 'how-long'],
    ["it still doesn't work", 'still-broken'],
    ['det fungerar fortfarande inte', 'still-broken'],
    ["that wasn't me", 'not-me'],
    ['forget me', 'erase'],
    ['exportera mina uppgifter', 'export'],
    ['gå tillbaka', 'back'],
    ['på svenska tack', 'sv'],
    ['in English please', 'en'],
    ['Summer2024!', 'password'],
    ['mitt lösenord är Sommar2024!', 'password'],
  ];
  for (const [text, wish] of wishes) assert.equal(understand(text).wish, wish, text);
});

test('speaking of a password is not telling it', () => {
  const { wish, situation } = understand('my password is not managed by Microsoft');
  assert.deepEqual([wish, situation], ['why-failed', 'K1']);
});

test('a code that settles nothing by itself still says that something failed', () => {
  const { intent, situation, code } = understand('AADSTS50126');
  assert.deepEqual([intent, situation, code], ['why-failed', null, 'AADSTS50126']);
});

test('pages that are no situation are named', () => {
  assert.equal(understand('Your account is temporarily locked to prevent unauthorized use').page, 'temporarily-locked');
  assert.equal(understand('något gick fel på låsskärmen i windows').page, 'windows-sign-in');
  assert.equal(understand("You've hit our limit on verification calls").page, 'verification-limit');
});

test('three different guesses at most are offered, and none that helps nobody', () => {
  const { guesses } = understand('the phone thing');
  assert.ok(guesses.length > 0 && guesses.length <= 3);
  assert.equal(new Set(guesses.map((guess) => JSON.stringify(guess))).size, guesses.length);
  for (const guess of guesses) assert.ok(guess.kind === 'situation' || guess.intent !== 'other');
});
