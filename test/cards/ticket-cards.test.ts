import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPerson } from '../../bot/domain/account/person.ts';
import type { Readiness } from '../../bot/domain/enrolment/readiness.ts';
import { factsOf, factsOfAsker } from '../../bot/domain/tickets/facts.ts';
import { hour } from '../../bot/domain/time.ts';
import { languages } from '../../bot/texts/languages.ts';
import { teller } from '../../bot/texts/tell.ts';
import type { Card } from '../../cards/parts/render.ts';
import { contactCard, reviewCard } from '../../cards/tickets/contact.ts';
import { supportForm, ticketForm, wordsForms } from '../../cards/tickets/forms.ts';
import { fitted, weight } from '../../cards/tickets/sheet.ts';
import { statusCard } from '../../cards/tickets/status.ts';
import { supportCard, supportMoreCard, supportWordsCard } from '../../cards/tickets/support.ts';
import { dressedWords } from '../attack/hostile-words.ts';
import { factsFrom } from '../domain/diagnosis/given-facts.ts';
import { figure, share } from '../support/figure.ts';
import { seedOfRun } from '../support/seeded.ts';
import { actionsOf, wordsOf } from '../support/teams-client.ts';
import { after, facts, monday, sam, say, ticket, ticketsIn } from '../support/tickets.ts';

const tell = teller('en', 'Europe/Stockholm');
const long = ['x', '"', '\\', '\n', 'å', '😀', '\u0001', '\ud800'].map((one) => one.repeat(6_000));

/** Buttons that send something; the others open a page. */
const sentBy = (card: Card) => actionsOf(card).filter(({ verb }) => verb !== undefined);

/** Bytes as Teams counts them. */
const bytes = (card: unknown) => JSON.stringify(card).length * 2;

test('whatever was typed, every card of a ticket is under 28 KB', (t) => {
  const seed = seedOfRun();
  t.diagnostic(`SEED=${seed}`);
  let largest = 0;
  let cards = 0;
  const words = [...long, ...share(dressedWords, 5, seed)];
  for (const said of words) {
    for (const one of Object.values(ticketsIn(said))) {
      const talked = [1, 2, 3, 4, 5, 6].reduce(
        (next, at) => say(next, { kind: 'say', words: `${at}${said}` }, monday),
        one,
      );
      const made = [
        supportCard(tell, talked, monday),
        supportMoreCard(tell, talked),
        statusCard(tell, talked, monday),
        ...wordsForms.map((form) => supportWordsCard(tell, talked, form, said)),
        reviewCard(tell, talked.plea, talked.facts),
        contactCard(tell, { ...talked.plea, day: '', clock: '' }),
      ];
      largest = Math.max(largest, ...made.map(bytes));
      cards += made.length;
    }
  }
  const met = largest < 28 * 1024;
  figure({
    test: 'size of a ticket’s cards',
    measured: `largest of ${cards}: ${largest} bytes`,
    target: 'under 28672',
    met,
  });
  assert.ok(met);
});

test('what was only said is shown as said, to the employee and to IT, and nothing is advised against what is not so', () => {
  const entry = {
    displayName: 'Kim Larsen',
    signInName: 'kim@example.org',
    mailboxes: ['kim@example.org'],
    account: 'member',
    administrator: false,
  } as const;
  const person = newPerson({ tenantId: 'tenant', objectId: 'kim' });
  const seen = factsFrom({ password: 'cloud', signIn: 'managed', enabled: true, license: 'premium' });
  const readiness = { level: 'none', proven: [], required: 2 } as unknown as Readiness;
  const told = factsOf({ person, entry, readiness, facts: seen, said: 'K1', policy: {} }, monday);
  const review = wordsOf(reviewCard(tell, ticket().plea, told));
  assert.match(review, /What you told me:\s*Your own organisation keeps your password\..*\(I see something else\.\)/);
  assert.doesNotMatch(review, /What I found:[\s\S]*Your own organisation keeps/);
  assert.doesNotMatch(review, /K1|writeback|=/);
  const card = wordsOf(supportCard(tell, ticket({ facts: told }), monday));
  assert.match(card, /ONLY TOLD BY THE EMPLOYEE; THE DIRECTORY SAYS OTHERWISE/);
  assert.match(card, /Against it: .*password=cloud/);
  assert.doesNotMatch(card, /turn on “Write back passwords/);
});

