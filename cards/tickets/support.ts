import { callerKnown, isSettled, reasonWaiting, type Waiting } from '../../bot/domain/tickets/bring-back.ts';
import { longestWords, plainWords } from '../../bot/domain/tickets/sanitize.ts';
import { hasEnded, type Ticket, ticketNumber } from '../../bot/domain/tickets/ticket.ts';
import type { Instant } from '../../bot/domain/time.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { chatUrl } from '../parts/contact-words.ts';
import { type Button, type Buttons, type Card, cardFrom, type Note } from '../parts/render.ts';
import { aboutTicket, type WordsForm } from './forms.ts';
import rows from './rows.json' with { type: 'json' };
import { fitted, sheetOf, sheetStateOf, weight } from './sheet.ts';
import words from './words.json' with { type: 'json' };

const build = cardFrom(rows);
const buildWords = cardFrom(words);

/** How many acts of the story stand on the card; all of them are in the mails. */
const actsShown = 8;
/** What rows may take together, in UTF-16 units; heading, buttons and frame take the rest of 28 KB. */
const room = 9_100;

/** A ticket as everybody in the support channel sees it: always the present state, and small enough whatever was typed. */
export function supportCard(tell: Tell, ticket: Ticket, now: Instant, note?: Note): Card {
  const sheet = sheetOf(tell, ticket, now);
  const story = sheet.story.slice(-actsShown);
  const hidden = sheet.story.length - story.length;
  const earlier = hidden > 0 ? [{ label: tell('support.story.earlier', { count: hidden }), value: '' }] : [];
  const all = fitted([...sheet.rows, ...story], room - weight(note?.text ?? ''), tell('support.cut'));
  return build(
    tell,
    {
      title: tell('support.heading', { number: ticketNumber(ticket.number) }),
      alarms: sheet.urgent && !hasEnded(ticket) ? [{ text: sheet.urgent }] : [],
      lines: [{ text: sheet.state }],
      links: chatLinks(tell, ticket),
      rows: all.slice(0, sheet.rows.length),
      chapters: [{ text: tell('support.story') }],
      story: [...earlier, ...all.slice(sheet.rows.length)],
    },
    buttonsOf(tell, ticket),
    note,
  );
}

/** Opens a chat with whoever asked: what the bot can't take, such as a picture, is sent there. */
function chatLinks(tell: Tell, { facts }: Ticket) {
  const url = chatUrl(facts.signInName);
  return url === undefined ? [] : [{ text: tell('support.chat'), url }];
}

function opens(tell: Tell, ticket: Ticket, form: WordsForm): Button {
  return { title: tell(`support.${form}`), verb: `support-open-${form}`, data: aboutTicket(ticket) };
}

/** What is done most; the rest stands on the second view. */
function buttonsOf(tell: Tell, ticket: Ticket): Buttons {
  const data = aboutTicket(ticket);
  if (hasEnded(ticket)) return [opens(tell, ticket, 'note')];
  const claim: Button = { title: tell('support.claim'), verb: 'support-claim', data, primary: true };
  const check: Button = { title: tell('support.check'), verb: 'support-check', data };
  const more: Button = { title: tell('support.more'), verb: 'support-more', data };
  const work = [opens(tell, ticket, 'ask'), check, opens(tell, ticket, 'resolve'), more] as const;
  return ticket.claimedBy ? work : [claim, ...work];
}

type Maybe = readonly [] | readonly [Button];

/** The second view of a ticket's card, for the one who asked for it: everything else that can be done about it. */
export function supportMoreCard(tell: Tell, ticket: Ticket): Card {
  return build(
    tell,
    {
      title: tell('support.more.title', { number: ticketNumber(ticket.number) }),
      alarms: [],
      lines: [{ text: sheetStateOf(tell, ticket) }],
      links: chatLinks(tell, ticket),
      rows: [],
      chapters: [],
      story: [],
    },
    moreButtons(tell, ticket),
  );
}

function moreButtons(tell: Tell, ticket: Ticket): Buttons {
  const data = aboutTicket(ticket);
  const note = opens(tell, ticket, 'note');
  const back: Button = { title: tell('support.back'), verb: 'support-back', data, leaves: true };
  if (hasEnded(ticket)) return [note, back];
  const { claimedBy, state, facts } = ticket;
  const giveBack: Maybe = state === 'returned' ? [] : [opens(tell, ticket, 'return')];
  const waits = facts.out.length > 0 || stopped(ticket);
  const waiting: Maybe = waits ? [{ title: tell('support.bring-back'), verb: 'support-open-bring-back', data }] : [];
  // Everybody sees the same first view: whoever has claimed it should not find "take over" where "claim" was.
  const over: Maybe = claimedBy
    ? [{ title: tell('support.takeOver'), verb: 'support-claim', data: { ...data, over: claimedBy.objectId } }]
    : [];
  return [...waiting, note, ...giveBack, ...over, back];
}

