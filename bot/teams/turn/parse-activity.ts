import { createHmac, type KeyObject } from 'node:crypto';
import { type Activity, ActivityTypes, TurnContext } from 'botbuilder';
import type { Act } from '../../../dialogs/turn.ts';

/** More than anybody types; longer words are cut, not refused. */
const longestText = 4_000;

/** An activity, and what it says of itself. */
export interface Received {
  readonly activity: Activity;
  /** undefined: it means nothing to us. */
  readonly act: Act | undefined;
  /** The directory the person is in, as the channel names it. */
  readonly tenantId: string;
  /** IANA name of the client's time zone, when it says so. */
  readonly timeZone: string | undefined;
}

export function parseActivity(activity: Activity): Received {
  return { activity, act: actOf(activity), tenantId: tenantOf(activity), timeZone: timeZoneOf(activity) };
}

/**
 * What an activity means for the conversation; undefined when it means nothing (typing, reactions, unknown events). Which
 * card waits for an answer is not known yet: see `onCard`.
 */
export function actOf(activity: Activity): Act | undefined {
  switch (activity.type) {
    case 'message':
      return isData(activity.value) ? pressed(activity.value) : written(activity);
    case 'invoke':
      return invoked(activity);
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

function invoked(activity: Activity): Act | undefined {
  if (!isData(activity.value)) return undefined;
  if (isWindow(activity)) {
    return isData(activity.value.data) ? { ...pressed(activity.value.data), window: true } : undefined;
  }
  if (activity.name !== 'adaptiveCard/action') return undefined;
  const { action } = activity.value;
  if (!isData(action)) return undefined;
  const data = isData(action.data) ? action.data : {};
  return pressed({ ...data, verb: action.verb });
}

function pressed({ verb, ...data }: Record<string, unknown>): Act & { kind: 'verb' } {
  return { kind: 'verb', verb: typeof verb === 'string' ? verb : '', data, live: true };
}

/** An act in its chat: a button may be one of an older card. @param card the one that waits for an answer */
export function onCard(act: Act, { replyToId }: Activity, card: string | null): Act {
  const old = card !== null && replyToId !== undefined && replyToId !== card;
  return act.kind === 'verb' && old ? { ...act, live: false } : act;
}

function isData(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Names by which the same act is known when it comes again: its id, and its content with the time it was done. A channel
 * that gives up waiting sends an activity again, sometimes under a new id. Keyed: nobody finds out what was typed by trying.
 */
export function repeatKeys(activity: Activity, key: KeyObject): readonly string[] {
  const at = activity.localTimestamp ?? activity.timestamp;
  const content = [activity.type, activity.name, activity.action, activity.text, activity.value, activity.replyToId];
  const print = at
    ? createHmac('sha256', key)
        .update(JSON.stringify([...content, at, activity.from?.id]))
        .digest('base64url')
    : '';
  return [...(activity.id ? [`id:${activity.id.slice(0, 200)}`] : []), ...(at ? [`is:${print.slice(0, 22)}`] : [])];
}

/** The directory the person is in, as the channel names it. */
export function tenantOf(activity: Activity): string {
  const named: unknown = activity.conversation?.tenantId ?? activity.channelData?.tenant?.id;
  return typeof named === 'string' ? named.toLowerCase() : '';
}

function timeZoneOf(activity: Activity): string | undefined {
  const info = activity.entities?.find((entity) => entity.type === 'clientInfo');
  const named: unknown = activity.localTimezone ?? info?.timezone;
  return typeof named === 'string' && /^[A-Za-z0-9_+/-]{1,64}$/.test(named) ? named : undefined;
}

/** Something about a window: it is opened (`task/fetch`), or was filled in (`task/submit`). */
export function isWindow({ type, name }: Pick<Activity, 'type' | 'name'>): boolean {
  return type === ActivityTypes.Invoke && (name === 'task/fetch' || name === 'task/submit');
}

/** It happens in a team or one of its channels, or to them. */
export function inTeam({ channelData, conversation }: Activity): boolean {
  return conversation?.conversationType === 'channel' || channelData?.eventType !== undefined;
}
