import { callerKnown, reasonWaiting, type Waiting } from '../../bot/domain/tickets/bring-back.ts';
import { longestWords, plainWords } from '../../bot/domain/tickets/sanitize.ts';
import { type Ticket, ticketNumber } from '../../bot/domain/tickets/ticket.ts';
import type { Instant } from '../../bot/domain/time.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { type Button, type Card, cardFrom, type Note } from '../parts/render.ts';
import { fitted } from './fit.ts';
import { aboutTicket } from './forms.ts';
import words from './words.json' with { type: 'json' };

const build = cardFrom(words);

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
  return build(
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
