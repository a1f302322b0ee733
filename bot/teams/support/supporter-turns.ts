import { ActivityTypes, type TurnContext } from 'botbuilder';
import { retiredCard } from '../../../cards/parts/page.ts';
import type { Card, Note } from '../../../cards/parts/render.ts';
import type { SupportVerb } from '../../../cards/parts/verbs.ts';
import { type SupportForm, supportForm, type WordsForm } from '../../../cards/tickets/forms.ts';
import { bringBackCard, supportCard, supportMoreCard, supportWordsCard } from '../../../cards/tickets/support.ts';
import { type EmployeeKey, newPerson, type Person, personId } from '../../domain/account/person.ts';
import { callerCheckMethods } from '../../domain/enrolment/proof.ts';
import { seenOnBoard } from '../../domain/outbox/ticket-letters.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { Store } from '../../domain/ports/store.ts';
import type { Clock } from '../../domain/ports/system.ts';
import { type Waiting, waitingFor } from '../../domain/tickets/bring-back.ts';
import type { TicketOutcome } from '../../domain/tickets/outcome.ts';
import type { AskStanding, SupporterStanding } from '../../domain/tickets/ports.ts';
import type { SupportAct } from '../../domain/tickets/supporter-actions.ts';
import { type Ticket, ticketNumber } from '../../domain/tickets/ticket.ts';
import type { Tickets } from '../../domain/tickets/tickets.ts';
import type { Tell } from '../../texts/tell.ts';
import { inTurn } from '../deadline.ts';
import { entryInTime } from '../turn/directory-lookup.ts';
import { actOf, tenantOf } from '../turn/parse-activity.ts';
import { cardMessage, invokeAnswer, replace, type TurnEnd, textMessage } from '../turn/replies.ts';
import { type SupportChannels, supportTell } from './channel.ts';

export interface SupportTurnParts {
  readonly store: Store;
  readonly tickets: Tickets;
  readonly channels: SupportChannels;
  readonly standing: AskStanding;
  readonly directory: Directory;
  readonly policy: () => Promise<Policy>;
  readonly clock: Clock;
}

/** Acts of supporters on the cards in their channel. */
export interface SupportTurns {
  /** undefined: it is none of ours. */
  take(context: TurnContext): Promise<TurnEnd | undefined>;
}

