import type { AccountFacts } from '../../bot/domain/account/facts.ts';
import type { Person } from '../../bot/domain/account/person.ts';
import { askedReasons, campaignSettingsSchema, newCampaign } from '../../bot/domain/campaigns/campaign.ts';
import { newRecipient } from '../../bot/domain/campaigns/recipient.ts';
import { diagnose } from '../../bot/domain/diagnosis/diagnose.ts';
import { type Facts, onlyKnown } from '../../bot/domain/diagnosis/facts.ts';
import { type Obstacle, obstaclesOf } from '../../bot/domain/diagnosis/obstacles.ts';
import { rehearse } from '../../bot/domain/diagnosis/rehearsal.ts';
import { relatedProblemIds } from '../../bot/domain/diagnosis/related-problems.ts';
import { situationIds } from '../../bot/domain/diagnosis/situation-ids.ts';
import type { Challenge } from '../../bot/domain/enrolment/challenge.ts';
import { type Readiness, readiness } from '../../bot/domain/enrolment/readiness.ts';
import type { MethodChange } from '../../bot/domain/methods/change.ts';
import { setUp } from '../../bot/domain/methods/method.ts';
import { defaultPolicy, type Policy } from '../../bot/domain/policy.ts';
import { platformDates } from '../../bot/domain/reset-service/end-dates.ts';
import { readinessThere } from '../../bot/domain/reset-service/readiness.ts';
import type { Writing } from '../../bot/domain/reset-service/slots.ts';
import type { Ticket } from '../../bot/domain/tickets/ticket.ts';
import { day } from '../../bot/domain/time.ts';
import type { WeeklySummary } from '../../bot/domain/weekly-summary.ts';
import { nothingSeen } from '../../bot/providers/directory/graph/account-facts.ts';
import { languages } from '../../bot/texts/languages.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { campaignCard } from '../../cards/campaigns/message.ts';
import { answerCard, relatedProblemCard, signInCard } from '../../cards/diagnosis/answer.ts';
import { askWhyCard, guessesCard } from '../../cards/diagnosis/ask-why.ts';
import { rehearsalCard } from '../../cards/diagnosis/rehearsal.ts';
import { appCard, appProveCard } from '../../cards/enrolment/app.ts';
import { chooseCard, proveCard } from '../../cards/enrolment/choose.ts';
import { codeCard } from '../../cards/enrolment/code.ts';
import { emailCard } from '../../cards/enrolment/email.ts';
import { finishCard } from '../../cards/enrolment/finish.ts';
import { keepCard } from '../../cards/enrolment/keep.ts';
import { officeCard, wrongValueCard } from '../../cards/enrolment/office-phone.ts';
import { phoneCard } from '../../cards/enrolment/phone.ts';
import { answersCard, questionsCard } from '../../cards/enrolment/questions.ts';
import { dueCard, lapseReminderCard, prefilledCard, reminderCard } from '../../cards/enrolment/reconfirm.ts';
import {
  homeThereCard,
  notWrittenCard,
  registeredCard,
  registerThereCard,
  unlistedCard,
} from '../../cards/enrolment/register-at-microsoft.ts';
import { faqCard, nextSteps } from '../../cards/faq.ts';
import { homeCard } from '../../cards/home.ts';
import { manageCard, methodCard, removeCard } from '../../cards/methods/manage.ts';
import { dataCard, eraseCard } from '../../cards/methods/my-data.ts';
import { noticeCard, notMeCard, notMineCard } from '../../cards/methods/not-me.ts';
import { helpCard, leftCard, retiredCard, staleCard } from '../../cards/parts/page.ts';
import { progressText, type ReadinessStanding } from '../../cards/parts/readiness-words.ts';
import type { Card, Note } from '../../cards/parts/render.ts';
import { coverCard, inWindow } from '../../cards/parts/window.ts';
import { contactCard, reviewCard } from '../../cards/tickets/contact.ts';
import { wordsForms } from '../../cards/tickets/forms.ts';
import { callerCard, statusCard } from '../../cards/tickets/status.ts';
import { summaryCard } from '../../cards/tickets/summary.ts';
import { bringBackCard, supportCard, supportMoreCard, supportWordsCard } from '../../cards/tickets/support.ts';
import { factsFrom } from '../domain/diagnosis/given-facts.ts';
import { challengeWith } from '../support/challenge.ts';
import { officePhone, personWith } from '../support/person.ts';
import { ticketsIn } from '../support/tickets.ts';

