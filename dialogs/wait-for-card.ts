import type { TurnContext } from 'botbuilder';
import type { DialogContext, DialogInstance, DialogReason, DialogTurnResult } from 'botbuilder-dialogs';
import { Dialog } from 'botbuilder-dialogs/lib/dialog.js';
import { contactName } from '../cards/parts/contact-words.ts';
import { coverCard, inWindow } from '../cards/parts/window.ts';
import { type ChosenGuess, handleGuess, handleText } from './commands.ts';
import type { Destination, Next } from './destination.ts';
import { expectedOn } from './expectations.ts';
import { fileSeen } from './faq.ts';
import { asksWhy, saidIn } from './said.ts';
import type { Screen } from './screen.ts';
import { type Act, type Turn, turnOf } from './turn.ts';
import { handleButton } from './verbs.ts';

/** What comes back from what lay over the screen: the question what was meant, or a request for help, sent or not. */
type Over =
  | { readonly kind: 'back' | 'gone' | 'raised' }
  | { readonly kind: 'answer'; readonly answer: ChosenGuess | { readonly meant: 'none' } };
const asking = 'guesses';
const contacting = 'contact-person';

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
    const turn = turnOf(dc.context);
    const here = turn.here === this.screen.name;
    const misses =
      turn.misses?.screen === this.screen.name && turn.note?.tone === 'attention' ? turn.misses.times + 1 : 0;
    const why = turn.note?.tone === 'attention' ? { reason: turn.note.text } : {};
    if (dc.activeDialog) dc.activeDialog.state = { place: place ?? {}, misses, ...(here && { here }), ...why };
    offerPerson(turn, misses);
    return (await this.shown(turn, dc.activeDialog)) ? Dialog.EndOfTurn : dc.endDialog({ kind: 'gone' });
  }

  /**
   * The checks of a turn that has come this far (those before stand in `bot/teams/turn/admission.ts`), in this order: the wish to
   * type into the chat · a button of another screen · the screen's own answer · what `verbs.ts` and `commands.ts` have for it.
   */
  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const { name, secret } = this.screen;
    turn.expects = await expectedOn(turn, name);
    if (secret && wantsHere(turn.act, name)) {
      if (secret === 'code') turn.typeHere();
      if (dc.activeDialog) dc.activeDialog.state.here = true;
      return this.follow(dc, 'same');
    }
    if (turn.act.kind === 'text' && turn.act.file) {
      await fileSeen(turn);
      if (turn.act.text === '') return this.follow(dc, 'same');
    }
    const { here, misses = 0, typed, told, reason } = stateOf(dc.activeDialog);
    if (here) turn.here = name;
    turn.told = told;
    // For one message: a question that comes up over the card would leave it there.
    if (dc.activeDialog) Object.assign(dc.activeDialog.state, { told: undefined });
    const reading = fromElsewhere(turn.act, name)
      ? ({ kind: 'not-mine' } as const)
      : await this.screen.read(turn, turn.act, placeOf<Place>(dc.activeDialog));
    if (reading.kind === 'answer') {
      turn.misses = { screen: name, times: misses };
      if (reading.retired) turn.retire(reading.retired);
      return dc.endDialog({ kind: 'answer', answer: reading.answer });
    }
    if (reading.kind === 'back') return this.follow(dc, 'back');
    if (reading.kind === 'again') {
      turn.note = { text: reading.problem, tone: 'attention' };
      turn.typed = reading.typed;
    }
    const { language } = turn.tell;
    const next = reading.kind === 'not-mine' ? await this.interrupted(turn, reason) : 'same';
    // A press that did nothing here leaves what stands above the card.
    if (turn.act.kind === 'verb' && turn.tell.language === language) turn.note ??= noteOf(dc.activeDialog);
    const missed = reading.kind === 'again' || next === 'not-understood' || (typeof next === 'object' && 'ask' in next);
    if (dc.activeDialog) {
      // What was typed and could not be read is not lost by a question in between; secrets are kept nowhere.
      const kept = reading.kind === 'again' && !secret ? { typed: reading.typed } : {};
      const why = reading.kind === 'again' ? { reason: reading.problem } : {};
      Object.assign(dc.activeDialog.state, { misses: missed ? misses + 1 : 0 }, kept, why);
    }
    if (missed) offerPerson(turn, misses + 1);
    if (typed && reading.kind !== 'again' && Object.keys(turn.typed).length === 0) turn.typed = typed;
    return this.follow(dc, next);
  }

  /** Back from the question what was meant: goes there, or reads what is no answer to it. Back from a person: goes on here. */
  override async resumeDialog(dc: DialogContext, _reason: DialogReason, result?: Over): Promise<DialogTurnResult> {
    if (result && result.kind !== 'answer') return this.follow(dc, 'same');
    if (!result || result.answer.meant === 'none') return this.continueDialog(dc);
    return this.follow(dc, await handleGuess(turnOf(dc.context), result.answer, this.screen.name));
  }

  /** What the screen could not read: commands and questions, buttons of other cards; who asks why is told the reason again. */
  private async interrupted(turn: Turn, reason: string | undefined): Promise<Next> {
    const { act } = turn;
    if (act.kind === 'arrival') return 'same';
    if (act.kind === 'verb') return handleButton(turn, act, this.screen.name);
    const said = saidIn(turn, act);
    if (reason === undefined || !asksWhy(said)) return handleText(turn, said, this.screen.name);
    turn.note = { text: reason, tone: 'attention' };
    return 'same';
  }

  private async follow(dc: DialogContext, next: Next): Promise<DialogTurnResult> {
    if (next === 'stay-silent') return Dialog.EndOfTurn;
    if (next === 'back') return dc.endDialog({ kind: 'back' });
    if (next === 'give-up' && laidOver(dc)) return dc.endDialog({ kind: 'gone' });
    if (next === 'home' || next === 'give-up') return startOver(dc);
    if (typeof next === 'object') return 'ask' in next ? dc.beginDialog(asking, next.ask) : this.leave(dc, next);
    return (await this.shown(turnOf(dc.context), dc.activeDialog)) ? Dialog.EndOfTurn : dc.endDialog({ kind: 'gone' });
  }

  /** To another flow. A request for help lies over what is under way, which goes on after it. */
  private leave(dc: DialogContext, next: Destination): Promise<DialogTurnResult> {
    if (next.go !== contacting || this.screen.name === 'home') return startOver(dc, next);
    if (!dc.stack.some(({ id }) => id === contacting)) return dc.beginDialog(contacting, next.plea ?? {});
    // Asked for again where it is being written.
    return next.plea?.draft?.said ? startOver(dc, next) : this.follow(dc, 'same');
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    await this.shown(turnOf(context), instance);
  }

  private async shown(turn: Turn, instance: DialogInstance | undefined): Promise<boolean> {
    const card = await this.screen.draw(turn, placeOf<Place>(instance));
    if (!card) return false;
    if (instance) Object.assign(instance.state, { note: turn.note, told: turn.tells });
    const { name, secret } = this.screen;
    turn.expects = await expectedOn(turn, name);
    const here = instance?.state.here || (secret === 'code' && turn.typesHere);
    if (secret && turn.windows && !here) turn.show(coverCard(turn.tell, card, name, secret), inWindow(card));
    else turn.show(card);
    return true;
  }
}