export function createSupportTurns(parts: SupportTurnParts): SupportTurns {
  const { store, tickets, policy, clock } = parts;

  async function take(context: TurnContext): Promise<TurnEnd | undefined> {
    const { activity } = context;
    if (activity.conversation?.conversationType !== 'channel') return undefined;
    const act = actOf(activity);
    if (act?.kind !== 'verb' || !supportVerbs.has(act.verb)) return undefined;
    const tell = supportTell(await policy());
    const employee = { tenantId: tenantOf(activity), objectId: (activity.from?.aadObjectId ?? '').toLowerCase() };
    const read = supportForm.safeParse({ ...act.data, verb: act.verb });
    const ticket = read.success ? await tickets.read(read.data.ticket) : undefined;
    if (!read.success || ticket?.employee.tenantId !== employee.tenantId) {
      return said(context, tell('support.unknown-ticket'), 'refused');
    }
    const standing = employee.objectId === '' ? 'nobody' : await asked(context, employee);
    if (standing !== 'supporter') {
      return said(context, tell(standing === 'nobody' ? 'support.not-a-supporter' : 'support.unsure'), 'refused');
    }
    if (!('words' in read.data)) await learn(context, ticket);
    const name = activity.from?.name ?? '';
    if (opensForm(read.data)) {
      const form = forms[read.data.verb];
      return form === 'bring-back'
        ? asksBack(context, tell, ticket, '')
        : shown(context, supportWordsCard(tell, ticket, form, ''));
    }
    if (read.data.verb === 'support-more') return shown(context, supportMoreCard(tell, ticket), 'done', true);
    const deed = await deedOf(context, read.data, ticket);
    if (!deed) return shown(context, supportCard(tell, ticket, clock()));
    const actor = { employee, name, signInName: await signInOf(context, employee, ticket), supporter: true };
    const outcome = await tickets.support(ticket.id, actor, deed, read.data.seen);
    return answered(context, tell, deed, outcome);
  }

  /** Where a chat with them opens: whoever works on what nobody has taken, takes it. Not known in time is not known. */
  async function signInOf(context: TurnContext, employee: EmployeeKey, { claimedBy }: Ticket): Promise<string> {
    if (claimedBy?.objectId === employee.objectId) return claimedBy.signInName;
    const entry = await entryInTime(parts.directory, employee, context).catch(() => undefined);
    return entry?.signInName ?? '';
  }

  /** Not known in time is not known. */
  async function asked(context: TurnContext, employee: EmployeeKey): Promise<SupporterStanding> {
    return inTurn(context, parts.standing(employee, context.activity.from?.id)).catch(() => 'unsure' as const);
  }

  /** Whoever clicks on a card shows where it is, also if nobody knew. */
  async function learn({ activity }: TurnContext, { id }: Ticket): Promise<void> {
    const { replyToId, conversation } = activity;
    if (!replyToId) return;
    const place = { conversation: conversation.id, activity: replyToId };
    await store.update('ticket', id, (ticket) => ({
      record: ticket && seenOnBoard(ticket, place),
      outcome: undefined,
    }));
  }

  /** What the buttons do that open no form; null: they only show the ticket again. */
  async function deedOf(
    context: TurnContext,
    form: Exclude<SupportForm, { verb: OpeningVerb | 'support-more' }>,
    ticket: Ticket,
  ): Promise<SupportAct | null> {
    switch (form.verb) {
      case 'support-claim':
        return { kind: 'claim', over: form.over };
      case 'support-check': {
        const person = await personOf(ticket);
        // A directory that does not answer: the stricter rule.
        const entry = await entryInTime(parts.directory, ticket.employee, context).catch(() => undefined);
        const administrator = entry?.administrator ?? true;
        return {
          kind: 'check',
          id: tickets.newId(),
          provable: callerCheckMethods(person, ticket.raisedAt, clock()).length > 0,
          administrator,
        };
      }
      case 'support-ask':
        return { kind: 'ask', words: form.words };
      case 'support-note':
        return { kind: 'note', words: form.words };
      case 'support-resolve':
        return { kind: 'resolve', words: form.words };
      case 'support-return':
        return { kind: 'return', words: form.words };
      case 'support-bring-back':
        return { kind: 'bring-back', doubt: (await doubtOf(ticket)) ?? null, words: form.words };
      case 'support-second':
        return { kind: 'second', to: 'bring-back', doubt: (await doubtOf(ticket)) ?? null };
      case 'support-let-go':
        return { kind: 'let-go', doubt: (await doubtOf(ticket)) ?? null, words: form.words };
      case 'support-second-let-go':
        return { kind: 'second', to: 'let-go', doubt: (await doubtOf(ticket)) ?? null };
      case 'support-back':
        return null;
    }
  }

  async function personOf({ employee }: Ticket): Promise<Person> {
    return (await store.read('person', personId(employee))) ?? newPerson(employee);
  }

  async function doubtOf(ticket: Ticket): Promise<Waiting | undefined> {
    return waitingFor(await personOf(ticket), clock());
  }

  async function asksBack(context: TurnContext, tell: Tell, ticket: Ticket, typed: string, note?: Note) {
    const viewer = (context.activity.from?.aadObjectId ?? '').toLowerCase();
    return shown(context, bringBackCard(tell, ticket, await doubtOf(ticket), viewer, typed, clock(), note));
  }

  /** Shows the one who acted what came of it; the card that all others see follows by its letter. */
  async function answered(context: TurnContext, tell: Tell, deed: SupportAct, outcome: TicketOutcome) {
    if (outcome.kind === 'unknown-ticket' || outcome.kind === 'not-a-supporter') {
      return said(context, tell(`support.${outcome.kind}`), 'refused');
    }
    const { kind, ticket } = outcome;
    const note: Note | undefined = kind === 'done' ? undefined : { text: tell(`support.${kind}`), tone: 'attention' };
    const settles = deed.kind === 'bring-back' || deed.kind === 'let-go';
    if (settles && kind === 'reason-missing') return asksBack(context, tell, ticket, deed.words, note);
    if (kind === 'words-missing' && 'words' in deed && deed.kind !== 'bring-back' && deed.kind !== 'let-go') {
      return shown(context, supportWordsCard(tell, ticket, deed.kind, deed.words, note));
    }
    await fold(context, tell, ticket);
    return shown(context, supportCard(tell, ticket, clock(), note), note ? 'refused' : 'done');
  }

  /** A card that is not the ticket's own (a form, or one that came twice) becomes a line. */
  async function fold(context: TurnContext, tell: Tell, { board, number }: Ticket): Promise<void> {
    const { replyToId, type, conversation } = context.activity;
    if (!replyToId || !board.place || board.place.activity === replyToId) return;
    const form = type === ActivityTypes.Message && board.place.conversation === conversation.id;
    const line = form ? tell('support.done') : tell('support.moved', { number: ticketNumber(number) });
    await replace(context, replyToId, retiredCard(tell, line)).catch(() => undefined);
  }

  return { take };
}

const supportVerbs: ReadonlySet<string> = new Set(supportForm.options.map(({ shape }) => shape.verb.value));

type OpeningVerb = Extract<SupportVerb, `support-open-${string}`>;

/** Buttons that open a form, on a card that only the one who clicked sees. */
const forms = {
  'support-open-ask': 'ask',
  'support-open-note': 'note',
  'support-open-resolve': 'resolve',
  'support-open-return': 'return',
  'support-open-bring-back': 'bring-back',
} as const satisfies Record<OpeningVerb, WordsForm | 'bring-back'>;

function opensForm(form: SupportForm): form is Extract<SupportForm, { verb: OpeningVerb }> {
  return Object.hasOwn(forms, form.verb);
}

/**
 * A card for the one who clicked: as the answer of `Action.Execute` only they see it. A client without it gets it below the
 * ticket, unless the ticket's own card shows the same anyway. @param own it shows what no other card does
 */
async function shown(
  context: TurnContext,
  card: Card,
  result: TurnEnd['result'] = 'done',
  own = false,
): Promise<TurnEnd> {
  if (context.activity.type === ActivityTypes.Invoke) {
    return { result, answer: invokeAnswer('application/vnd.microsoft.card.adaptive', card) };
  }
  const inputs = JSON.stringify(card).includes('"Input.Text"');
  if (own || inputs || result === 'refused') await context.sendActivity(cardMessage(card));
  return { result };
}

async function said(context: TurnContext, text: string, result: TurnEnd['result']): Promise<TurnEnd> {
  if (context.activity.type === ActivityTypes.Invoke) {
    return { result, answer: invokeAnswer('application/vnd.microsoft.activity.message', text) };
  }
  await context.sendActivity(textMessage(text));
  return { result };
}
