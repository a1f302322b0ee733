import { type Activity, ActivityTypes, CardFactory, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { Card } from '../../cards/render.ts';
import { retiredCard, staleCard } from '../../cards/retired.ts';
import type { Act } from '../../dialogs/turn.ts';
import type { Tell } from '../texts/tell.ts';

/** What a turn wants to say, gathered while it runs. */
export interface Replies {
  readonly texts: string[];
  card: Card | undefined;
  /** What the answered card becomes when the new one does not take its place. */
  retired: string | undefined;
  stale: boolean;
}

export function noReplies(): Replies {
  return { texts: [], card: undefined, retired: undefined, stale: false };
}

/**
 * Sends what a turn gathered. A clicked card is replaced in place when nothing has to be said beside the new one; else
 * it shrinks to a line, and the new one comes last, where people look.
 * @param live the card that waited before the turn
 * @returns the card that waits now, and the answer of an invoke
 */
export async function send(context: TurnContext, act: Act, replies: Replies, live: string | null, tell: Tell) {
  const clicked = act.kind === 'verb' ? context.activity.replyToId : undefined;
  const invoke = context.activity.type === ActivityTypes.Invoke;
  const { texts, card } = replies;
  if (replies.stale) {
    return { live, answer: await answer(context, invoke, clicked, staleCard(tell)) };
  }
  if (clicked && card && texts.length === 0) {
    const done = await answer(context, invoke, clicked, card);
    if (live && live !== clicked) await update(context, live, retiredCard(tell, tell('retired.left')));
    return { live: clicked, answer: done };
  }
  const line = retiredCard(tell, replies.retired ?? tell(clicked ? 'retired.answered' : 'retired.left'));
  const old = clicked ?? live;
  const done = clicked && card ? await answer(context, invoke, clicked, line) : undefined;
  const retiring = card && old && !clicked ? update(context, old, line) : undefined;
  for (const text of texts) await context.sendActivity(textMessage(text));
  const sent = card ? await context.sendActivity(messageOf(card)) : undefined;
  await retiring;
  return { live: card ? (sent?.id ?? null) : live, answer: done ?? (invoke ? accepted() : undefined) };
}

/** Puts a card in the place of another, as the answer of the invoke or by an update. */
async function answer(context: TurnContext, invoke: boolean, clicked: string | undefined, card: Card) {
  if (invoke) return invokeAnswer('application/vnd.microsoft.card.adaptive', card);
  if (clicked) await update(context, clicked, card);
  return undefined;
}

/** A card that can't be changed any more (deleted, too old) is not worth failing a turn for. */
async function update(context: TurnContext, id: string, card: Card): Promise<void> {
  await replace(context, id, card).catch(() => undefined);
}

/** Puts a card where another was. */
export async function replace(context: TurnContext, id: string, card: Card): Promise<void> {
  await context.updateActivity({ ...messageOf(card), id });
}

/** Words only: no Markdown, no mentions, whatever they hold. */
export function textMessage(text: string): Partial<Activity> {
  return { type: 'message', text, textFormat: 'plain' };
}

function messageOf(card: Card): Partial<Activity> {
  return { type: 'message', attachments: [CardFactory.adaptiveCard(card)] };
}

export function invokeAnswer(type: string, value: unknown): InvokeResponse {
  return { status: 200, body: { statusCode: 200, type, value } };
}

/** An invoke that was understood and changes nothing on screen. */
function accepted(): InvokeResponse {
  return { status: 200 };
}