/** After so many misses in a row, a person is offered. */
const enough = 2;

function offerPerson(turn: Turn, misses: number): void {
  if (misses < enough) return;
  const offer = turn.tell('person.offer', { name: contactName(turn.tell, turn.policy.contact) });
  turn.note = { text: turn.note ? `${turn.note.text} ${offer}` : offer, tone: 'attention' };
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
  if (act.data.from !== undefined) return act.data.from !== screen;
  return !act.live && act.data.challenge === undefined && screen !== 'home';
}

/** What is kept of a screen while it waits. */
interface Waiting<Place> {
  readonly place: Place;
  /** Its secrets are typed into the chat. */
  readonly here?: true;
  readonly misses?: number;
  readonly typed?: Turn['typed'];
  /** What was said above the card: whoever clicks twice sees it, too. */
  readonly note?: Turn['note'];
  /** The answer that stands beside it. */
  readonly told?: string;
  /** Why the last value given here was not taken. */
  readonly reason?: string;
}

/** What is said above the card that is on show. */
export function noteOf(instance: DialogInstance | undefined): Turn['note'] {
  return instance && stateOf(instance).note;
}

function stateOf<Place extends object>(instance: DialogInstance | undefined): Waiting<Place> {
  // The stack is our own, versioned record; its shape is that of the screen that put it there.
  return (instance as { state: Waiting<Place> }).state;
}

function placeOf<Place extends object>(instance: DialogInstance | undefined): Place {
  return stateOf<Place>(instance).place;
}

/** Whether the screen on show lies over another one, which waits below. */
function laidOver({ stack, dialogs }: DialogContext): boolean {
  return stack.slice(0, -1).some(({ id }) => dialogs.find(id) instanceof WaitForCard);
}

/** Leaving a flow gives its proof up: a code on its way is called back. */
async function startOver(dc: DialogContext, destination?: Destination): Promise<DialogTurnResult> {
  const { enrolment, asker } = turnOf(dc.context);
  await enrolment.abandon(asker.employee);
  await dc.cancelAllDialogs();
  return dc.beginDialog('main', destination ?? {});
}
