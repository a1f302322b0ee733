import { z } from 'zod';
import { capitalised, type Tell } from '../bot/texts/tell.ts';
import structure from './faq.json' with { type: 'json' };
import { resetPage } from './parts/keep-words.ts';
import { type Button, type Card, cardFrom } from './parts/render.ts';

/** Where the button below an answer leads; reset: to the reset page, which nobody comes back from. */
export const nextSteps = ['register', 'manage', 'confirm', 'rehearse', 'why-failed', 'contact', 'help'] as const;
export type NextStep = (typeof nextSteps)[number] | 'reset';

/** What the card sends back; `about`: which answer it was. */
export const faqForm = z.object({ verb: z.literal('next-step'), step: z.enum(nextSteps), about: z.string() });

const build = cardFrom(structure);

/** An answer to a question that belongs to no flow: it stands beside whatever else is talked about. @param steps best first */
export function faqCard(tell: Tell, about: string, lines: readonly string[], steps: readonly NextStep[]): Card {
  return build(
    tell,
    { lines: lines.map((line) => ({ text: capitalised(line) })) },
    steps.map((step) => buttonFor(tell, about, step)),
  );
}

function buttonFor(tell: Tell, about: string, step: NextStep): Button {
  if (step === 'reset') return { title: tell('remedy.open.reset'), verb: 'open', url: resetPage(tell) };
  const title = step === 'contact' ? tell('home.contactButton') : tell(`guess.${step}`);
  return { title, verb: 'next-step', data: { step, about } };
}