/** A week of an organisation with one campaign. */
function weekOf(name: string, people: number): WeeklySummary {
  const [reached, opened, answered, ready] = [0.8, 0.6, 0.5, 0.4].map((part) => Math.floor(people * part)) as [
    number,
    number,
    number,
    number,
  ];
  return {
    at: Date.UTC(2026, 10, 23, 8),
    readiness: { people: 2 * people, ready: people, lasting: ready },
    campaigns: [{ name, people, reached, opened, openedNotKnown: reached - opened, answered, ready }],
    tickets: { hour: 1, day: 4, week: 2, older: 1 },
  };
}

/** A campaign's card for each reason, with what the organisation itself has to say. */
function campaignCards(tell: Tell, words: Words, now: number): Readonly<Record<string, Card>> {
  const settings = campaignSettingsSchema.parse({
    name: 'Ready',
    by: '2027-01-31',
    words: Object.fromEntries(languages.map((language) => [language, words.note])),
  });
  const campaign = newCampaign('ready', 'tenant', settings, 'it', now);
  const invited = {
    employee: { tenantId: 'tenant', objectId: 'kim' },
    onFile: [{ method: 'authentication-email', shown: words.address }],
    lapse: { what: 'phone', when: platformDates['phone-ends'].when },
    department: null,
    country: null,
    language: null,
  } as const;
  return Object.fromEntries(
    askedReasons.flatMap((reason) =>
      (['here', 'written'] as const).map((registration) => {
        const recipient = newRecipient('ready', { ...invited, reason }, 0, now);
        return [`campaign, ${reason}, ${registration}`, campaignCard(tell, { campaign, recipient, registration, now })];
      }),
    ),
  );
}

/** Words that came from people, put wherever a person's words can get to. */
export interface Words {
  readonly contact: Policy['contact'];
  readonly number: string;
  readonly address: string;
  readonly note: string;
}

const now = Date.UTC(2026, 10, 23, 9);
const phone = 'authentication-phone';
const email = 'authentication-email';

