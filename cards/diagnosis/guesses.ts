import { z } from 'zod';
import { type SituationNumber, situationNumbers } from '../../bot/domain/diagnosis/situation-ids.ts';
import type { Policy } from '../../bot/domain/policy.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { contactName } from '../home.ts';
import { type Button, type Card, cardFrom } from '../parts/render.ts';
import structure from './guesses.json' with { type: 'json' };

/** What can be offered as a meaning. */
const meanings = [
  'register',
  'confirm',
  'manage',
  'status',
  'why-failed',
  'contact',
  'privacy',
  'rehearse',
  'reset-now',
  'language',
  'help',
] as const;

/** What a sentence may have meant. */
type Guess =
  | { readonly kind: 'intent'; readonly intent: string }
  | { readonly kind: 'situation'; readonly situation: SituationNumber };

/** What the card sends back. */
export const guessForm = z.object({
  verb: z.literal('meant'),
  meant: z.enum(meanings),
  situation: z.enum(situationNumbers).optional().catch(undefined),
});
export type GuessAnswer = z.infer<typeof guessForm>;

const build = cardFrom(structure);

/** "Do you mean one of these?" A person is always among them. */
export function guessesCard(tell: Tell, { contact }: Policy, guesses: readonly Guess[]): Card {
  const meant = (meaning: GuessAnswer['meant'], situation?: string): Button => ({
    title:
      meaning === 'contact' ? tell('guess.contact', { name: contactName(tell, contact) }) : tell(`guess.${meaning}`),
    verb: 'meant',
    data: { meant: meaning, ...(situation ? { situation } : {}), from: 'guesses' },
  });
  const buttons = guesses.flatMap((guess) => {
    if (guess.kind === 'situation') return [meant('why-failed', guess.situation)];
    const meaning = meanings.find((one) => one === guess.intent);
    return meaning ? [meant(meaning)] : [];
  });
  const all = [...buttons, meant('contact')];
  return build(tell, { title: tell('guess.title'), text: tell('guess.text') }, [
    ...all.filter(({ title }, at) => all.findIndex((other) => other.title === title) === at),
    { title: tell('button.back'), verb: 'back', data: { from: 'guesses' }, leaves: true },
  ]);
}
