import { personId } from '../../bot/domain/account/person.ts';
import { proofLife } from '../../bot/domain/enrolment/proof.ts';
import { addressMethodNames } from '../../bot/domain/methods/method.ts';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import { supporterActed } from '../../bot/domain/tickets/supporter-actions.ts';
import { day, minute, second } from '../../bot/domain/time.ts';
import { setPolicy, storedPolicy } from '../../bot/settings/policy-file.ts';
import type { TextKey } from '../../bot/texts/catalog.ts';
import { catalogues, languages } from '../../bot/texts/languages.ts';
import { asking, goodRows, inOrder, shownBy } from './app-and-questions.ts';
import { anybody, person, type RunningBot } from './bot.ts';
import { type HandClock, handClock } from './clock.ts';
import { personIn } from './records.ts';
import { demoTenant, type SeenCard, type TeamsClient, withButton, wordsOf } from './teams-client.ts';
import { until } from './until.ts';

/** A clock that stands still until it is turned; from before anybody works on a Monday. */
export function turnedClock(start = Date.UTC(2026, 10, 23, 6)): HandClock {
  return handClock(start);
}

/** An employee of a test with a chat, a phone and a mailbox of their own. */
export interface Somebody {
  readonly chat: TeamsClient;
  readonly objectId: string;
  readonly employee: { readonly tenantId: string; readonly objectId: string };
  /** As people type it; `number` as it is stored. */
  readonly typedNumber: string;
  readonly number: string;
  readonly address: string;
}

let people = 0;

export interface SomebodyOptions {
  readonly conversation?: string;
  readonly locale?: string;
  readonly tenantId?: string;
  /** Which one; nobody who was there before unless told. */
  readonly number?: number;
}

export function somebody(running: RunningBot, options: SomebodyOptions = {}): Somebody {
  people += 1;
  const { number = people, tenantId = demoTenant, ...more } = options;
  const objectId = person(1_000 + number);
  const digits = String(number).padStart(6, '0');
  return {
    chat: running.client({ ...more, tenantId, objectId }),
    objectId,
    employee: { tenantId, objectId },
    typedNumber: `0701${digits}`,
    number: `+46701${digits}`,
    address: `kim${number}@example.com`,
  };
}

/** The same person in the same chat, at a bot that was started again. */
export function again(running: RunningBot, one: Somebody): Somebody {
  const { conversation } = one.chat;
  return { ...one, chat: running.client({ conversation, objectId: one.objectId }) };
}

export type Road = (one: Somebody, running: RunningBot, clock: HandClock) => Promise<unknown>;

/** Letters that wait for their day. */
const later: ReadonlySet<string> = new Set(['reminder', 'watch', 'forget']);

/** Waits until all that was promised to somebody has been sent. */
export function settled(one: Somebody, running: RunningBot): Promise<void> {
  const nothingLeft = async () =>
    (await personIn(running.records, one.employee)).letters.every(({ kind }) => later.has(kind));
  return until('all letters are sent', nothingLeft);
}

const toHome: Road = ({ chat }) => chat.install();
const toChoose: Road = async (one, running, clock) => {
  await toHome(one, running, clock);
  await one.chat.click('start');
};
const toPhone: Road = async (one, running, clock) => {
  await toChoose(one, running, clock);
  await one.chat.click('take', { method: 'authentication-phone' });
};
const toEmail: Road = async (one, running, clock) => {
  await toChoose(one, running, clock);
  await one.chat.click('take', { method: 'authentication-email' });
};
const toPhoneCode: Road = async (one, running, clock) => {
  await toPhone(one, running, clock);
  await one.chat.click('phone', { number: one.typedNumber, country: 'SE', channel: 'text' });
  await running.caught.code(one.number);
};
const toEmailCode: Road = async (one, running, clock) => {
  await toEmail(one, running, clock);
  await one.chat.click('email', { address: one.address });
  await running.caught.code(one.address);
};
const toPhoneProven: Road = async (one, running, clock) => {
  await toPhoneCode(one, running, clock);
  await one.chat.click('code', { code: await running.caught.code(one.number) });
};
const toProve: Road = async (one, running, clock) => {
  await toPhoneProven(one, running, clock);
  await one.chat.click('later');
  clock.turn(proofLife + minute);
  await one.chat.click('start');
};
const toProveCode: Road = async (one, running, clock) => {
  await toProve(one, running, clock);
  const before = running.caught.messages.length;
  await one.chat.click('take');
  await until('the code is sent', () => running.caught.messages.length > before);
};
const toFinish: Road = async (one, running, clock) => {
  await toPhoneProven(one, running, clock);
  await one.chat.click('take', { method: 'authentication-email' });
  await one.chat.click('email', { address: one.address });
  await one.chat.click('code', { code: await running.caught.code(one.address) });
};

