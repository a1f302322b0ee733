import type { WaterfallStepContext } from 'botbuilder-dialogs';
import { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog.js';
import { numberOf, type SituationNumber } from '../../bot/domain/diagnosis/situation-ids.ts';
import { civilAt, instantOf } from '../../bot/domain/tickets/civil-time.ts';
import { factsOf, factsOfAsker, isCause, type TicketFacts } from '../../bot/domain/tickets/facts.ts';
import { longestName, longestWords, plainLine, plainWords } from '../../bot/domain/tickets/sanitize.ts';
import { colleagueOf, type HelpText, type Ticket, ticketNumber } from '../../bot/domain/tickets/ticket.ts';
import { day } from '../../bot/domain/time.ts';
import { says, yesOrNo } from '../../bot/texts/typed-words.ts';
import { type Heard, heard } from '../../bot/understanding/heard.ts';
import { interpret } from '../../bot/understanding/interpret.ts';
import { wordsOf } from '../../bot/understanding/normalisation.ts';
import { pleaIn, tellsMore } from '../../bot/understanding/plea.ts';
import type { Wish } from '../../bot/understanding/understand.ts';
import { contactName, unheardLine } from '../../cards/parts/contact-words.ts';
import type { Note } from '../../cards/parts/render.ts';
import { type ContactDraft, contactCard, contactForm, reviewCard, reviewForm } from '../../cards/tickets/contact.ts';
import { tellsAddress } from '../enrolment/given.ts';
import { answerIn, leadsAway, saidIn } from '../said.ts';
import { flowEnd, type Reading, type Screen, screenAnswer } from '../screen.ts';
import { type Act, readinessOf, type Turn, turnOf } from '../turn.ts';
import type { ContactPlace, ReviewPlace } from './contact-place.ts';

export const contactScreen: Screen<ContactPlace, ContactDraft> = {
  name: 'contact',
  async draw(turn, place) {
    const contact = await turn.unheard();
    const warned: Note | undefined = contact && { text: unheardLine(turn.tell, contact), tone: 'attention' };
    return contactCard(turn.tell, draftOf(turn, place), turn.note ?? warned, place.changes?.number);
  },
  read(turn, act, place) {
    // "Send it off": what stands there, or a word on what is missing.
    const sends = act.kind === 'text' && says('review.send', saidIn(turn, act));
    const draft = sends ? draftOf(turn, place) : filled(turn, act, place);
    return draft ? reading(turn, draft) : { kind: 'not-mine' };
  },
};

/** What stands in the inputs: what was typed just now, else what was there before, else now. */
function draftOf({ typed, asker, now }: Turn, { draft, urgent: pressing = false }: ContactPlace): ContactDraft {
  const { day, clock } = civilAt(now, asker.timeZone);
  const base = draft ?? { said: '', day, clock, reach: '', urgent: pressing };
  if (typed.said === undefined) return base;
  const { said, reach = '', urgent, colleague = '' } = typed;
  return {
    said: plainWords(said),
    day: typed.day || day,
    clock: typed.clock || clock,
    reach,
    urgent: urgent === 'urgent',
    colleague,
  };
}

/** Somebody asks for a person in words: what they say goes into the request, beside what they had said before. */
export function pleaSaid(turn: Turn, said: Heard, before: ContactPlace = {}): ContactPlace {
  const tells = tellsMore(said.text, (clause) => interpret(clause).wish);
  const words = [before.draft?.said ?? '', tells || before.told ? said.text : '']
    .filter((one) => one !== '')
    .join('\n');
  const draft = { ...withPlea(turn, said, draftOf(turn, before)), said: plainWords(words) };
  const situation = before.situation ?? said.situation;
  return { ...before, draft, ...(situation ? { situation } : {}), told: words !== '' };
}

/** What was said and not understood, for somebody who may understand it. */
export function draftSaid(turn: Turn, said: string): ContactDraft {
  return { ...draftOf(turn, {}), said: plainWords(said) };
}

/** The form with the urgency, the time and the way to be reached that a message speaks of. */
function withPlea({ asker, now }: Turn, { text, contains }: Heard, draft: ContactDraft): ContactDraft {
  const { urgent, reach, daysAgo } = pleaIn(text, contains);
  const when = daysAgo === null ? {} : { day: civilAt(now - daysAgo * day, asker.timeZone).day };
  return { ...draft, ...when, reach: reach || draft.reach, urgent: draft.urgent || urgent };
}

/** The form as it was sent, or a sentence typed instead. */
function filled(turn: Turn, act: Act, place: ContactPlace): ContactDraft | undefined {
  if (act.kind === 'text') {
    const said = saidIn(turn, act);
    const draft = draftOf(turn, place);
    if (onlyReach(said)) return reachedBy(turn, said, draft);
    return tells(said) ? { ...withPlea(turn, said, draft), said: said.text } : undefined;
  }
  const read = contactForm.safeParse(act.kind === 'verb' ? { ...act.data, verb: act.verb } : undefined);
  return read.success ? { ...read.data, urgent: read.data.urgency === 'urgent' } : undefined;
}

/** From so many words on, a message tells what happened, whatever its words would ask for elsewhere. */
const telling = 5;

/** A sentence is what happened, unless it plainly wants something else. */
function tells(said: Heard): boolean {
  const { text, wish, frame, contains } = said;
  if (!/\p{L}/u.test(text) || contains.tickets.length > 0) return false;
  if (going.has(said.finest) && (said.words <= telling || said.shares.wish >= sure)) return false;
  if (declines(said)) return false;
  return (
    happenings.has(wish) ||
    (wordsOf(text).length >= telling && !leadsAway(said) && (frame !== 'question' || long(said)))
  );
}

/** So sure, whatever its length. */
const sure = 0.9;

/** In more words something is told. */
const brief = 8;

/** "No, leave it": nothing is to be sent. */
export function declines({ plain, words, intent }: Heard): boolean {
  return yesOrNo(plain) === 'no' && words <= brief && intent !== 'why-failed';
}

/** What is long and has no question mark tells something, whatever it sounds like. */
function long({ text, words }: Heard): boolean {
  return words > brief && !text.includes('?');
}

const going: ReadonlySet<Heard['finest']> = new Set(['go-on', 'moment']);
const happenings: ReadonlySet<Wish> = new Set([
  ...(['other', 'why-failed', 'still-broken', 'reset-now', 'contact', 'do-it', 'how-long', 'meaning'] as const),
]);
/** A number or an address and nothing else: on this form it is where to reach them. */
function onlyReach(said: Heard): boolean {
  return tellsAddress(said) && wordsOf(said.plain).length < telling;
}

/** With the only thing that was said: where to reach them. */
function reachedBy(turn: Turn, said: Heard, draft: ContactDraft): ContactDraft {
  const { phones, emails } = said.contains;
  return { ...withPlea(turn, said, draft), reach: phones.at(-1)?.typed ?? emails.at(-1) ?? '' };
}

function reading({ tell, asker, now }: Turn, draft: ContactDraft): Reading<ContactDraft> {
  const said = plainWords(draft.said);
  const again = (problem: string): Reading<ContactDraft> => ({
    kind: 'again',
    problem,
    typed: {
      said,
      day: draft.day,
      clock: draft.clock,
      reach: plainLine(draft.reach),
      urgent: draft.urgent ? 'urgent' : '',
      colleague: colleagueIn(draft),
    },
  });
  if (said === '') return again(tell('contact.missing'));
  if (draft.said.trim().length > longestWords) return again(tell('contact.longest', { count: longestWords }));
  if (heard(said).wish === 'password') return again(tell('password.never'));
  const known = instantOf(draft, asker.timeZone) === undefined ? civilAt(now, asker.timeZone) : draft;
  const { day, clock } = known;
  const answer = {
    said,
    day,
    clock,
    reach: plainLine(draft.reach),
    urgent: draft.urgent,
    colleague: colleagueIn(draft),
  };
  return { kind: 'answer', answer };
}

function colleagueIn({ colleague = '' }: ContactDraft): string {
  return plainLine(colleague, longestName);
}

/** Nothing happens in the future: a slip of the finger counts as now. */
function pleaOf({ asker, now }: Turn, { said, reach, urgent, ...civil }: ContactDraft): HelpText {
  const happenedAt = Math.min(instantOf(civil, asker.timeZone) ?? now, now);
  return { said, happenedAt, reach, urgent };
}

async function factsFor(turn: Turn, said: SituationNumber | null, draft: ContactDraft): Promise<TicketFacts> {
  const { entry, policy, now } = turn;
  const [person, readiness] = [await turn.person(), await readinessOf(turn)];
  const known = factsOf({ person, entry, readiness, facts: await turn.facts('log'), said, policy }, now);
  return colleagueIn(draft) === '' ? known : factsOfAsker(known);
}

type ReviewAnswer = 'contact-send' | 'contact-change' | ContactDraft;

export const reviewScreen: Screen<ReviewPlace, ReviewAnswer> = {
  name: 'review',
  async draw(turn, { draft, facts, changes }) {
    const about = { colleague: colleagueIn(draft), changes: changes !== undefined };
    return reviewCard(turn.tell, pleaOf(turn, draft), facts, turn.note, about);
  },
  read(turn, act, { draft }) {
    if (act.kind === 'text') return spokenReview(turn, saidIn(turn, act), draft);
    const read = reviewForm.safeParse(act.kind === 'verb' ? { verb: act.verb } : undefined);
    return read.success ? { kind: 'answer', answer: read.data.verb } : { kind: 'not-mine' };
  },
};

/** Yes, no, or more to tell. */
function spokenReview(turn: Turn, said: Heard, draft: ContactDraft): Reading<ReviewAnswer> {
  const answer = answerIn(said);
  if (tellsAddress(said)) return added(turn, said, draft);
  // Not to be sent at all, or solved.
  const dropped =
    said.finest === 'cancel' && said.words > 1 && said.shares.intent >= sure && !says('review.change', said);
  if (dropped || (said.intent === 'thanks' && said.frame === 'over')) return { kind: 'not-mine' };
  if (answer === 'no' || says('review.change', said)) return { kind: 'answer', answer: 'contact-change' };
  const agreed = answer === 'yes' && (said.words <= telling || said.finest === 'go-on');
  if (agreed || says('review.send', said)) return { kind: 'answer', answer: 'contact-send' };
  return added(turn, said, draft);
}

/** What is told beside what stands there already. */
function added(turn: Turn, said: Heard, draft: ContactDraft): Reading<ReviewAnswer> {
  if (onlyReach(said)) return { kind: 'answer', answer: reachedBy(turn, said, draft) };
  const more = `${draft.said}\n${said.text}`;
  if (!tells(said) || wordsOf(said.text).length < telling || more.length > longestWords) return { kind: 'not-mine' };
  return { kind: 'answer', answer: { ...withPlea(turn, said, draft), said: more } };
}

/** "I want to talk to a human": what happened, a look at all that is sent, and then it is a ticket. */
export const contactDialog = new WaterfallDialog<ContactPlace>('contact-person', [
  (step) => {
    const { told, ...place } = step.options as ContactPlace;
    const read = told && place.draft ? reading(turnOf(step.context), place.draft) : undefined;
    if (read?.kind === 'answer') return step.next(read);
    if (!place.draft?.said && namesButton(turnOf(step.context))) return step.replaceDialog('tell-it');
    return step.beginDialog(contactScreen.name, place);
  },
  async (step) => {
    const draft = screenAnswer(step, contactScreen);
    if (!draft) return step.endDialog({ kind: 'back' });
    const turn = turnOf(step.context);
    const before = step.options as ContactPlace;
    const facts = await factsFor(turn, before.situation ?? heard(draft.said).situation, draft);
    const place: ReviewPlace = { ...before, draft, facts, request: turn.tickets.newId() };
    (step.values as { review?: ReviewPlace }).review = place;
    return step.beginDialog(reviewScreen.name, place);
  },
  async (step) => {
    const { review } = step.values as { review: ReviewPlace };
    const { draft, situation, changes } = review;
    const again: ContactPlace = { draft, ...(situation && { situation }), ...(changes && { changes }) };
    if (flowEnd(step)?.kind === 'back') return step.replaceDialog('contact-person', again);
    const answer = screenAnswer(step, reviewScreen);
    if (!answer) return step.endDialog({ kind: 'back' });
    if (answer === 'contact-change') return step.replaceDialog('contact-person', again);
    if (answer === 'contact-send') return review.changes ? edited(step, review) : sent(step, review);
    return step.replaceDialog('contact-person', { ...again, draft: answer, told: true } satisfies ContactPlace);
  },
]);

/** A request with its first words. @param said in the person's own words, or as they would say it */
export function begunPlea({ asker, now }: Turn, said: string, urgent = false): ContactPlace {
  return { urgent, draft: { said, ...civilAt(now, asker.timeZone), reach: '', urgent } };
}

/** The button of a card that tells what stops a reset, typed. */
function namesButton(turn: Turn): boolean {
  const { act, tell, policy } = turn;
  const label = tell('obstacle.tell', { name: contactName(tell, policy.contact) });
  return act.kind === 'text' && saidIn(turn, act).plain === heard(label).plain;
}

/** Tells IT what stops a reset: the request is written, and says what to switch on. */
export const tellItDialog = new WaterfallDialog('tell-it', [
  async (step) => {
    const turn = turnOf(step.context);
    const [worst] = (await readinessOf(turn)).obstacles;
    if (!worst) return step.replaceDialog('contact-person', begunPlea(turn, ''));
    const plea = begunPlea(turn, turn.tell('obstacle.plea'));
    return step.replaceDialog('contact-person', { ...plea, situation: numberOf(worst.situation), told: true });
  },
]);

async function sent(step: WaterfallStepContext, { draft, facts, request }: ReviewPlace) {
  const turn = turnOf(step.context);
  const { tickets, asker, tell } = turn;
  const { employee, language, timeZone } = asker;
  const plea = pleaOf(turn, draft);
  const { kind, ticket } = await tickets.raise({
    id: request,
    employee,
    language,
    timeZone,
    askedIn: asker.chat,
    cause: { kind: 'help', colleague: colleagueIn(draft) },
    plea,
    facts,
  });
  const number = ticketNumber(ticket.number);
  const contact = await turn.unheard();
  turn.note = contact
    ? { text: `${tell('ticket.kept', { number })} ${unheardLine(tell, contact)}`, tone: 'attention' }
    : { text: tell(`ticket.${kind}`, { number }), tone: 'good' };
  return step.endDialog({ kind: 'raised' });
}

/** What was sent stands in the place of what was there; where somebody has begun with it, it is added: nothing is lost. */
async function edited(step: WaterfallStepContext, { draft, facts, changes }: ReviewPlace) {
  const turn = turnOf(step.context);
  const { tickets, asker, tell } = turn;
  const { ticket: id = '', seen = 0, number = '' } = changes ?? {};
  const plea = pleaOf(turn, draft);
  const act = { kind: 'edit', plea, colleague: colleagueIn(draft), facts } as const;
  const { kind } = await tickets.ask(id, asker.employee, act, seen);
  if (kind === 'done') turn.note = { text: tell('ticket.edited', { number }), tone: 'good' };
  else {
    const said = await tickets.ask(id, asker.employee, { kind: 'say', words: plea.said }, seen);
    const late = said.kind === 'done' ? tell('ticket.edit-late', { number }) : tell('ticket.gone');
    turn.note = { text: late, tone: 'attention' };
  }
  return step.endDialog({ kind: 'raised' });
}

/** The form with what was sent, to be changed. */
export function changing({ asker }: Turn, ticket: Ticket): ContactPlace {
  const { id, number, story, plea, facts } = ticket;
  const told = facts.findings.find((one) => !isCause(one));
  const draft = { ...plea, ...civilAt(plea.happenedAt, asker.timeZone), colleague: colleagueOf(ticket) ?? '' };
  return {
    draft,
    ...(told && { situation: told.situation }),
    changes: { ticket: id, number: ticketNumber(number), seen: story.length },
  };
}
