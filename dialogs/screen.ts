import type { TurnContext } from 'botbuilder';
import {
  Dialog,
  type DialogContext,
  type DialogInstance,
  type DialogReason,
  type DialogTurnResult,
} from 'botbuilder-dialogs';
import type { GuessAnswer } from '../cards/diagnosis/ask-why.ts';
import type { Card } from '../cards/parts/render.ts';
import { coverCard, inWindow, type Secret } from '../cards/parts/window.ts';
import type { Destination } from './destination.ts';
import { guessed, interrupted, type Next } from './interruptions.ts';
import { type Act, type Turn, turnOf } from './turn.ts';

/** What a screen makes of something the person did. */
export type Reading<Answer> =
  | { readonly kind: 'answer'; readonly answer: Answer; readonly retired?: string }
  /** Meant for this screen, but something has to be put right; `problem` says what. */
  | { readonly kind: 'again'; readonly problem: string; readonly typed: Readonly<Record<string, string>> }
  /** Dealt with in words; the same screen again. */
  | { readonly kind: 'said' }
  | { readonly kind: 'not-mine' };

/** What comes back from the question what was meant. */
type Over =
  | { readonly kind: 'back' }
  | { readonly kind: 'answer'; readonly answer: GuessAnswer | { readonly meant: 'none' } };
const asking = 'guesses';

/** A card and how to read what comes back, clicked or typed. `Place` is all that the dialog state keeps of it. */
export interface Screen<Place, Answer> {
  readonly name: string;
  /** What is typed or shown is a secret: it stands in a window where the client opens one. */
  readonly secret?: Secret;
  /** undefined: there is nothing left to show here. */
  draw(turn: Turn, place: Place): Promise<Card | undefined>;
  read(turn: Turn, act: Act, place: Place): Reading<Answer> | Promise<Reading<Answer>>;
}

/**
 * The shared "wait for this card". Shows a screen and waits until it is answered by a button or in words. Anything else
 * (a question, help, another language) is dealt with and leads back to the same screen. Ends with a `kind`: `answer` (and the
 * answer), `back` to the screen before, or `gone` when what it was about is over.
 */
export class WaitForCard<Place extends object, Answer> extends Dialog {
  private readonly screen: Screen<Place, Answer>;

  constructor(screen: Screen<Place, Answer>) {
    super(screen.name);
    this.screen = screen;
  }

  override async beginDialog(dc: DialogContext, place?: object): Promise<DialogTurnResult> {
    const { name } = this.screen;
    const here = turnOf(dc.context).here === name;
    if (dc.activeDialog) dc.activeDialog.state = { place: place ?? {}, ...(here && { here }) };
    return (await this.shown(dc.context, dc.activeDialog)) ? Dialog.EndOfTurn : dc.endDialog({ kind: 'gone' });
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const { name, secret } = this.screen;
    if (secret && wantsHere(turn.act, name)) {
      if (secret === 'code') turn.typeHere();
      if (dc.activeDialog) dc.activeDialog.state.here = true;
      return this.follow(dc, 'same');
    }
    if (dc.activeDialog?.state.here) turn.here = name;
    const reading = fromElsewhere(turn.act, name)
      ? ({ kind: 'not-mine' } as const)
      : await this.screen.read(turn, turn.act, placeOf<Place>(dc.activeDialog));
    if (reading.kind === 'answer') {
      if (reading.retired) turn.retire(reading.retired);
      return dc.endDialog({ kind: 'answer', answer: reading.answer });
    }
    if (reading.kind === 'again') {
      turn.note = { text: reading.problem, tone: 'attention' };
      turn.typed = reading.typed;
    }
    return this.follow(dc, reading.kind === 'not-mine' ? await interrupted(turn, name) : 'same');
  }

  /** Back from the question what was meant: goes there, or reads what is no answer to it. */
  override async resumeDialog(dc: DialogContext, _reason: DialogReason, result?: Over): Promise<DialogTurnResult> {
    if (result?.kind === 'back') return this.follow(dc, 'same');
    if (!result || result.answer.meant === 'none') return this.continueDialog(dc);
    return this.follow(dc, await guessed(turnOf(dc.context), result.answer, this.screen.name));
  }

  private async follow(dc: DialogContext, next: Next): Promise<DialogTurnResult> {
    if (next === 'stay-silent') return Dialog.EndOfTurn;
    if (next === 'back') return dc.endDialog({ kind: 'back' });
    if (next === 'home') return startOver(dc);
    if (next !== 'same') return 'ask' in next ? dc.beginDialog(asking, next.ask) : startOver(dc, next);
    return (await this.shown(dc.context, dc.activeDialog)) ? Dialog.EndOfTurn : dc.endDialog({ kind: 'gone' });
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    await this.shown(context, instance);
  }

  private async shown(context: TurnContext, instance: DialogInstance | undefined): Promise<boolean> {
    const turn = turnOf(context);
    const card = await this.screen.draw(turn, placeOf<Place>(instance));
    if (!card) return false;
    const { name, secret } = this.screen;
    const here = instance?.state.here || (secret === 'code' && turn.typesHere);
    if (secret && turn.windows && !here) turn.show(coverCard(turn.tell, card, name, secret), inWindow(card));
    else turn.show(card);
    return true;
  }
}

/** Also when a client that knows no windows sends the button that should have opened one. */
function wantsHere(act: Act, screen: string): boolean {
  return (
    act.kind === 'verb' && act.live && (act.verb === 'type-here' || act.verb === 'window') && act.data.from === screen
  );
}

/** A button says which screen it leaves, so that a second click does not leave the next one too. */
function fromElsewhere(act: Act, screen: string): boolean {
  if (act.kind !== 'verb') return false;
  // A question that came up while a window was open hands on what is typed into the window.
  if (act.window && screen === asking) return false;
  if (act.data.from !== undefined) return act.data.from !== screen;
  return !act.live && act.data.challenge === undefined && screen !== 'home';
}

function placeOf<Place extends object>(instance: DialogInstance | undefined): Place {
  // The stack is our own, versioned record; its shape is that of the screen that put it there.
  return (instance as { state: { place: Place } }).state.place;
}

/** Leaving a flow gives its proof up: a code on its way is called back. */
async function startOver(dc: DialogContext, destination?: Destination): Promise<DialogTurnResult> {
  const { enrolment, asker } = turnOf(dc.context);
  await enrolment.abandon(asker.employee);
  await dc.cancelAllDialogs();
  return dc.beginDialog('main', destination ?? {});
}