const toKeep: Road = async (one, running, clock) => {
  await toFinish(one, running, clock);
  await one.chat.click('keep-day');
};

/** Values of their own that the organisation has filled in. */
export function fillIn(one: Somebody, running: RunningBot): void {
  const prefilled = { phone: one.typedNumber, email: one.address };
  running.entries.set(one.objectId, { ...anybody, officePhone: `08-505 ${one.number.slice(-5)}`, prefilled });
}

const toPrefilled: Road = async (one, running, clock) => {
  fillIn(one, running);
  await toHome(one, running, clock);
  await one.chat.click('start');
};
const toOffice: Road = async (one, running, clock) => {
  running.entries.set(one.objectId, { ...anybody, officePhone: `08-505 ${one.number.slice(-5)}` });
  await toHome(one, running, clock);
  await one.chat.click('start');
  await one.chat.click('back');
  await one.chat.click('take', { method: 'office-phone' });
};
const toWrongValue: Road = async (one, running, clock) => {
  await toOffice(one, running, clock);
  await one.chat.click('wrong');
};
const toReady: Road = async (one, running, clock) => {
  await toFinish(one, running, clock);
  await one.chat.click('done');
};
const toDue: Road = async (one, running, clock) => {
  await toReady(one, running, clock);
  // The reminder would put a card of its own below.
  const snoozedUntil = clock() + 400 * day;
  await running.records.update('person', personId(one.employee), (person) => ({
    record: person && { ...person, snoozedUntil },
    outcome: undefined,
  }));
  clock.turn(180 * day);
  await one.chat.type('status');
  await one.chat.click('look-through');
};
const toManage: Road = async (one, running, clock) => {
  await toReady(one, running, clock);
  await one.chat.click('manage');
};
const toMethod: Road = async (one, running, clock) => {
  await toManage(one, running, clock);
  await one.chat.type('email');
};
const toRemove: Road = async (one, running, clock) => {
  await toMethod(one, running, clock);
  await one.chat.click('remove');
};
const toMyData: Road = async (one, running, clock) => {
  await toReady(one, running, clock);
  await one.chat.type('what do you know about me?');
};
const toWhichChange: Road = async (one, running, clock) => {
  await toReady(one, running, clock);
  await one.chat.type('it was not me');
};
const toErase: Road = async (one, running, clock) => {
  await toMyData(one, running, clock);
  await one.chat.click('erase');
};
const toApp: Road = async (one, running, clock) => {
  await toChoose(one, running, clock);
  await one.chat.click('take', { method: 'authenticator-app' });
};
const toAppProof: Road = async (one, running, clock) => {
  await toApp(one, running, clock);
  await one.chat.click('app-code', codeOfApp(one, clock()));
  await provedLongAgo(one, clock, 'authenticator-app');
};
/** Also puts a policy in force under which questions count. */
const toQuestions: Road = async (one, running, clock) => {
  const policy = (await storedPolicy(running.records)) ?? defaultPolicy;
  if (!policy.questions.allowed) {
    await setPolicy(running.records, { ...policy, questions: asking }, 'test', 0);
    // It is looked up every five seconds.
    clock.turn(6 * second);
  }
  await toChoose(one, running, clock);
  await one.chat.click('take', { method: 'security-questions' });
};
const toAnswers: Road = async (one, running, clock) => {
  await toQuestions(one, running, clock);
  await one.chat.click('questions', questionRows);
  await provedLongAgo(one, clock, 'security-questions');
};

