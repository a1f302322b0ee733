import type { JsonValue } from '../../bot/domain/conversation.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import type { Card } from './render.ts';

/*
 * Where a client opens windows of its own (Teams calls them dialogs), what is secret is typed and shown there: what stands
 * in a chat stays in its history. The card in the chat then is a cover with the way in.
 */

/** What is kept out of the chat: codes, which are spent at once · answers, or a picture with its key, which last. */
export type Secret = 'code' | 'answers' | 'picture';

type Part = { readonly [key: string]: JsonValue };

const isPart = (value: JsonValue | undefined): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const partsOf = (value: JsonValue | undefined): readonly Part[] => (Array.isArray(value) ? value.filter(isPart) : []);

/** A part with an input somewhere in it, or one that its card marks as private by its id. */
function isSecret(part: Part): boolean {
  if (String(part.id).startsWith('private') || String(part.type).startsWith('Input.')) return true;
  return Object.values(part).some((inner) => (isPart(inner) ? isSecret(inner) : partsOf(inner).some(isSecret)));
}

/** What may stand in the chat of a card with secrets: its words, the way into the window, and the ways to leave. */
export function coverCard(tell: Tell, form: Card, screen: string, secret: Secret): Card {
  const leaving = partsOf(form.actions).filter((action) => action.associatedInputs === 'none');
  // Where no code came, another way is the next step.
  const other = leaving.some(({ style }) => style === 'positive');
  const open = {
    type: 'Action.Submit',
    title: tell(`window.open.${secret}`),
    ...(!other && { style: 'positive' }),
    data: { msteams: { type: 'task/fetch' }, verb: 'window', from: screen },
  };
  const here = { verb: 'type-here', from: screen };
  const type = { title: tell(`window.here.${secret}`), data: here, msTeams: { feedback: { hide: true } } };
  return {
    ...form,
    body: partsOf(form.body).filter((part) => !isSecret(part)),
    actions: [
      open,
      ...leaving,
      { type: 'Action.Execute', verb: 'type-here', ...type, fallback: { type: 'Action.Submit', ...type } },
    ],
  };
}

/** The same card for a window, which knows no `Action.Execute`. */
export function inWindow(form: Card): Card {
  const actions = partsOf(form.actions).map((action) => {
    const { fallback } = action;
    const style = action.style === undefined ? {} : { style: action.style };
    return isPart(fallback) ? { ...fallback, ...style } : action;
  });
  return { ...form, actions };
}