/** Every card in every state it has, by name. */
export function everyCard(tell: Tell, words: Words): Readonly<Record<string, Card>> {
  const policy: Policy = { ...defaultPolicy, contact: words.contact };
  const one: Policy = { ...policy, methodsRequired: 1 };
  const textOnly: Policy = { ...one, phone: { allowed: true, channels: ['text'] }, email: { allowed: false } };
  const note: Note = { text: words.note, tone: 'attention' };
  const nobody = personWith();
  const half = personWith(phone);
  const whole = withAddress(personWith(phone, email), words.address);
  const here = { administrator: false, officePhone, registration: 'here' } as const;
  const ready = (person: Person, of: Policy = policy) => readiness(person, of, here, now);
  const stands = (person: Person, of: Policy = policy) => standing(ready(person, of), of, 'here');
  const code = (more: Partial<Challenge>, of: Policy = policy) =>
    codeCard(tell, of, challengeWith({ sentAt: now, ...more }), progressText(tell, ready(half)), now, note);
  const mail = { method: email, channel: 'email', address: words.address } as const;
  const change = (what: MethodChange['what']): MethodChange => ({
    id: 'c1',
    at: now,
    method: phone,
    what,
    before: null,
    paid: true,
  });
  const doubted: Person = {
    ...personWith(email),
    changes: [change('added')],
    doubt: {
      id: 'd1',
      at: now,
      left: [email],
      changes: [{ ...change('replaced'), before: personWith(phone).methods[phone] ?? null }],
    },
  };
  const aged = personWith(phone, email, 'office-phone');
  const values = [
    { method: phone, address: '+46701234567', country: 'SE' },
    { method: email, address: words.address, country: null },
    { method: 'office-phone', address: officePhone, country: 'SE' },
  ] as const;
  const setup = { id: 'a1', secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', at: now, wrong: 0 };
  const own = Array.from({ length: 20 }, (_, at) => `${at} ${words.note} `.padEnd(200, 'å'));
  const asking = { ...defaultPolicy.questions, allowed: true, own };
  const long = Object.fromEntries(
    [1, 2, 3, 4, 5].flatMap((row) => [
      [`question-${row}`, `own-${row}`],
      [`answer-${row}`, words.address.padEnd(90, '"')],
    ]),
  );
  const problems = [0, 1, 2, 3, 4].flatMap((row) => [
    { row, field: 'question', kind: 'question-not-offered' } as const,
    { row, field: 'answer', kind: 'answer-own-name' } as const,
  ]);
  const tickets = Object.entries(ticketsIn(words.note));
  const back = [{ method: phone, address: '+46 70 ••• •• 67' }] as const;
  const inDoubt = { id: 'd1', since: now - day, back, until: now + day };
  const stopped = { ...inDoubt, back: [] };
  const [[, asked]] = tickets as [[string, Ticket]];
  const contact = { said: words.note, day: '2026-11-23', clock: '10:00', reach: words.number, urgent: true };
  const draft = { number: words.number, country: '', channel: 'text' } as const;
  const facts = factsFrom({});
  return {
    'home, none': homeCard(tell, nobody, stands(nobody, policy), {}, note),
    'home, partly': homeCard(tell, half, stands(half, policy), {}),
    'home, ready': homeCard(tell, whole, stands(whole, policy), {}),
    'home, ready, one more open': homeCard(tell, half, stands(half, one), {}),
    'home, resilient': homeCard(tell, whole, stands(whole, one), {}),
    choose: chooseCard(tell, policy, ready(nobody), here, now, note),
    'choose, one more': chooseCard(tell, one, ready(half, one), here, now),
    'choose, by text only': chooseCard(tell, textOnly, ready(nobody, textOnly), here, now),
    prove: proveCard(tell, whole, undefined, note),
    phone: phoneCard(tell, policy, ready(nobody), draft, note),
    'phone, by text only': phoneCard(tell, textOnly, ready(nobody, textOnly), { ...draft, country: 'SE' }),
    'phone, Norway only': phoneCard(tell, { ...policy, countries: ['NO'] }, ready(half), { ...draft, country: 'NO' }),
    email: emailCard(tell, ready(half), words.address, note),
    'code, text': code({}),
    'code, call': code({ channel: 'call' }),
    'code, refused': code({ delivery: 'refused' }),
    'code, proving': code({ purpose: 'prove' }),
    'code, by text only': code({}, textOnly),
    'code, mail': code(mail),
    finish: finishCard(tell, whole, stands(whole), note),
    keep: keepCard(tell, whole, policy, true, 'https://bot.example/keep/sv-1', note),
    'keep, without a mailbox or a page': keepCard(
      tell,
      half,
      { ...policy, contact: { name: '', address: '' } },
      false,
      undefined,
    ),
    'finish, one more open': finishCard(tell, half, stands(half, one)),
    'home, on file': homeCard(tell, nobody, stands(nobody, policy), { waiting: values }, note),
    'home, due': homeCard(tell, aged, stands(aged, policy), {}),
    'confirm, prefilled': prefilledCard(tell, values, {}, false, note),
    'confirm, prefilled, half answered': prefilledCard(tell, values, { [email]: 'change' }, false),
    'confirm, written': prefilledCard(tell, values, {}, true),
    'confirm, due': dueCard(tell, aged.methods, ready(aged).due, {}, note),
    ...campaignCards(tell, words, now),
    'reminder, before': reminderCard(tell, whole, now + day, now),
    'reminder, on the day': reminderCard(tell, whole, now, now),
    office: officeCard(tell, officePhone, note),
    'wrong value': wrongValueCard(tell, words.note, note),
    manage: manageCard(tell, whole, undefined, note),
    'manage, stopped': manageCard(tell, doubted, words.note),
    method: methodCard(tell, whole, email, note),
    'remove, still ready': removeCard(tell, email, ready(half, one), false),
    'remove, not ready': removeCard(tell, phone, ready(half), true),
    'my data': dataCard(tell, { ...whole, audit: [{ ...audit, hash: '' }] }, false, note),
    'my data, whole': dataCard(tell, whole, true),
    'my data, none': dataCard(tell, nobody, false),
    erase: eraseCard(tell, false, note),
    'erase, the reset service keeps its own': eraseCard(tell, true),
    ...thereCards(tell, note, now),
    ...Object.fromEntries(
      [
        code({}),
        code({ delivery: 'not-arrived', purpose: 'register' }),
        code({ delivery: 'refused', channel: 'call' }),
      ].flatMap((form, at) => [
        [`cover of a code ${at}`, coverCard(tell, form, 'code', 'code')],
        [`window of a code ${at}`, inWindow(form)],
      ]),
    ),
    'notice, added': noticeCard(tell, change('added')),
    'notice, removed': noticeCard(tell, change('removed')),
    'notice, replaced': noticeCard(tell, change('replaced')),
    'notice, brought back': noticeCard(tell, change('brought-back')),
    'which change, one named': notMineCard(tell, change('replaced'), note),
    'which change': notMeCard(tell, doubted, now, note),
    'which change, many': notMeCard(tell, { ...doubted, changes: new Array(140).fill(change('replaced')) }, now, note),
    'which change, only IT': notMeCard(tell, { ...doubted, methods: {} }, now),
    'home, something to bring back': homeCard(tell, doubted, stands(doubted, policy), {}, note),
    'prove, to bring back': proveCard(tell, whole, [email], note),
    app: appCard(tell, setup, words.address, progressText(tell, ready(half)), now, note),
    'app, code of it': appProveCard(tell, note),
    questions: questionsCard(
      tell,
      { policy: asking, round: 0, typed: {}, problems: [] },
      progressText(tell, ready(half)),
    ),
    'questions, all wrong': questionsCard(
      tell,
      { policy: asking, round: 3, typed: long, problems },
      progressText(tell, ready(half)),
      note,
    ),
    'questions, asked again': answersCard(
      tell,
      'd1',
      [
        { question: 'q4', wording: null },
        { question: 'own-1', wording: words.note },
      ],
      long,
      note,
    ),
    'why, asked': askWhyCard(tell, words.note, 'K5', note),
    ...Object.fromEntries(
      situationIds.map((said) => [`why, ${said}`, answerCard(tell, diagnose(facts, now, said), now, note)]),
    ),
    'why, unknown': answerCard(tell, diagnose(facts, now), now),
    ...Object.fromEntries(
      relatedProblemIds.map((aside) => [
        `beside, ${aside}`,
        relatedProblemCard(tell, aside, diagnose(facts, now), now, note),
      ]),
    ),
    'sign-in page': signInCard(tell, 'AADSTS50126', diagnose(facts, now), now, note),
    'sign-in page, of a code nobody has listed': signInCard(tell, 'other', diagnose(facts, now), now),
    rehearsal: rehearsalCard(tell, rehearse(facts, now), note),
    guesses: guessesCard(tell, policy, [
      { kind: 'situation', situation: 'K1' },
      { kind: 'intent', intent: 'rehearse' },
      { kind: 'intent', intent: 'reset-now' },
    ]),
    'guesses, none': guessesCard(tell, policy, []),
    ...Object.fromEntries(
      [...nextSteps, 'reset' as const].map((step) => [
        `faq, ${step}`,
        faqCard(tell, 'anger', [words.note], step === 'contact' ? [step] : [step, 'contact']),
      ]),
    ),
    contact: contactCard(tell, contact, note),
    'caller check': callerCard(tell, whole, setUp(whole.methods), words.note, note),
    'contact, a change': contactCard(tell, { ...contact, colleague: words.note }, note, 'R-0001'),
    'contact, review': reviewCard(tell, asked.plea, asked.facts, note),
    'contact, review for a colleague': reviewCard(tell, asked.plea, asked.facts, note, {
      colleague: words.note,
      changes: true,
    }),
    'ticket for a colleague': statusCard(tell, { ...asked, cause: { kind: 'help', colleague: words.note } }, now, note),
    ...Object.fromEntries(tickets.map(([name, one]) => [`ticket ${name}`, statusCard(tell, one, now, note)])),
    ...Object.fromEntries(
      tickets.flatMap(([name, one]) =>
        ['maja', 'sam'].map((viewer) => [
          `bring back, ${name}, seen by ${viewer}`,
          bringBackCard(tell, one, inDoubt, viewer, words.note, now, note),
        ]),
      ),
    ),
    'bring back, where changes are stopped alone': bringBackCard(tell, asked, stopped, 'maja', '', now, note),
    ...Object.fromEntries(
      tickets.flatMap(([name, one]) => [
        [`support, ${name}`, supportCard(tell, one, now, note)],
        [`support, more, ${name}`, supportMoreCard(tell, one)],
      ]),
    ),
    'weekly summary': summaryCard(tell, weekOf(words.note, 60)),
    'weekly summary, small': summaryCard(tell, { ...weekOf(words.note, 3), readiness: null }),
    ...Object.fromEntries(
      wordsForms.map((form) => [`support, ${form}`, supportWordsCard(tell, asked, form, words.note, note)]),
    ),
    retired: retiredCard(tell, words.note),
    left: leftCard(tell, words.note),
    'left, nobody knows what': leftCard(tell, undefined),
    'whom to turn to': helpCard(tell, { contact: { ...words.contact, address: 'it@example.org' } }) ?? staleCard(tell),
    stale: staleCard(tell),
  };
}

const audit = { act: 'code-sent', method: phone, channel: 'text', send: 1, at: now } as const;

function withAddress(person: Person, address: string): Person {
  return { ...person, methods: { ...person.methods, [email]: { address, channel: 'email', provenAt: now } } };
}

/** What people see where their methods are in the reset service. */
function thereCards(tell: Tell, note: Note, now: number): Readonly<Record<string, Card>> {
  const policy = defaultPolicy;
  const written = { administrator: false, officePhone, registration: 'written' } as const;
  const both = { ...policy, questions: { ...policy.questions, allowed: true } };
  const keep: Policy = { ...both, unwritable: 'keep' };
  const on = (state: Writing['state']): Writing => ({ state, since: now, ours: [] });
  const half: Person = {
    ...personWith(phone, email, 'authenticator-app'),
    writings: { [phone]: on('there'), [email]: on('not-shown') },
  };
  const under: Person = { ...half, writings: { [phone]: on('on-its-way'), [email]: on('on-its-way') } };
  const ready = (person: Person, of: Policy = policy, at = now) => readiness(person, of, written, at);
  const stands = (readiness: Readiness, of: Policy = policy) => standing(readiness, of, 'written');
  const there = { policy, account: { ...written, registration: 'elsewhere' }, now } as const;
  const phoneEnd = platformDates['phone-ends'].when;
  const filledIn = [{ method: phone, address: '+46701234567', country: 'SE' }] as const;
  const whys = [
    'not-shown',
    'not-listed',
    'administrator',
    'not-accepted',
    'not-permitted',
    'unknown-person',
    'silent',
  ] as const;
  const unseen = nothingSeen('late');
  const seen: AccountFacts = {
    ...unseen,
    report: {
      kind: 'seen',
      value: { at: now, enabled: true, registered: true, capable: true, administrator: false, methods: [] },
    },
    methods: {
      phones: { kind: 'seen', value: { mobile: '+46 701234567x12', office: 'nonsense' } },
      email: { kind: 'seen', value: 'kim@home.example' },
    },
  };
  const known = factsFrom({ methods: [phone, email, 'office-phone'], registered: true });
  const off = factsFrom({ methods: [phone, email], registered: true, enabled: false });
  const nothing = onlyKnown({});
  const elsewhere = (facts: Facts, obstacles: readonly Obstacle[] = [], at = now) =>
    standing({ ...readinessThere(facts, { ...there, now: at }), obstacles }, policy, 'elsewhere');
  const nobody = personWith();
  const registered = [phone, email] as const;
  const app = ['authenticator-app'] as const;
  const onlyApp: Readiness = { ...ready(nobody), level: 'partly', proven: app, registered: app };
  const beside: Readiness = { ...ready(nobody), level: 'ready', proven: registered, registered };
  const lapse = { what: 'phone', date: platformDates['phone-ends'], missing: 1, cure: email } as const;
  const lapsing: Readiness = { ...ready(half), level: 'ready', proven: registered, lapse };
  const stuck: Readiness = { ...lapsing, open: [], lapse: { ...lapse, missing: 2, cure: 'authenticator-app' } };
  return {
    'home, written, one refused': homeCard(tell, half, stands(ready(half, keep), keep), {}, note),
    'home, written, on their way': homeCard(tell, under, stands(ready(under, policy), policy), {}),
    'home, written, registered there': homeCard(tell, nobody, stands(beside), { seen }),
    'home, written, registered there, switched off': homeCard(
      tell,
      nobody,
      stands({ ...beside, obstacles: stopped }),
      { seen },
      note,
    ),
    'choose, written, app registered': chooseCard(
      tell,
      policy,
      { ...beside, registered: ['authenticator-app'] },
      written,
      now,
    ),
    'choose, written, linked': chooseCard(tell, both, ready(personWith(), both), written, now, note),
    'choose, written, kept': chooseCard(tell, keep, ready(personWith(), keep), written, now),
    'choose, written, ready for a while': chooseCard(tell, policy, lapsing, written, now),
    'home, written, ready for a while': homeCard(tell, half, stands(lapsing), {}),
    'home, written, ready for a while, nothing to add': homeCard(tell, half, stands(stuck), {}, note),
    'reminder, ready for a while': lapseReminderCard(tell, lapsing),
    'reminder, ended': lapseReminderCard(tell, ready(half, policy, phoneEnd)),
    'home, written, ended': homeCard(tell, half, stands(ready(half, policy, phoneEnd), policy), {}),
    'finish, on their way': finishCard(tell, under, stands(ready(under))),
    'finish, switched off': finishCard(tell, half, stands({ ...ready(half), obstacles: stopped })),
    'finish, ready for a while': finishCard(tell, half, stands(lapsing), note),
    'home there, switched off': homeThereCard(tell, elsewhere(off, stopped), off, seen, []),
    ...Object.fromEntries(
      whys.flatMap((why) => [
        [`not written, ${why}`, notWrittenCard(tell, phone, why, false)],
        [`not taken out, ${why}`, notWrittenCard(tell, email, why, true)],
      ]),
    ),
    'not written yet, no line in the report': unlistedCard(tell, phone),
    'home there, ready': homeThereCard(tell, elsewhere(known), known, seen, [], note),
    'home there, nothing seen': homeThereCard(tell, elsewhere(nothing), nothing, unseen, filledIn),
    'home there, ended': homeThereCard(tell, elsewhere(known, [], phoneEnd), known, seen, []),
    'register there': registerThereCard(tell, false, undefined, filledIn, note),
    'register there, an app there': registerThereCard(tell, false, 'there.unshown', []),
    'home, written, an app there': homeCard(tell, nobody, stands(onlyApp), {}),
    'register there, administrator': registerThereCard(tell, true, 'there.administrator', []),
    'registered there': registeredCard(tell, []),
    'more there': registeredCard(tell, ['mobile', 'alternate', 'office', 'email']),
  };
}

/** What stops a reset at every check: as long as the card can get. */
const stopped = obstaclesOf(
  factsFrom({ enabled: false, license: 'none', password: 'on-premises', writeback: 'off', blockedUntil: now + day }),
  now,
  true,
);

function standing(
  readiness: Readiness,
  policy: Policy,
  registration: ReadinessStanding['registration'],
): ReadinessStanding {
  return { readiness, policy, registration, now };
}
