import { z } from 'zod';
import { longestDispute } from '../../bot/domain/enrolment/reconfirmation.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { masked, undialled } from '../parts/masked.ts';
import { pageCard } from '../parts/page.ts';
import { type Card, cardFrom, type Note } from '../parts/render.ts';
import structure from './wrong-value.json' with { type: 'json' };

/** What the cards send back. */
export const officeForm = z.object({ verb: z.enum(['call-office', 'wrong']) });
export const wrongValueForm = z.object({ verb: z.literal('dispute'), said: z.string().default('') });

/** The office phone: only an administrator can set it, so it can only be confirmed or called wrong. @param number E.164, with its extension @param dials calls reach one */
export function officeCard(tell: Tell, number: string, note?: Note, dials = false): Card {
  const lines = [
    tell('office.number', { address: masked('office-phone', number) }),
    ...undialled(tell, number, dials),
    tell('office.intro'),
  ];
  return pageCard(
    tell,
    tell('office.title'),
    lines,
    [
      { title: tell('office.call'), verb: 'call-office', primary: true },
      { title: tell('office.wrong'), verb: 'wrong' },
      { title: tell('button.back'), verb: 'back', data: { from: 'office' }, leaves: true },
    ],
    note,
  );
}

const build = cardFrom(structure);

/** What is wrong with a value that only an administrator can set. */
export function wrongValueCard(tell: Tell, typed: string, note?: Note): Card {
  return build(
    tell,
    {
      title: tell('wrong.title'),
      intro: tell('wrong.intro'),
      label: tell('wrong.label'),
      typed,
      longest: longestDispute,
    },
    [
      { title: tell('wrong.send'), verb: 'dispute', primary: true },
      { title: tell('button.back'), verb: 'back', data: { from: 'wrong-value' }, leaves: true },
    ],
    note,
  );
}
