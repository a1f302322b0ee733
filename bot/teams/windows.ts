import { type Activity, ActivityTypes, CardFactory, type InvokeResponse } from 'botbuilder';
import type { Card } from '../../cards/render.ts';
import type { Turn } from '../../dialogs/turn.ts';

/*
 * Windows of the client's own, which Teams calls dialogs. Source: Microsoft Learn, "Use dialogs in bots".
 */

/** Something about a window: it is opened (`task/fetch`), or was filled in (`task/submit`). */
export function isWindow({ type, name }: Pick<Activity, 'type' | 'name'>): boolean {
  return type === ActivityTypes.Invoke && (name === 'task/fetch' || name === 'task/submit');
}

/** What the window shows next: a form, a sentence, or nothing: it closes. @param title of the window, for a form */
export function windowAnswer(shown: Card | string | undefined, title = ''): InvokeResponse {
  if (shown === undefined) return { status: 200 };
  if (typeof shown === 'string') return { status: 200, body: { task: { type: 'message', value: shown } } };
  const value = { title, width: 'medium', height: 'medium', card: CardFactory.adaptiveCard(shown) };
  return { status: 200, body: { task: { type: 'continue', value } } };
}

/** A window stays open while something has to be put right in it. @param old its card was an old one */
export function nextWindow({ note, tell }: Turn, form: Card | undefined, old: boolean): InvokeResponse {
  if (old) return windowAnswer(tell('stale.text'));
  return windowAnswer(note?.tone === 'attention' ? form : undefined, tell('product.name'));
}
