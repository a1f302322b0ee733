import { personId } from '../../bot/domain/account/person.ts';
import { type SupportAct, supporterActed } from '../../bot/domain/tickets/supporter-actions.ts';
import { type Ticket, ticketNumber } from '../../bot/domain/tickets/ticket.ts';
import { minute } from '../../bot/domain/time.ts';
import type { TextKey } from '../../bot/texts/catalog.ts';
import { catalogues, type Language } from '../../bot/texts/languages.ts';
import type { End, RequestState, Road, Step } from '../teams/typed-roads/road.ts';
import { person, type RunningBot } from './bot.ts';
import type { HandClock } from './clock.ts';
import { personIn } from './records.ts';
import {
  filledIn,
  headings,
  roads,
  type ScreenName,
  type Somebody,
  screenNames,
  settled,
  shownByApp,
  somebody,
} from './screens.ts';
import { wordsOf } from './teams-client.ts';

/** A step that was taken, and what was not as it should be. */
export interface Taken {
  readonly typed: string;
  readonly problems: readonly string[];
  /** What was new in the chat. */
  readonly shown: string;
}

/** A road that was walked; `end` says what was not so at its end. */
export interface Walked {
  readonly road: Road;
  readonly steps: readonly Taken[];
  readonly end: readonly string[];
  /** Messages until enough methods counted; undefined: they did from the beginning, or never. */
  readonly untilReady: number | undefined;
}

const enough = 2;

/** Walks a road to its end, wherever it leads: a step that goes wrong does not keep anybody from typing the next. */
export async function walked(road: Road, language: Language, running: RunningBot, clock: HandClock): Promise<Walked> {
  const one = somebody(running, { locale: language === 'sv' ? 'sv-SE' : 'en-GB' });
  await begun(road, one, running, clock);
  const counting = async () => Object.keys((await personIn(running.records, one.employee)).methods).length;
  const readyBefore = (await counting()) >= enough;
  const steps: Taken[] = [];
  let untilReady: number | undefined;
  for (const step of road.steps) {
    if (step.unless && onShow(one, step.unless)) continue;
    steps.push(await taken(step, { one, running, clock, language }));
    if (!readyBefore && (await counting()) >= enough) untilReady ??= steps.length;
  }
  return { road, steps, end: await missing(road.ends, one, running), untilReady };
}

async function begun({ begins }: Road, one: Somebody, running: RunningBot, clock: HandClock): Promise<void> {
  if (begins === 'nothing') return;
  if (!isRequest(begins)) return void (await roads[begins](one, running, clock));
  await roads['what is sent'](one, running, clock);
  await one.chat.click('contact-send');
  const act = deeds[begins];
  const [ticket] = await ticketsOf(one, running);
  if (!act || !ticket) return;
  const actor = {
    employee: { ...one.employee, objectId: person(901) },
    name: 'Sam',
    signInName: 'sam@example.org',
    supporter: true,
  };
  await running.records.update('ticket', ticket.id, (now = ticket) => ({
    record: supporterActed(now, actor, act, now.story.length, clock()).record,
    outcome: undefined,
  }));
}

/** What IT support has done about a request. */
const deeds: Readonly<Record<RequestState, SupportAct | undefined>> = {
  'a request': undefined,
  'a question': { kind: 'ask', words: '?' },
  'a solution': { kind: 'resolve', words: '.' },
  'a caller check': { kind: 'check', id: '00112233445566778899aabbccddeeff', provable: true, administrator: false },
};

function isRequest(begins: ScreenName | RequestState): begins is RequestState {
  return begins in deeds;
}

interface Walk {
  readonly one: Somebody;
  readonly running: RunningBot;
  readonly clock: HandClock;
  readonly language: Language;
}

