import type { WaterfallStepContext } from 'botbuilder-dialogs';
import { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog.js';
import type { SituationNumber } from '../../bot/domain/diagnosis/situation-ids.ts';
import { civilAt, instantOf } from '../../bot/domain/tickets/civil-time.ts';
import { factsOf, type TicketFacts } from '../../bot/domain/tickets/facts.ts';
import { longestWords, plainLine, plainWords } from '../../bot/domain/tickets/sanitize.ts';
import { type HelpText, ticketNumber } from '../../bot/domain/tickets/ticket.ts';
import { says } from '../../bot/texts/typed-words.ts';
import { heard } from '../../bot/understanding/heard.ts';
import { folded } from '../../bot/understanding/normalisation.ts';
import type { Wish } from '../../bot/understanding/understand.ts';
import type { Note } from '../../cards/parts/render.ts';
import {
  type ContactDraft,
  contactCard,
  contactForm,
  reviewCard,
  reviewForm,
  unheardLine,
} from '../../cards/tickets/contact.ts';
import { flowEnd, type Reading, type Screen, screenAnswer } from '../screen.ts';
import { type Act, readinessOf, type Turn, turnOf } from '../turn.ts';

/** Where asking for help begins: with the situation that was talked about, and words that were said already. */
export interface ContactPlace {
  readonly situation?: SituationNumber;
  /** It can't wait. */
  readonly urgent?: boolean;
  readonly draft?: ContactDraft;
}

interface ReviewPlace extends ContactPlace {
  readonly draft: ContactDraft;
  /** What was shown is what is sent. */
  readonly facts: TicketFacts;
  /** Sent twice, it counts once. */
  readonly request: string;
}

export const contactScreen: Screen<ContactPlace, ContactDraft> = {
  name: 'contact',
  async draw(turn, place) {
    const contact = await turn.unheard();
    const warned: Note | undefined = contact && { text: unheardLine(turn.tell, contact), tone: 'attention' };
    return contactCard(turn.tell, draftOf(turn, place), turn.note ?? warned);
  },
  read(turn, act, place) {
    const draft = filled(turn, act, place);
    return draft ? reading(turn, draft) : { kind: 'not-mine' };
  },
};

/** What stands in the inputs: what was typed just now, else what was there before, else now. */
function draftOf({ typed, asker, now }: Turn, { draft, urgent: pressing = false }: ContactPlace): ContactDraft {
  const { day, clock } = civilAt(now, asker.timeZone);
  const base = draft ?? { said: '', day, clock, reach: '', urgent: pressing };
  if (typed.said === undefined) return base;
  const { said, reach = '', urgent } = typed;
  return {
    said: plainWords(said),
    day: typed.day || day,
    clock: typed.clock || clock,
    reach,
    urgent: urgent === 'urgent',
  };
}

/** The form as it was sent, or a sentence typed instead. */
function filled(turn: Turn, act: Act, place: ContactPlace): ContactDraft | undefined {
  if (act.kind === 'text') {
    return tells(act.text) ? { ...draftOf(turn, place), said: act.text } : undefined;
  }
  const read = contactForm.safeParse(act.kind === 'verb' ? { ...act.data, verb: act.verb } : undefined);
  return read.success ? { ...read.data, urgent: read.data.urgency === 'urgent' } : undefined;
}

/** A sentence is what happened, unless it plainly wants something else. */
function tells(text: string): boolean {
  return /\p{L}/u.test(text) && happenings.has(heard(text).wish);
}

const happenings: ReadonlySet<Wish> = new Set([
  'other',
  'why-failed',
  'still-broken',
  'reset-now',
  'contact',
  'do-it',
  'how-long',
  'meaning',
]);

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
    },
  });
  if (said === '') return again(tell('contact.missing'));
  if (draft.said.trim().length > longestWords) return again(tell('contact.longest', { count: longestWords }));
  if (heard(said).wish === 'password') return again(tell('password.never'));
  const known = instantOf(draft, asker.timeZone) === undefined ? civilAt(now, asker.timeZone) : draft;
  const { day, clock } = known;
  return { kind: 'answer', answer: { said, day, clock, reach: plainLine(draft.reach), urgent: draft.urgent } };
}

/** Nothing happens in the future: a slip of the finger counts as now. */
function pleaOf({ asker, now }: Turn, { said, reach, urgent, ...civil }: ContactDraft): HelpText {
  const happenedAt = Math.min(instantOf(civil, asker.timeZone) ?? now, now);
  return { said, happenedAt, reach, urgent };
}

async function factsFor(turn: Turn, said: SituationNumber | null): Promise<TicketFacts> {
  const { entry, now } = turn;
  const [person, readiness] = [await turn.person(), await readinessOf(turn)];
  return factsOf({ person, entry, readiness, facts: await turn.facts('log'), said }, now);
}

export const reviewScreen: Screen<ReviewPlace, 'contact-send' | 'contact-change'> = {
  name: 'review',
  draw: async (turn, { draft, facts }) => reviewCard(turn.tell, pleaOf(turn, draft), facts, turn.note),
  read(_turn, act) {
    if (act.kind === 'text') {
      const words = folded(act.text);
      if (says('review.send', words)) return { kind: 'answer', answer: 'contact-send' };
      return says('review.change', words) ? { kind: 'answer', answer: 'contact-change' } : { kind: 'not-mine' };
    }
    const read = reviewForm.safeParse(act.kind === 'verb' ? { verb: act.verb } : undefined);
    return read.success ? { kind: 'answer', answer: read.data.verb } : { kind: 'not-mine' };
  },
};

/** "I want to talk to a human": what happened, a look at all that is sent, and then it is a ticket. */
export const contactDialog = new WaterfallDialog<ContactPlace>('contact-person', [
  (step) => step.beginDialog(contactScreen.name, step.options),
  async (step) => {
    const draft = screenAnswer(step, contactScreen);
    if (!draft) return step.endDialog({ kind: 'back' });
    const turn = turnOf(step.context);
    const before = step.options as ContactPlace;
    const facts = await factsFor(turn, before.situation ?? heard(draft.said).situation);
    const place: ReviewPlace = { ...before, draft, facts, request: turn.tickets.newId() };
    (step.values as { review?: ReviewPlace }).review = place;
    return step.beginDialog(reviewScreen.name, place);
  },
  async (step) => {
    const { review } = step.values as { review: ReviewPlace };
    const { draft, situation } = review;
    const again: ContactPlace = situation ? { draft, situation } : { draft };
    if (flowEnd(step)?.kind === 'back') return step.replaceDialog('contact-person', again);
    const answer = screenAnswer(step, reviewScreen);
    if (!answer) return step.endDialog({ kind: 'back' });
    if (answer === 'contact-change') return step.replaceDialog('contact-person', again);
    return sent(step, review);
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
    cause: { kind: 'help' },
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
