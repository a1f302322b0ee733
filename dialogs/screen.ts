import type { WaterfallStepContext } from 'botbuilder-dialogs';
import type { MethodName } from '../bot/domain/methods/method.ts';
import type { Card } from '../cards/parts/render.ts';
import type { Secret } from '../cards/parts/window.ts';
import type { Given } from './enrolment/given.ts';
import type { Act, Turn } from './turn.ts';

/** A card and how to read what comes back, clicked or typed. `Place` is all that the dialog state keeps of it. */
export interface Screen<Place, Answer> {
  readonly name: string;
  /** What is typed or shown is a secret: it stands in a window where the client opens one. */
  readonly secret?: Secret;
  /** undefined: there is nothing left to show here. */
  draw(turn: Turn, place: Place): Promise<Card | undefined>;
  read(turn: Turn, act: Act, place: Place): Reading<Answer> | Promise<Reading<Answer>>;
}

/** What a screen makes of something the person did. */
export type Reading<Answer> =
  | { readonly kind: 'answer'; readonly answer: Answer; readonly retired?: string }
  /** Meant for this screen, but something has to be put right; `problem` says what. */
  | { readonly kind: 'again'; readonly problem: string; readonly typed: Readonly<Record<string, string>> }
  /** Dealt with in words; the same screen again. */
  | { readonly kind: 'said' }
  /** Not this, as it turns out: the screen before. */
  | { readonly kind: 'back' }
  | { readonly kind: 'not-mine' };

/** How a screen ends: with its answer, back to the one before, or since what it was about is over. */
export type ScreenResult<Answer> =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'back' }
  | { readonly kind: 'gone' };

/** The answer to the screen that the step before has shown; undefined: it ended in another way. */
export function screenAnswer<Place, Answer>(
  { result }: WaterfallStepContext,
  _screen: Screen<Place, Answer>,
): Answer | undefined {
  const ended = result as ScreenResult<Answer> | undefined;
  return ended?.kind === 'answer' ? ended.answer : undefined;
}

/** How a flow ends. A screen's answer is read by `screenAnswer`. */
export type FlowEnd =
  | ScreenResult<unknown>
  | { readonly kind: 'method-proven'; readonly method: MethodName }
  | { readonly kind: 'identity-proven' | 'code-used-up' }
  /** Another value, which may have been said already, or another way. */
  | { readonly kind: 'change'; readonly given?: Given | undefined };

/** How what the step before has begun came to its end; undefined: it says nothing. */
export function flowEnd({ result }: WaterfallStepContext): FlowEnd | undefined {
  return result as FlowEnd | undefined;
}

/** Remembers the id of what a flow is about from one step to the next. */
export function rememberId(step: WaterfallStepContext, challenge: string): void {
  (step.values as Kept).challenge = challenge;
}

export function rememberedId(step: WaterfallStepContext): string {
  return (step.values as Kept).challenge ?? '';
}

/** The library leaves open what a flow may remember. */
interface Kept {
  challenge?: string;
}

/** What somebody gave fills the step of a screen that would have asked; where it can't be read, the screen says why. */
export function followed<Answer>(step: WaterfallStepContext, turn: Turn, read: Reading<Answer>, screen: string) {
  if (read.kind === 'answer') {
    if (read.retired) turn.retire(read.retired);
    return step.next(read);
  }
  if (read.kind === 'again') {
    turn.note = { text: read.problem, tone: 'attention' };
    turn.typed = read.typed;
  }
  return step.beginDialog(screen, {});
}
