import { callerKnown, isSettled, reasonWaiting, type Waiting } from '../../bot/domain/tickets/bring-back.ts';
import { longestWords, plainWords } from '../../bot/domain/tickets/sanitize.ts';
import { hasEnded, type Ticket, ticketNumber } from '../../bot/domain/tickets/ticket.ts';
import type { Instant } from '../../bot/domain/time.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { type Button, type Buttons, type Card, cardFrom, type Note } from '../parts/render.ts';
import { aboutTicket, type WordsForm } from './forms.ts';
import rows from './rows.json' with { type: 'json' };
import { fitted, sheetOf, weight } from './sheet.ts';
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

/**
 * Opens a chat with whoever asked: what the bot can't take, such as a picture, is sent there. Source: Microsoft Learn, "Deep
 * link to a chat".
 */
function chatLinks(tell: Tell, { facts: { signInName } }: Ticket) {
  if (!plainSignIn.test(signInName)) return [];
  const url = `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(signInName)}`;
  return [{ text: tell('support.chat'), url }];
}

const plainSignIn = /^[\w.+-]{1,64}@[\w.-]{1,48}$/u;

function buttonsOf(tell: Tell, ticket: Ticket): Buttons {
  const data = aboutTicket(ticket);
  const open = (form: WordsForm): Button => ({ title: tell(`support.${form}`), verb: `support-open-${form}`, data });
  if (hasEnded(ticket)) return [open('note')];
  const { claimedBy } = ticket;
  const over = claimedBy ? { over: claimedBy.objectId } : {};
  const claim: Button = {
    title: tell(claimedBy ? 'support.takeOver' : 'support.claim'),
    verb: 'support-claim',
    data: { ...data, ...over },
    primary: !claimedBy,
  };
  const check: Button = { title: tell('support.check'), verb: 'support-check', data };
  const work = [open('ask'), check, open('note'), open('resolve')] as const;
  // Teams shows six: what waits to come back is more urgent than giving the request back.
  const waits = ticket.facts.out.length > 0 || stopped(ticket);
  const back: Button = { title: tell('support.bring-back'), verb: 'support-open-bring-back', data };
  const last = waits ? back : ticket.state === 'returned' ? undefined : open('return');
  // Everybody sees the same card: whoever has claimed it should not find "take over" where "claim" was.
  if (claimedBy) return last ? [...work, last, claim] : [...work, claim];
  return last ? [claim, ...work, last] : [claim, ...work];
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