test('what is cut from the support card says where it goes on; short words are never cut', () => {
  const whole = wordsOf(supportCard(tell, ticket({ plea: { said: `${'long '.repeat(390)}end` } }), monday));
  assert.ok(whole.includes('long end'), 'one long text has room');
  const talked = [1, 2, 3, 4, 5, 6].reduce(
    (one, at) => say(one, { kind: 'say', words: `${at} ${'word '.repeat(390)}` }, monday),
    ticket(),
  );
  const card = wordsOf(supportCard(tell, talked, monday));
  assert.match(card, /… \(continues in the email\)/);
  assert.ok(card.includes('Kim Larsen (kim.larsen@example.org)'));
});

test('rows take no more than they may, and only the longest are cut', () => {
  const rows = [
    { label: 'a', value: 'short' },
    { label: 'b', value: '"'.repeat(3_000) },
    { label: 'c', value: '😀'.repeat(900) },
  ];
  const [short, ...cut] = fitted(rows, 2_000, '…');
  assert.equal(short?.value, 'short');
  for (const { value } of cut) assert.match(value, / …$/);
  assert.ok(cut.every(({ value }) => value.isWellFormed()));
  assert.ok([short, ...cut].reduce((sum, row) => sum + weight(row?.value ?? ''), 0) <= 2_000);
  assert.deepEqual(fitted(rows, 100_000, '…'), rows);
});

test('supporters read exact terms: codes, evidence, what to do, in both languages', () => {
  for (const language of languages) {
    const words = wordsOf(supportCard(teller(language, null), ticket(), monday));
    for (const exact of ['R-0427', 'K5', 'writeback=off, SSPR_0010', 'Entra Connect', '+46 70 ••• •• 67']) {
      assert.ok(words.includes(exact), `${language}: ${exact}`);
    }
    assert.match(words, /Europe\/Stockholm/, 'the time zone is named');
  }
});

test('the employee’s time is said in their own time zone, whatever the supporters’ is', () => {
  const words = wordsOf(supportCard(teller('en', 'America/New_York'), ticket(), monday));
  assert.match(words, /When: \n?23 November 2026 at 10:00 \(Europe\/Stockholm\)/);
});

test('each state offers what is done most on the card, the rest on its second view, and nothing else', () => {
  const verbsOf = (card: Card) =>
    actionsOf(card)
      .map(({ verb }) => verb.replace('support-', ''))
      .join(' ');
  const verbs = Object.fromEntries(
    Object.entries(ticketsIn('words')).map(([name, one]) => {
      const views = [supportCard(tell, one, monday), supportMoreCard(tell, one)];
      return [name, views.map(verbsOf).join(' | ')];
    }),
  );
  const work = 'open-ask check open-resolve more';
  for (const state of ['open', 'reopened'])
    assert.equal(verbs[state], `claim ${work} | open-note open-return back`, state);
  for (const state of ['claimed', 'asked', 'answered', 'checked'])
    assert.equal(verbs[state], `${work} | open-note open-return claim back`, state);
  assert.equal(verbs.returned, `${work} | open-note claim back`);
  assert.equal(verbs.doubted, `claim ${work} | open-bring-back open-note open-return back`);
  for (const state of ['resolved', 'works', 'withdrawn'])
    assert.equal(verbs[state], 'open-note | open-note back', state);
});

test('a chat with the other side opens in one press, for whoever asked and for whoever has it', () => {
  const one = after(ticket(), [sam, { kind: 'claim', over: null }, monday]);
  const link = (card: Card) => JSON.stringify(card).match(/https:[^"]*l\/chat[^"]*/u)?.[0];
  const chat = 'https://teams.microsoft.com/l/chat/0/0?users=';
  assert.equal(link(supportCard(tell, one, monday)), `${chat}kim.larsen%40example.org`);
  assert.equal(link(statusCard(tell, one, monday)), `${chat}sam%40example.org`);
  assert.equal(link(statusCard(tell, ticket(), monday)), undefined, 'nobody has it');
  const unseen = after(ticket(), [{ ...sam, signInName: '' }, { kind: 'claim', over: null }, monday]);
  assert.equal(link(statusCard(tell, unseen, monday)), undefined);
});