/** The proof of the only method there is is over, so it is asked for again. */
async function provedLongAgo({ chat }: Somebody, clock: HandClock, method: string): Promise<void> {
  await chat.click('later');
  clock.turn(proofLife + minute);
  await chat.type('manage');
  await chat.click('take', { method });
}

/** A supporter asks on an earlier request whether it is them who calls. Nothing is due there before they have answered. */
const toCaller: Road = async (one, running, clock) => {
  await toPhoneProven(one, running, clock);
  await one.chat.click('later');
  // A method vouches only when it was set up before the request.
  await running.records.update('person', personId(one.employee), (person) => {
    const phone = person?.methods['authentication-phone'];
    const methods = phone && { 'authentication-phone': { ...phone, provenAt: phone.provenAt - 30 * day } };
    return { record: person && methods && { ...person, methods, changes: [] }, outcome: undefined };
  });
  await one.chat.click('contact');
  await one.chat.click('contact-look', { said: 'I am on the phone.', reach: '', day: '', clock: '' });
  await one.chat.click('contact-send');
  const mine = { field: 'employee', equals: personId(one.employee), limit: 1 } as const;
  const [ticket = ''] = (await running.records.find('ticket', mine)).ids;
  const told = async () => {
    const { letters = [], posted = 0 } = (await running.records.read('ticket', ticket)) ?? {};
    return posted > 0 && letters.every(({ due }) => due > clock());
  };
  await until('all about the request is sent', told);
  const supporter = {
    employee: { ...one.employee, objectId: 'sam' },
    name: 'Sam',
    signInName: 'sam@example.org',
    supporter: true,
  };
  const check = one.objectId.replaceAll('-', '');
  const act = { kind: 'check', id: check, provable: true, administrator: false } as const;
  await running.records.update('ticket', ticket, (record) => {
    const asked = record && supporterActed(record, supporter, act, record.story.length, clock()).record;
    return { record: asked && { ...asked, posted: asked.story.length }, outcome: undefined };
  });
  await until('they are asked whether it is them', () => withButton(one.chat, 'ticket-check-yes') !== undefined);
  // Nobody is reminded of it while the clock is turned for others.
  await running.records.update('ticket', ticket, (record) => ({
    record: record && { ...record, wakes: null },
    outcome: undefined,
  }));
  const value = { verb: 'ticket-check-yes', ticket, check, seen: 2 };
  await one.chat.deliver(one.chat.envelope({ type: 'message', value }));
};
const toMicrosoftsPage: Road = async (one, running, clock) => {
  running.entries.set(one.objectId, { ...anybody, registration: 'elsewhere' });
  await toHome(one, running, clock);
  await one.chat.click('start');
  // Looking there would write the record while others are tried.
  const due = clock() + 400 * day;
  await running.records.update('person', personId(one.employee), (person) => ({
    record: person && { ...person, letters: person.letters.map((letter) => ({ ...letter, due })) },
    outcome: undefined,
  }));
};
const toAskWhy: Road = async (one, running, clock) => {
  await toHome(one, running, clock);
  await one.chat.click('why-failed');
};
const toAnswer: Road = async (one, running, clock) => {
  await toHome(one, running, clock);
  await one.chat.type('it says contact your administrator');
};
const toAside: Road = async (one, running, clock) => {
  await toHome(one, running, clock);
  await one.chat.type('the reset link on my windows sign-in screen does not work');
};
const toRehearsal: Road = async (one, running, clock) => {
  await toPhoneProven(one, running, clock);
  await one.chat.type('would my reset work today?');
};
const toGuesses: Road = async (one, running, clock) => {
  await toHome(one, running, clock);
  await one.chat.type('colourless green ideas');
};
const toContact: Road = async (one, running, clock) => {
  await toHome(one, running, clock);
  await one.chat.click('contact');
};
const toReview: Road = async (one, running, clock) => {
  await toContact(one, running, clock);
  await one.chat.click('contact-look', { said: 'The page stops with a long code.' });
};

