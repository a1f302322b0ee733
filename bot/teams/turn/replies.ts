import { type Activity, ActivityTypes, CardFactory, type InvokeResponse, type TurnContext } from 'botbuilder';
import { leftCard, retiredCard, staleCard } from '../../../cards/parts/page.ts';
import type { Card } from '../../../cards/parts/render.ts';
import type { Act } from '../../../dialogs/turn.ts';
import type { Tell } from '../../texts/tell.ts';
import { isWindow } from './parse-activity.ts';

/** How a turn ended, for the metrics. */
export type TurnResult = 'done' | 'repeated' | 'ignored' | 'refused' | 'busy' | 'fault';

/** The end of a turn. */
export interface TurnEnd {
  readonly result: TurnResult;
  /** Of an invoke. */
  readonly answer?: InvokeResponse | undefined;
}

/** What a turn wants to say, gathered while it runs. */
export interface Replies {
  readonly texts: string[];
  /** Cards that say something beside the conversation. */
  readonly explained: Card[];
  card: Card | undefined;
  /** What the window shows that belongs to `card`. */
  form: Card | undefined;
  /** What a clicked card becomes that stands beside the conversation. */
  beside: Card | undefined;
  /** What the answered card becomes when the new one does not take its place. */
  retired: string | undefined;
  /** The button belongs to an old card. stale: nothing was done · answered: it came again, and was done before. */
  old: 'stale' | 'answered' | undefined;
}

export function noReplies(): Replies {
  return {
    texts: [],
    explained: [],
    card: undefined,
    form: undefined,
    beside: undefined,
    retired: undefined,
    old: undefined,
  };
}

/**
 * Sends what a turn gathered. A clicked card is replaced in place when nothing has to be said beside the new one; else
 * it shrinks to a line, and the new one comes last, where people look.
 * @param live the card that waited before the turn
 * @param heading of that card
 * @returns the card that waits now, and the answer of an invoke
 */
export async function send(
  context: TurnContext,
  act: Act,
  replies: Replies,
  live: string | null,
  heading: string | undefined,
  tell: Tell,
) {
  const window = act.kind === 'verb' && act.window === true;
  // A window stands over the card that waits: its answer is shown on that card.
  const clicked = act.kind !== 'verb' ? undefined : window ? (live ?? undefined) : context.activity.replyToId;
  const invoke = context.activity.type === ActivityTypes.Invoke && !window;
  const { card, beside, old } = replies;
  const words = [...replies.texts.map(textMessage), ...replies.explained.map(cardMessage)];
  if (beside && clicked) {
    const { answer } = await inPlace(context, invoke, clicked, beside);
    for (const one of words) await context.sendActivity(one);
    if (!card) return { live, answer };
    const sent = await context.sendActivity(cardMessage(card));
    if (live) await update(context, live, leftCard(tell, heading));
    return { live: sent?.id ?? null, answer };
  }
  // A window says so itself, and the card under it may well be the newest.
  if (old && window) return { live, answer: undefined };
  if (old) {
    const shown = old === 'stale' ? staleCard(tell) : retiredCard(tell, tell('retired.answered'));
    return { live, answer: (await inPlace(context, invoke, clicked, shown)).answer };
  }
  if (clicked && card && words.length === 0) {
    const done = await inPlace(context, invoke, clicked, card);
    if (done.shown) {
      if (live && live !== clicked) await update(context, live, leftCard(tell, heading));
      return { live: clicked, answer: done.answer };
    }
  }
  const left = leftCard(tell, heading);
  const answered = heading === undefined || clicked !== live ? tell('retired.answered') : answeredLine(tell, heading);
  const said = replies.retired ?? (clicked ? answered : undefined);
  const line = said === undefined ? left : retiredCard(tell, said);
  const becomes = clicked ? left : line;
  const done = clicked && card ? inPlace(context, invoke, clicked, line) : undefined;
  const retiring = live && card && live !== clicked ? update(context, live, becomes) : undefined;
  for (const one of words) await context.sendActivity(one);
  const sent = card ? await context.sendActivity(cardMessage(card)) : undefined;
  await retiring;
  return { live: card ? (sent?.id ?? null) : live, answer: (await done)?.answer ?? (invoke ? accepted() : undefined) };
}

/** What a card was that has been answered. */
function answeredLine(tell: Tell, heading: string): string {
  return tell('retired.answeredOf', { what: heading.replace(/[.?!:]+$/u, '') });
}

/** Puts a card in the place of another, as the answer of the invoke or by an update. */
async function inPlace(context: TurnContext, invoke: boolean, clicked: string | undefined, card: Card) {
  if (invoke) return { shown: true, answer: invokeAnswer('application/vnd.microsoft.card.adaptive', card) };
  return { shown: clicked !== undefined && (await update(context, clicked, card)) };
}

/** A card that can't be changed any more (deleted, too old) is not worth failing a turn for: false. */
async function update(context: TurnContext, id: string, card: Card): Promise<boolean> {
  return replace(context, id, card).then(
    () => true,
    () => false,
  );
}

/** Puts a card where another was. */
export async function replace(context: TurnContext, id: string, card: Card): Promise<void> {
  await context.updateActivity({ ...cardMessage(card), id });
}

/** Words only: no Markdown, no mentions, whatever they hold. */
export function textMessage(text: string): Partial<Activity> {
  return { type: 'message', text, textFormat: 'plain' };
}

/** A card as a message of its own. */
export function cardMessage(card: Card): Partial<Activity> {
  return { type: 'message', attachments: [CardFactory.adaptiveCard(card)] };
}

export function invokeAnswer(type: string, value: unknown): InvokeResponse {
  return { status: 200, body: { statusCode: 200, type, value } };
}

/** An invoke that was understood and changes nothing on screen. */
function accepted(): InvokeResponse {
  return { status: 200 };
}

/*
 * Windows of the client's own, which Teams calls dialogs. Source: Microsoft Learn, "Use dialogs in bots".
 */

/** What the window shows next: a form, a sentence, or nothing: it closes. @param title of the window, for a form */
export function windowAnswer(shown: Card | string | undefined, title = ''): InvokeResponse {
  if (shown === undefined) return { status: 200 };
  if (typeof shown === 'string') return { status: 200, body: { task: { type: 'message', value: shown } } };
  const value = { title, width: 'medium', height: 'medium', card: CardFactory.adaptiveCard(shown) };
  return { status: 200, body: { task: { type: 'continue', value } } };
}

/**
 * A window stays open while the screen under it has a form.
 * @param old it was older than that screen
 * @param opens it is just being opened
 */
export function nextWindow(tell: Tell, form: Card | undefined, old: boolean, opens: boolean): InvokeResponse {
  if (old) return windowAnswer(tell('window.old'));
  return windowAnswer(form ?? (opens ? tell('window.nothing') : undefined), tell('product.name'));
}

/** A sentence as the answer of an invoke. */
export function spokenAnswer(activity: Activity, text: string): InvokeResponse {
  return isWindow(activity) ? windowAnswer(text) : invokeAnswer('application/vnd.microsoft.activity.message', text);
}