test('a request for a colleague names them as typed and unverified, and shows nothing that would be taken for theirs', () => {
  const asked = { cause: { kind: 'help', colleague: 'Bo Ek' }, facts: factsOfAsker(facts) } as const;
  for (const language of languages) {
    const say = teller(language, null);
    const words = wordsOf(supportCard(say, ticket(asked), monday));
    assert.match(words, /Bo Ek/);
    assert.match(words, language === 'sv' ? /INTE KONTROLLERAT/ : /NOT VERIFIED/);
    assert.doesNotMatch(words, /K5|writeback|\+46 70|managed|SSPR_/);
    const review = wordsOf(reviewCard(say, ticket().plea, facts, undefined, { colleague: 'Bo Ek' }));
    assert.match(review, /Bo Ek[\s\S]*kim\.larsen@example\.org/);
    assert.doesNotMatch(review, /\+46 70/);
  }
});

test('the employee’s card asks what it needs: an answer, whether it works, whether it is them who calls', () => {
  const seen = (name: string, now = monday) => {
    const card = statusCard(tell, ticketsIn('words')[name] ?? assert.fail(), now);
    return [
      wordsOf(card),
      sentBy(card)
        .map(({ verb }) => verb.replace('ticket-', ''))
        .join(' '),
    ] as const;
  };
  assert.match(seen('asked')[0], /Your answer/);
  assert.match(seen('open')[0], /Anything to add\?/);
  assert.equal(seen('resolved')[1], 'works reopen');
  assert.equal(seen('works')[1], 'reopen');
  assert.doesNotMatch(seen('works')[0], /If it still fails/);
  assert.equal(seen('open')[1], 'say edit withdraw');
  assert.equal(seen('checked')[1], 'check-yes check-no');
  assert.equal(seen('checked', monday + hour)[1], 'say withdraw', 'the question has run out');
  assert.equal(seen('withdrawn', monday + 8 * 24 * hour)[1], '', 'after a week nothing can be done any more');
});

test('the employee sees who has taken their request, and never notes or findings’ remedies', () => {
  const noted = after(
    ticket(),
    [sam, { kind: 'note', words: 'Looks fishy.' }, monday],
    [sam, { kind: 'claim', over: null }, monday],
  );
  const seen = wordsOf(statusCard(tell, noted, monday));
  assert.match(seen, /Sam took it on/);
  assert.doesNotMatch(seen, /fishy|Entra/);
});

test('what the cards send back is read by their forms, and by no other', () => {
  for (const one of Object.values(ticketsIn('words'))) {
    for (const { verb, data } of sentBy(statusCard(tell, one, monday))) {
      assert.equal(ticketForm.safeParse({ ...data, verb }).success, true, verb);
      assert.equal(supportForm.safeParse({ ...data, verb }).success, false, verb);
    }
    for (const form of wordsForms) {
      const cards = [supportCard(tell, one, monday), supportMoreCard(tell, one), supportWordsCard(tell, one, form, '')];
      for (const { verb, data } of cards.flatMap(actionsOf)) {
        assert.equal(supportForm.safeParse({ ...data, verb }).success, true, verb);
      }
    }
  }
});

test('each form of supporters is opened by a button of the ticket in some state', () => {
  const verbs = new Set(
    Object.values(ticketsIn('words'))
      .flatMap((one) => [supportCard(tell, one, monday), supportMoreCard(tell, one)].flatMap(actionsOf))
      .map(({ verb }) => verb),
  );
  for (const form of wordsForms) assert.ok(verbs.has(`support-open-${form}`), form);
});

test('the review shows all that will be sent, the bot’s own findings too', () => {
  const { plea } = ticket({ plea: { reach: '070-123 45 67', urgent: true } });
  const words = wordsOf(reviewCard(tell, plea, facts));
  for (const part of [
    'My reset fails.',
    '070-123 45 67',
    'I cannot work',
    'Kim Larsen',
    '1 of 2',
    'The link that lets Microsoft change it is off.',
    'time zone Europe/Stockholm',
    'Your own organisation keeps your password, you sign in with Microsoft',
    'it failed',
  ]) {
    assert.ok(words.includes(part), part);
  }
  assert.ok(words.includes('+46 70 ••• •• 67'), 'methods are masked');
  assert.doesNotMatch(words, /K5|writeback|SSPR_|managed-on-premises/, 'codes and terms are for IT');
});