const known = {
  home: toHome,
  choose: toChoose,
  phone: toPhone,
  email: toEmail,
  'code of a phone': toPhoneCode,
  'code of a mailbox': toEmailCode,
  'show it is you': toProve,
  'code to show it is you': toProveCode,
  finish: toFinish,
  'keep for the day': toKeep,
  'what was filled in': toPrefilled,
  'what is due': toDue,
  'office phone': toOffice,
  'a wrong value': toWrongValue,
  manage: toManage,
  'one method': toMethod,
  remove: toRemove,
  'my data': toMyData,
  'which change': toWhichChange,
  erase: toErase,
  app: toApp,
  'what did you see': toAskWhy,
  'beside a reset': toAside,
  'why it failed': toAnswer,
  'would it work': toRehearsal,
  'what is meant': toGuesses,
  'ask a person': toContact,
  'what is sent': toReview,
  'code of an app': toAppProof,
  questions: toQuestions,
  'answers to questions': toAnswers,
  'is it you who calls': toCaller,
  "Microsoft's page": toMicrosoftsPage,
} as const satisfies Record<string, Road>;

export type ScreenName = keyof typeof known;

export const screenNames = Object.keys(known) as readonly ScreenName[];

/** How to get to each screen there is, by clicks; nothing is under way on arrival. */
export const roads = Object.fromEntries(
  screenNames.map((name): [ScreenName, Road] => [
    name,
    async (one, running, clock) => {
      await known[name](one, running, clock);
      await settled(one, running);
    },
  ]),
) as Readonly<Record<ScreenName, Road>>;

/** Somebody new who has come to a screen. */
export async function somebodyAt(
  screen: ScreenName,
  running: RunningBot,
  clock: HandClock,
  options: SomebodyOptions = {},
): Promise<Somebody> {
  const one = somebody(running, options);
  await roads[screen](one, running, clock);
  return one;
}

/** The text by which each screen is known. */
const headingKeys = {
  home: 'home.title',
  choose: 'choose.title',
  phone: 'phone.title',
  email: 'email.title',
  'code of a phone': 'code.title',
  'code of a mailbox': 'code.title',
  'show it is you': 'prove.title',
  'code to show it is you': 'code.title',
  finish: 'finish.title',
  'keep for the day': 'keep.title',
  'what was filled in': 'confirm.prefilled',
  'what is due': 'confirm.due',
  'office phone': 'office.title',
  'a wrong value': 'wrong.title',
  manage: 'manage.title',
  'one method': 'method.authentication-email',
  remove: 'remove.title.authentication-email',
  'my data': 'data.title',
  'which change': 'notMe.title',
  erase: 'erase.title',
  app: 'app.title',
  'what did you see': 'ask.title',
  'why it failed': 'why.now',
  'beside a reset': 'windows-sign-in.happened',
  'would it work': 'rehearsal.title',
  'what is meant': 'guess.title',
  'ask a person': 'contact.title',
  'what is sent': 'review.title',
  'code of an app': 'app.prove.title',
  questions: 'questions.title',
  'answers to questions': 'questions.prove.title',
  'is it you who calls': 'check.choose',
  "Microsoft's page": 'there.steps',
} as const satisfies Readonly<Record<ScreenName, TextKey>>;

/** A line of a card that is this text, in any language. */
export function lineOf(key: TextKey): RegExp {
  const texts = languages.map((language) => catalogues[language][key].replace(/[.?()]/g, '\\$&'));
  return new RegExp(`^(${texts.join('|')})$`, 'mu');
}

export const headings = Object.fromEntries(
  Object.entries(headingKeys).map(([screen, key]) => [screen, lineOf(key)]),
) as Readonly<Record<ScreenName, RegExp>>;

/** Screens whose roads turn the clock, and so end codes that others wait for; the further, the earlier. */
const turning: readonly ScreenName[] = [
  'code to show it is you',
  'show it is you',
  'code of an app',
  'answers to questions',
  'what is due',
];

/** All screens, in an order in which nobody is kept waiting until their code has run out. */
export const inGoodTime = screenNames.toSorted((one, other) => turning.indexOf(other) - turning.indexOf(one));

/**
 * What somebody would type into the inputs of the card in front of them.
 * @param now what the app's clock shows; without it, no code of an app
 */