async function taken(step: Step, walk: Walk): Promise<Taken> {
  const { one, running, clock, language } = walk;
  const before = new Set(wordsOf(newestScreen(one)).split('\n'));
  const [posts, messages] = [running.connector.posted.length, running.caught.messages.length];
  if (step.waits) clock.turn(step.waits * 1000);
  const typed = typeof step.types === 'string' ? await filled(step.types, walk) : '(a picture)';
  if (typeof step.types === 'string') await one.chat.type(typed);
  else await one.chat.deliver(one.chat.envelope({ type: 'message', attachments: [picture] }));
  await settled(one, running);

  const posted = running.connector.posted
    .slice(posts)
    .filter(({ conversation }) => conversation === one.chat.conversation);
  const all = posted
    .map(({ activity }) => wordsOf([activity.text ? { text: activity.text } : {}, activity.attachments]))
    .join('\n');
  const fresh = all
    .split('\n')
    .filter((line) => !before.has(line))
    .join('\n');
  const codes = running.caught.messages.slice(messages).filter(({ text }) => hasCode.test(text));
  const problems: string[] = [];
  const need = (holds: boolean, problem: string) => {
    if (!holds) problems.push(problem);
  };

  need(posted.length > 0, 'silence');
  need(!said('fault.text', language).test(all), 'a fault');
  const wanted = [step.screen ?? []].flat();
  if (!wanted.includes('what is meant')) need(!onShow(one, 'what is meant'), 'asked back');
  need(
    wanted.length === 0 || wanted.some((screen) => onShow(one, screen)),
    `on ${screenShown(one)}, not on ${wanted.join(' · ')}`,
  );
  const says = [step.says ?? []].flat();
  need(says.length === 0 || says.some((key) => said(key, language).test(fresh)), `does not say ${says.join(' · ')}`);
  for (const key of step.never ?? []) need(!said(key, language).test(fresh), `says ${key}`);
  for (const what of step.shows ?? []) {
    const text = typeof what === 'string' ? await filled(what, walk) : what;
    need(typeof text === 'string' ? fresh.includes(text) : text.test(fresh), `does not show ${text}`);
  }
  if (step.person) need(leadsToPerson.test(all), 'no person is offered');
  if (step.sent === 'nothing') need(codes.length === 0, 'a code went out');
  else if (step.sent) {
    const to = addressOf(one, step.to ?? (step.sent === 'email' ? 'address' : 'number'));
    need(
      codes.some((one) => one.channel === step.sent && one.to === to),
      `no code by ${step.sent}`,
    );
  }
  return { typed, problems, shown: fresh };
}

const picture = { contentType: 'image/png', contentUrl: 'https://example.com/a.png' };
const hasCode = /\d{6}|(?:\d, ){5}\d/u;
const leadsToPerson = /IT support|administrator|a person|it-supporten|administratör|människa/iu;

function newestScreen({ chat }: Somebody): object | undefined {
  return chat
    .cards()
    .map(({ content }) => content)
    .findLast((content) => screenNames.some((name) => headings[name].test(wordsOf(content))));
}

function onShow(one: Somebody, screen: ScreenName): boolean {
  return headings[screen].test(wordsOf(newestScreen(one)));
}

function screenShown(one: Somebody): string {
  return screenNames.find((name) => onShow(one, name)) ?? 'no screen';
}

const patterns = new Map<string, RegExp>();

/** A sentence, whatever stands in its slots. */
function said(key: TextKey, language: Language): RegExp {
  const name = `${language} ${key}`;
  const pattern = patterns.get(name) ?? new RegExp(slotsOpen(catalogues[language][key]), 'u');
  patterns.set(name, pattern);
  return pattern;
}

function slotsOpen(text: string): string {
  let [pattern, depth] = ['', 0];
  for (const sign of text) {
    if (sign === '{') depth += 1;
    if (depth === 0) pattern += sign.replace(/[\\^$.*+?()[\]|/]/gu, '\\$&');
    if (sign === '}') depth -= 1;
    if (sign === '}' && depth === 0) pattern += '.+?';
  }
  return pattern;
}

const arabic = (digits: string) => digits.replace(/\d/gu, (digit) => String.fromCodePoint(0x660 + Number(digit)));
const persian = (digits: string) => digits.replace(/\d/gu, (digit) => String.fromCodePoint(0x6f0 + Number(digit)));

/** What the person has, under the names that stand in roads. */
function addressOf({ number, address }: Somebody, name: 'number' | 'address' | 'other' | 'otherAddress'): string {
  switch (name) {
    case 'number':
      return number;
    case 'address':
      return address;
    case 'other':
      return number.replace('+46701', '+46702');
    case 'otherAddress':
      return `robin.${address}`;
  }
}