/** A change was disowned, and nobody has ended what that stopped. */
function stopped({ cause, story }: Ticket): boolean {
  const last = story.findLast((one) => one.act === 'raised' || one.act === 'joined' || isSettled(one));
  return cause.kind === 'not-me' && !isSettled(last);
}

/** What a supporter wants to write, on a card that only they see. @param typed shown again after a problem */
export function supportWordsCard(tell: Tell, ticket: Ticket, form: WordsForm, typed: string, note?: Note): Card {
  const data = aboutTicket(ticket);
  const values = [ticket.facts.name, ticket.plea.said].filter((value) => value !== '');
  const lines = fitted(
    values.map((value) => ({ label: '', value })),
    2_500,
    tell('support.cut'),
  );
  return buildWords(
    tell,
    {
      title: `${ticketNumber(ticket.number)}: ${tell(`support.${form}`)}`,
      lines: lines.map(({ value }) => ({ text: value })),
      inputs: [{ label: tell(`support.${form}.label`), value: plainWords(typed), longest: longestWords }],
    },
    [
      { title: tell(`support.${form}.send`), verb: `support-${form}`, data, primary: true },
      { title: tell('support.back'), verb: 'support-back', data, leaves: true },
    ],
    note,
  );
}

/**
 * Asks before what is out of use comes back or is let go: for a reason, where no caller check has passed; of a second supporter, whether
 * the reason is good. Only the one who clicked sees it.
 * @param doubt undefined: nothing waits to come back
 */
export function bringBackCard(
  tell: Tell,
  ticket: Ticket,
  doubt: Waiting | undefined,
  viewer: string,
  typed: string,
  now: Instant,
  note?: Note,
): Card {
  const data = aboutTicket(ticket);
  const asked = reasonWaiting(ticket);
  const known = doubt !== undefined && callerKnown(ticket, doubt.since, now);
  const waiting = !known && doubt && asked?.told.doubt === doubt.id ? asked : undefined;
  const second = waiting !== undefined && waiting.told.by !== viewer;
  const said = waiting ? [tell(`support.${waiting.to}.reason`, { name: waiting.told.name }), waiting.told.words] : [];
  const lines = [
    ticket.facts.name,
    ...(doubt ? whatComes(tell, doubt, now) : []),
    ...(second ? [] : [tell(known ? 'support.bring-back.checked' : 'support.bring-back.unchecked')]),
    ...said,
  ];
  const shown = fitted(
    lines.map((value) => ({ label: '', value })),
    6_000,
    tell('support.cut'),
  );
  const back: Button = { title: tell('support.bring-back.send'), verb: 'support-bring-back', data, primary: true };
  const go: Button = { title: tell('support.let-go.send'), verb: 'support-let-go', data };
  const verb = waiting?.to === 'let-go' ? 'support-second-let-go' : 'support-second';
  const yes: Button = { title: tell('support.bring-back.second'), verb, data, primary: true };
  const ways = doubt && doubt.back.length > 0 ? [back, go] : [back];
  return buildWords(
    tell,
    {
      title: `${ticketNumber(ticket.number)}: ${tell('support.bring-back')}`,
      lines: shown.map(({ value }) => ({ text: value })),
      inputs: second
        ? []
        : [{ label: tell('support.bring-back.label'), value: plainWords(typed), longest: longestWords }],
    },
    [...(second ? [yes] : ways), { title: tell('support.back'), verb: 'support-back', data, leaves: true }],
    note,
  );
}

/** Each with its address, masked: a method's name alone does not tell an old number in the wrong hands from today's. */
function whatComes(tell: Tell, { back, until }: Waiting, now: Instant): readonly string[] {
  if (back.length === 0)
    return until === null ? [] : [tell('support.bring-back.nothing', { time: tell.time(until, now) })];
  const each = back.map(({ method, address }) => {
    const name = tell(`method.${method}`);
    return address === null ? name : tell('confirm.value', { method: name, address });
  });
  return [
    tell('support.bring-back.what', { methods: each.join('; ') }),
    tell('support.bring-back.whose'),
    tell('support.let-go.what'),
  ];
}