export async function filledIn(
  one: Somebody,
  running: RunningBot,
  now?: number,
): Promise<Readonly<Record<string, string>>> {
  const words = wordsOf(one.chat.latest().content);
  const has = (label: TextKey) => lineOf(label).test(words);
  const last = running.caught.messages.findLast(({ to }) => to === one.number || to === one.address);
  return {
    ...(has('phone.number') && { number: one.typedNumber, country: 'SE', channel: 'text' }),
    ...(has('wrong.label') && { said: 'It is 08-505 99 999.' }),
    ...(has('ask.said') && { said: 'your organization has not been enabled for password reset' }),
    ...(has('contact.said') && { said: 'The page stops with a long code.' }),
    ...(now !== undefined && codeOfApp(one, now)),
    ...(await answered(one, running, now)),
    ...chosenChange(one),
    ...confirmed(one),
    ...disowning(one),
    ...(has('email.address') && { address: one.address }),
    ...(has('code.label') && last && { code: await running.caught.code(last.to) }),
  };
}

function codeOfApp(one: Somebody, now: number): Readonly<Record<string, string>> {
  const key = keyOn(one.chat.latest());
  return key ? { code: shownBy(key, now) } : {};
}

/** What an app shows that has the newest key of the chat, whatever card has come since; undefined: there was none. */
export function shownByApp(one: Somebody, now: number): string | undefined {
  const key = one.chat
    .cards()
    .map(keyOn)
    .findLast((one) => one !== undefined);
  return key && shownBy(key, now);
}

function keyOn({ content }: SeenCard): string | undefined {
  const [key] = wordsOf(content).match(/^(?:[A-Z2-7]{4} ?){8}$/mu) ?? [];
  return key?.replaceAll(' ', '');
}

/** The first of the changes that may not have been theirs. */
function chosenChange(one: Somebody): Readonly<Record<string, string>> {
  const { content } = one.chat.latest();
  const [, change] = /"value":"([0-9a-f]{32})"/u.exec(JSON.stringify(content)) ?? [];
  return change && headings['which change'].test(wordsOf(content)) ? { change } : {};
}

/** Three questions with their answers, as the card sends them. */
const questionRows = Object.fromEntries(
  goodRows.flatMap(({ question, answer }, at) => [
    [`question-${at + 1}`, question],
    [`answer-${at + 1}`, answer],
  ]),
);

/** What proves somebody by what they have registered: the code of their app, or their answers. */
async function answered(
  one: Somebody,
  running: RunningBot,
  now: number | undefined,
): Promise<Readonly<Record<string, string>>> {
  const words = wordsOf(one.chat.latest().content);
  if (headings.questions.test(words)) return questionRows;
  const { methods, draw } = await personIn(running.records, one.employee);
  const app = methods['authenticator-app'];
  if (headings['code of an app'].test(words) && app && now !== undefined) return { code: shownBy(app.secret, now) };
  if (!headings['answers to questions'].test(words) || !draw) return {};
  const answers = inOrder(draw.questions.map((question) => ({ question })));
  return Object.fromEntries(answers.map((answer, at) => [`answer-${at + 1}`, answer]));
}

/** The first change of those that are asked about. */
function disowning(one: Somebody): Readonly<Record<string, string>> {
  const text = JSON.stringify(one.chat.latest().content);
  const [, change] = /"id":"change"[\s\S]*?"value":"([0-9a-f]{32})"/u.exec(text) ?? [];
  return change === undefined ? {} : { change };
}

/** "Still mine" for every value that is asked about. */
function confirmed(one: Somebody): Readonly<Record<string, string>> {
  const { content } = one.chat.latest();
  const text = JSON.stringify(content);
  return Object.fromEntries(
    addressMethodNames.flatMap((method) => (text.includes(`"id":"${method}"`) ? [[method, 'still-mine']] : [])),
  );
}

/** Which screen is on the newest card. */
export function screenOf(one: Somebody): ScreenName | undefined {
  const words = wordsOf(one.chat.latest().content);
  return screenNames.find((name) => headings[name].test(words));
}