async function filled(text: string, { one, running, clock }: Walk): Promise<string> {
  const { typedNumber, address, number } = one;
  const local = `${number.slice(3, 5)} ${number.slice(5, 8)} ${number.slice(8, 10)} ${number.slice(10)}`;
  const mine = [number, address, addressOf(one, 'other'), addressOf(one, 'otherAddress'), await officeOf(one, running)];
  const last = running.caught.messages.findLast((message) => mine.includes(message.to) && hasCode.test(message.text));
  // What came after it may be a notice, which has none.
  const code = last?.text.replace(/(?<=\d), (?=\d)/gu, '').match(/\d{6}/u)?.[0] ?? '000000';
  const ticket = (await ticketsOf(one, running)).at(-1);
  const values: Readonly<Record<string, string>> = {
    number: typedNumber,
    spaced: `0${local.replace(' ', '-')}`,
    international: `+46 (0)${local}`,
    bracketed: `(+46) ${local}`,
    arabic: arabic(typedNumber),
    tail: number.slice(-2),
    other: typedNumber.replace('0701', '0702'),
    otherTail: number.slice(-2),
    address,
    otherAddress: addressOf(one, 'otherAddress'),
    code,
    codeSpaced: `${code.slice(0, 3)} ${code.slice(3)}`,
    codePersian: persian(code),
    wrong: beside(code, 1),
    otherWrong: beside(code, 2),
    appCode: text.includes('{appCode}')
      ? ((await filledIn(one, running, clock())).code ?? shownByApp(one, clock()) ?? '000000')
      : '',
    ticket: ticket ? ticketNumber(ticket.number) : 'R-0000',
    quote: '<quoted messageId="1772050244572"/> ',
  };
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
}

/** Another code. */
const beside = (code: string, by: number) => String((Number(code) + by) % 1_000_000).padStart(6, '0');

async function officeOf(one: Somebody, running: RunningBot): Promise<string> {
  const office = running.entries.get(one.objectId)?.officePhone ?? '';
  return office.replace(/\D/gu, '').replace(/^0/u, '+46');
}

async function ticketsOf({ employee }: Somebody, { records }: RunningBot): Promise<readonly Ticket[]> {
  const { ids } = await records.find('ticket', { field: 'employee', equals: personId(employee), limit: 10 });
  const found = await Promise.all(ids.map((id) => records.read('ticket', id)));
  return found.filter((ticket) => ticket !== undefined);
}

/** What is not so at the end. */
async function missing({ proven, with: value, request }: End, one: Somebody, running: RunningBot): Promise<string[]> {
  const { methods } = await personIn(running.records, one.employee);
  const problems: string[] = [];
  const counting = Object.keys(methods).sort().join(' ');
  if (proven && counting !== [...proven].sort().join(' ')) problems.push(`counts: ${counting || 'nothing'}`);
  if (value) {
    const wanted = addressOf(one, value.slice(1, -1) as 'number');
    if (!JSON.stringify(methods).includes(wanted)) problems.push(`${value} does not count`);
  }
  if (request === undefined) return problems;
  const tickets = await ticketsOf(one, running);
  const ticket = tickets.at(-1);
  if (request === null) return ticket ? [...problems, 'somebody was asked for help'] : problems;
  if (!ticket) return [...problems, 'nobody was asked for help'];
  const words = tickets.flatMap(({ plea, story }) => [
    plea.said,
    ...story.map((act) => ('words' in act ? act.words : '')),
  ]);
  if (request.state && ticket.state !== request.state) problems.push(`the request is ${ticket.state}`);
  if (request.said && !request.said.test(words.join('\n'))) problems.push('the request does not say it');
  if (request.reach && digits(ticket.plea.reach) !== digits(one.typedNumber))
    problems.push('the request has no way to reach them');
  if (request.urgent && !ticket.plea.urgent) problems.push('the request is not urgent');
  return problems;
}

/** Of a number, without what it is written with. */
const digits = (number: string) => number.replace(/\D/gu, '').replace(/^46/u, '0');

/** So long after the last, that nobody's codes count against somebody else's. */
export const apart = 90 * minute;
