import { z } from 'zod';
import {
  numberOf,
  type SituationId,
  type SituationNumber,
  situationNumbered,
  situationNumbers,
} from '../../bot/domain/diagnosis/situation-ids.ts';
import type { Policy } from '../../bot/domain/policy.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { contactName } from '../parts/contact-words.ts';
import { type Button, type Card, cardFrom, type Note } from '../parts/render.ts';
import structure from './ask-why.json' with { type: 'json' };
import guessed from './guesses.json' with { type: 'json' };

/** What the card sends back. */
export const askWhyForm = z.discriminatedUnion('verb', [
  z.object({
    verb: z.literal('why'),
    said: z.string().default(''),
    picked: z.enum(situationNumbers).optional().catch(undefined),
  }),
  z.object({ verb: z.literal('why-unknown') }),
  z.object({ verb: z.literal('would-work') }),
]);

/** What most people see, in the order in which a reset meets it. */
const common: readonly SituationId[] = [
  'not-registered',
  'not-enabled',
  'kept-on-premises',
  'too-few-methods',
  'blocked',
  'no-text-or-call',
  'no-email',
  'number-not-taken',
  'unknown-user',
  'questions-not-taken',
  'against-the-rules',
  'too-common',
  'not-everywhere-yet',
  'works-after-network',
  'all-lost',
  'unasked-mail',
  'asked-again',
  'place-not-allowed',
];

const build = cardFrom(structure);

/** Asks what the person saw: in their words, pasted, or from a short list. */
export function askWhyCard(tell: Tell, typed: string, picked: SituationNumber | undefined, note?: Note): Card {
  const before = picked && situationNumbered(picked);
  const offered = before && !common.includes(before) ? [before, ...common] : common;
  return build(
    tell,
    {
      title: tell('ask.title'),
      intro: tell('ask.intro'),
      said: tell('ask.said'),
      picked: tell('ask.picked'),
      safe: tell('why.safe'),
      typed,
      chosen: picked ?? '',
      choices: offered.map((id) => ({ title: tell(`${id}.happened`), value: numberOf(id) })),
    },
    [
      { title: tell('ask.go'), verb: 'why', primary: true },
      { title: tell('ask.noIdea'), verb: 'why-unknown', leaves: true },
      { title: tell('guess.rehearse'), verb: 'would-work', leaves: true },
      { title: tell('button.back'), verb: 'back', data: { from: 'ask-why' }, leaves: true },
    ],
    note,
  );
}

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

const buildGuesses = cardFrom(guessed);

/** "Do you mean one of these?" A person is always among them. */
export function guessesCard(tell: Tell, { contact }: Policy, guesses: readonly Guess[], note?: Note): Card {
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
  const none = buttons.length === 0;
  const all = [...buttons, meant('contact'), ...(none ? [meant('help')] : [])];
  const offered: readonly Button[] = [
    ...all.filter(({ title }, at) => all.findIndex((other) => other.title === title) === at),
    { title: tell('button.back'), verb: 'back', data: { from: 'guesses' }, leaves: true },
  ];
  return buildGuesses(
    tell,
    { title: tell('guess.title'), text: tell(none ? 'guess.none' : 'guess.text') },
    offered,
    note,
  );
}
