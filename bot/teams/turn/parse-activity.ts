import { createHmac, type KeyObject } from 'node:crypto';
import { type Activity, TurnContext } from 'botbuilder';
import type { Act } from '../../../dialogs/turn.ts';
import { isWindow } from './windows.ts';

/** More than anybody types; longer words are cut, not refused. */
const longestText = 4_000;

/**
 * What an activity means for the conversation; undefined when it means nothing (typing, reactions, unknown events).
 * @param card the card that waits for an answer, as the channel names it
 */
export function actOf(activity: Activity, card: string | null): Act | undefined {
  switch (activity.type) {
    case 'message':
      return isData(activity.value) ? pressed(activity, activity.value, card) : written(activity);
    case 'invoke':
      return invoked(activity, card);
    case 'installationUpdate':
      return activity.action?.startsWith('add') ? { kind: 'arrival' } : undefined;
    case 'conversationUpdate':
      return activity.membersAdded?.some((one) => one.id === activity.recipient?.id) ? { kind: 'arrival' } : undefined;
    default:
      return undefined;
  }
}

function written(activity: Activity): Act {
  const text = TurnContext.removeRecipientMention({ ...activity, text: activity.text ?? '' }) ?? '';
  return { kind: 'text', text: text.slice(0, longestText).trim() };
}

function invoked(activity: Activity, card: string | null): Act | undefined {
  if (!isData(activity.value)) return undefined;
  if (isWindow(activity)) {
    return isData(activity.value.data) ? { ...pressed(activity, activity.value.data, card), window: true } : undefined;
  }
  if (activity.name !== 'adaptiveCard/action') return undefined;
  const { action } = activity.value;
  if (!isData(action)) return undefined;
  const data = isData(action.data) ? action.data : {};
  return pressed(activity, { ...data, verb: action.verb }, card);
}

function pressed(
  activity: Activity,
  { verb, ...data }: Record<string, unknown>,
  card: string | null,
): Act & { kind: 'verb' } {
  const live = card === null || activity.replyToId === undefined || activity.replyToId === card;
  return { kind: 'verb', verb: typeof verb === 'string' ? verb : '', data, live };
}

function isData(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Names by which the same act is known when it comes again: its id, and its content with the time it was done. A channel
 * that gives up waiting sends an activity again, sometimes under a new id. Keyed: nobody finds out what was typed by trying.
 */
export function namesOf(activity: Activity, key: KeyObject): readonly string[] {
  const at = activity.localTimestamp ?? activity.timestamp;
  const content = [activity.type, activity.name, activity.action, activity.text, activity.value, activity.replyToId];
  const print = at
    ? createHmac('sha256', key)
        .update(JSON.stringify([...content, at, activity.from?.id]))
        .digest('base64url')
    : '';
  return [...(activity.id ? [`id:${activity.id.slice(0, 200)}`] : []), ...(at ? [`is:${print.slice(0, 22)}`] : [])];
}
