import { z } from 'zod';
import type { Rehearsal, RehearsalStep } from '../../bot/domain/diagnosis/rehearsal.ts';
import { evidenceSentence, gapsInWords } from '../../bot/texts/finding-sentences.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { type Card, cardFrom, type Note } from '../parts/render.ts';
import structure from './answer.json' with { type: 'json' };
import { bullet } from './answer.ts';

/** What the card sends back. */
export const rehearsalForm = z.object({ verb: z.enum(['prove-one', 'why-this', 'done']) });

const build = cardFrom(structure);

/** The portal's checks on what is known, step by step. */
export function rehearsalCard(tell: Tell, { steps, prove }: Rehearsal, note?: Note): Card {
  const failed = steps.find(({ kind }) => kind === 'failed');
  const seen = steps.some(({ kind }) => kind === 'passed');
  return build(
    tell,
    {
      title: tell('rehearsal.title'),
      sections: [
        {
          heading: tell(failed ? 'rehearsal.fails' : seen ? 'rehearsal.works' : 'rehearsal.unseen'),
          lines: steps.map((step) => ({ text: stepLine(tell, step) })),
        },
        ...(failed?.kind === 'failed'
          ? [
              {
                heading: tell('why.because'),
                lines: [
                  { text: tell(`${failed.situation}.why`) },
                  ...failed.evidence.slice(0, 3).map((one) => ({ text: bullet(evidenceSentence(tell, one)) })),
                  { text: tell(`${failed.situation}.now`) },
                ],
              },
            ]
          : []),
      ],
      asides: prove ? [{ text: tell('rehearsal.prove') }] : [],
    },
    [
      ...(failed ? [{ title: tell('rehearsal.show'), verb: 'why-this' as const, primary: true }] : []),
      ...(prove ? [{ title: tell('rehearsal.send'), verb: 'prove-one' as const, primary: !failed }] : []),
      { title: tell('rehearsal.done'), verb: 'done' },
    ],
    note,
  );
}

const marks = { passed: '✓', failed: '✗', 'could-not-see': '?' } as const;

function stepLine(tell: Tell, step: RehearsalStep): string {
  const check = `${marks[step.kind]} ${tell(`check.${step.check}`)}`;
  if (step.kind !== 'could-not-see') return tell('rehearsal.line', { check, state: tell(`rehearsal.${step.kind}`) });
  const dark = step.gaps.filter(({ why }) => why !== 'looking');
  if (dark.length < step.gaps.length) return tell('rehearsal.line', { check, state: tell('rehearsal.looking') });
  const state = dark.length > 0 ? tell('finding.gaps', { gaps: gapsInWords(tell, dark) }) : tell('rehearsal.only-then');
  return tell('rehearsal.line', { check, state });
}
