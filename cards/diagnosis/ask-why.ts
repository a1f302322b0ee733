import { z } from 'zod';
import { type SituationId, situationIds } from '../../bot/domain/diagnosis/situation-ids.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { type Card, cardFrom, type Note } from '../parts/render.ts';
import structure from './ask-why.json' with { type: 'json' };

/** What the card sends back. */
export const askWhyForm = z.discriminatedUnion('verb', [
  z.object({
    verb: z.literal('why'),
    said: z.string().default(''),
    picked: z.enum(situationIds).optional().catch(undefined),
  }),
  z.object({ verb: z.literal('why-unknown') }),
  z.object({ verb: z.literal('would-work') }),
]);

/** What most people see, in the order in which a reset meets it. */
const common: readonly SituationId[] = [
  'K3',
  'K2',
  'K1',
  'K14',
  'K13',
  'K18',
  'K19',
  'K20',
  'K21',
  'K22',
  'K23',
  'K24',
  'K12',
  'K36',
  'K33',
  'K34',
  'R2',
  'R11',
];

const build = cardFrom(structure);

/** Asks what the person saw: in their words, pasted, or from a short list. */
export function askWhyCard(tell: Tell, typed: string, picked: SituationId | undefined, note?: Note): Card {
  const offered = picked && !common.includes(picked) ? [picked, ...common] : common;
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
      choices: offered.map((value) => ({ title: tell(`${value}.happened`), value })),
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
