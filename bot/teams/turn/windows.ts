import { type Activity, ActivityTypes, CardFactory, type InvokeResponse } from 'botbuilder';
import type { Card } from '../../../cards/parts/render.ts';
import type { Tell } from '../../texts/tell.ts';

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

/**
 * A window stays open while the screen under it has a form.
 * @param old it was older than that screen
 * @param opens it is just being opened
 */
export function nextWindow(tell: Tell, form: Card | undefined, old: boolean, opens: boolean): InvokeResponse {
  if (old) return windowAnswer(tell('window.old'));
  return windowAnswer(form ?? (opens ? tell('window.nothing') : undefined), tell('product.name'));
}
