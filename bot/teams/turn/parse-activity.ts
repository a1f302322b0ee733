import { createHmac, type KeyObject } from 'node:crypto';
import { type Activity, ActivityTypes, type Attachment, TurnContext } from 'botbuilder';
import type { Act } from '../../../dialogs/turn.ts';
import { knownZone, offsetZone } from '../../domain/time-zone.ts';
import { longestTyped, plainText } from '../../domain/typed-text.ts';

/** An activity, and what it says of itself. */
export interface Received {
  readonly activity: Activity;
  /** undefined: it means nothing to us. */
  readonly act: Act | undefined;
  /** The directory the person is in, as the channel names it. */
  readonly tenantId: string;
  /** The client's time zone, when it says one that is known. */
  readonly timeZone: string | undefined;
  /** How far its clock is from UTC now, as a zone. */
  readonly offset: string | undefined;
}

export function parseActivity(activity: Activity): Received {
  return { activity, act: actOf(activity), tenantId: tenantOf(activity), ...clockOf(activity) };
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
  const attachments = activity.attachments ?? [];
  const words = TurnContext.removeRecipientMention({ ...activity, text: activity.text ?? '' }) ?? '';
  const text = plainText([words, ...hiddenIn(attachments, words)].join(' ')).trim();
  return { kind: 'text', text, ...(attachments.some(isFile) && { file: true }) };
}

/** A picture or a file. Teams sends the words themselves once more as an attachment, which is none. */
function isFile({ contentType, contentUrl, content }: Attachment): boolean {
  if (contentType === 'text/html') return typeof content === 'string' && /<img\b/iu.test(ownPart(content));
  return typeof contentUrl === 'string' || /^(?:image|audio|video)\//u.test(contentType);
}

/** What is answered stands in front of the answer, with all that was in it. */
function ownPart(html: string): string {
  return html.replace(/<blockquote\b[\s\S]*?<\/blockquote>/giu, '');
}

/** Numbers and addresses that the words show by a name only, as when somebody is pasted from a mail program. */
function hiddenIn(attachments: readonly Attachment[], words: string): readonly string[] {
  return attachments.flatMap(({ contentType, content }) => {
    if (contentType !== 'text/html' || typeof content !== 'string') return [];
    const links = ownPart(content.slice(0, 4 * longestTyped)).matchAll(/href="(?:mailto|tel):([^"<>?]{3,300})/giu);
    return [...links].map(([, link = '']) => link).filter((link) => !words.includes(link));
  });
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

/** Clients name their zone in one place or the other, some in words of their own: the first that is known counts. */
function clockOf(activity: Activity): Pick<Received, 'timeZone' | 'offset'> {
  const info = activity.entities?.find((entity) => entity.type === 'clientInfo');
  const named: readonly unknown[] = [activity.localTimezone, info?.timezone];
  // The SDK turns the moment into a date, which has no offset.
  const { rawLocalTimestamp: written = '' } = activity as { readonly rawLocalTimestamp?: string };
  const [timeZone] = named.flatMap((name) => (typeof name === 'string' && knownZone(name)) || []);
  return { timeZone, offset: offsetZone(written) };
}

/** The zone of whoever acts: as the client names it, as it did before, or as far as its clock is from UTC; null: nobody knows. */
export function zoneOf({ timeZone, offset }: Received, before: string | null | undefined): string | null {
  return timeZone ?? (before && knownZone(before)) ?? offset ?? null;
}

/** Something about a window: it is opened (`task/fetch`), or was filled in (`task/submit`). */
export function isWindow({ type, name }: Pick<Activity, 'type' | 'name'>): boolean {
  return type === ActivityTypes.Invoke && (name === 'task/fetch' || name === 'task/submit');
}

/** It happens in a team or one of its channels, or to them. */
export function inTeam({ channelData, conversation }: Activity): boolean {
  return conversation?.conversationType === 'channel' || channelData?.eventType !== undefined;
}
