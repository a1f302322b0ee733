import { GlobalSettings, Template } from 'adaptivecards-templating';
import type { JsonValue } from '../../bot/domain/conversation.ts';
import { Fault } from '../../bot/domain/fault.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import type { LinkVerb, SupportVerb, Verb } from './verbs.ts';

/** An expanded Adaptive Card 1.5. */
export type Card = { readonly type: 'AdaptiveCard' } & { readonly [key: string]: JsonValue };

/** Something said above the card's own words: what just happened, or what is wrong. */
export interface Note {
  readonly text: string;
  /** good: it worked · attention: something has to be changed. */
  readonly tone: 'good' | 'attention';
}

/** A button. `data` comes back with what was typed; `verb` says what it is for. */
export interface Button {
  readonly title: string;
  readonly verb: Verb | SupportVerb | LinkVerb;
  readonly data?: { readonly [key: string]: string | number };
  /** The one thing to do next; at most one a card. */
  readonly primary?: boolean;
  /** Opens a page in place of sending anything. */
  readonly url?: string;
  /** Leaves the card: what was typed is neither checked nor sent. */
  readonly leaves?: boolean;
}

// The library would print `${slot}` to people.
GlobalSettings.getUndefinedFieldValueSubstitutionString = (path) => {
  throw new Fault('card-slot-missing', path);
};

/** Teams' oldest documented limit, counted in UTF-16 as Teams does. */
const largest = 28 * 1024;
export const mostButtons = 6;
/** So many, and a seventh does not compile. */
export type Buttons =
  | readonly []
  | readonly [Button]
  | readonly [Button, Button]
  | readonly [Button, Button, Button]
  | readonly [Button, Button, Button, Button]
  | readonly [Button, Button, Button, Button, Button]
  | readonly [Button, Button, Button, Button, Button, Button];

const templates = new Map<object, Template | undefined>();

/** The library reads a structure in some 10 ms: before anybody writes, not while the program is loaded. */
function templateOf(structure: object): Template {
  const template = templates.get(structure) ?? new Template(structure);
  templates.set(structure, template);
  return template;
}

/** What there is to read of cards, a piece each. */
export function cardPieces(): readonly (() => unknown)[] {
  return [...templates.keys()].map((structure) => () => templateOf(structure));
}

/** A card's structure with its words. Throws Fault `card-slot-missing`, `card-too-large`. */
export function cardFrom<Data extends object>(structure: object) {
  templates.set(structure, templates.get(structure));
  return (tell: Tell, data: Data, buttons: readonly Button[], note?: Note): Card => {
    const $root = {
      ...data,
      language: tell.language,
      notes: note ? [shownNote(note)] : [],
      buttons: buttons.map(action),
    };
    const card = templateOf(structure).expand({ $root }) as Card;
    if (JSON.stringify(card).length * 2 > largest) throw new Fault('card-too-large', tell.language);
    if (buttons.length > mostButtons) throw new Fault('card-too-large', 'more than six buttons');
    return card;
  };
}

function shownNote({ text, tone }: Note) {
  return { text, style: tone };
}

/** As a card has it: `Action.Execute`, and the same as `Action.Submit` for clients that do not know it. */
export function action({ title, verb, data, primary, leaves, url }: Button) {
  if (url) return { type: 'Action.OpenUrl', title, url, ...(primary ? { style: 'positive' } : {}) };
  const common = {
    title,
    data: { ...data, verb },
    ...(primary ? { style: 'positive' } : {}),
    ...(leaves ? { associatedInputs: 'none' } : {}),
    // The card itself shows what came of it; without this, clients add "your response was sent" below.
    msTeams: { feedback: { hide: true } },
  };
  return { type: 'Action.Execute', verb, ...common, fallback: { type: 'Action.Submit', ...common } };
}

/** Longer than anything a field of ours takes. */
const longest = 400;

/** What was typed into a field, shortened where it can't be right anyway: it is then refused with a reason. */
export function cut(typed: string): string {
  return typed.slice(0, longest);
}
