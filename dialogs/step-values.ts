import type { WaterfallStepContext } from 'botbuilder-dialogs';

/** Remembers the id of what a flow is about from one step to the next. */
export function keep(step: WaterfallStepContext, challenge: string): void {
  (step.values as Kept).challenge = challenge;
}

export function kept(step: WaterfallStepContext): string {
  return (step.values as Kept).challenge ?? '';
}

/** The library leaves open what a flow may remember. */
interface Kept {
  challenge?: string;
}
