import { z } from 'zod';
import type { Person } from '../../bot/domain/account/person.ts';
import { type MethodChange, outOfUse, recentChanges } from '../../bot/domain/methods/change.ts';
import { methodsLeftAlone } from '../../bot/domain/methods/revert-change.ts';
import type { Instant } from '../../bot/domain/time.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { pageCard } from '../parts/page.ts';
import { methodList } from '../parts/readiness-words.ts';
import { type Button, type Card, cardFrom, type Note } from '../parts/render.ts';
import structure from './not-me.json' with { type: 'json' };

/** What the card sends back. */
export const notMeForm = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('take-out'), change: z.string().max(200).default('') }),
  z.object({ verb: z.literal('bring-back') }),
  z.object({ verb: z.literal('later') }),
]);

const build = cardFrom(structure);
/** More than anybody makes in seven days. The oldest stays as well: with it, everything can be taken out of use. */
const mostShown = 50;

/** The changes of the last seven days, to choose the oldest that was not theirs; and what waits to come back. */
export function notMeCard(tell: Tell, person: Person, now: Instant, note?: Note): Card {
  const all = recentChanges(person, now);
  const changes = all.length > mostShown ? [...all.slice(0, 1), ...all.slice(1 - mostShown)] : all;
  const out = [...outOfUse(person.doubt).keys()];
  const byProof = out.length > 0 && methodsLeftAlone(person).length > 0;
  const choices = changes.map((change) => ({ title: changeSentence(tell, change), value: change.id }));
  const lines = [
    ...(choices.length > 0 ? [tell('notMe.intro')] : []),
    ...(out.length > 0 ? [tell('notMe.waits', { methods: methodList(tell, out) })] : []),
    ...(out.length > 0 && !byProof ? [tell('outcome.it-brings-back')] : []),
  ];
  const take: Button = { title: tell('notMe.out'), verb: 'take-out', primary: true };
  const back: Button = { title: tell('notMe.back'), verb: 'bring-back', leaves: true };
  const later: Button = { title: tell('button.cancel'), verb: 'later', leaves: true };
  return build(
    tell,
    {
      title: tell('notMe.title'),
      lines: lines.map((text) => ({ text })),
      changes: choices.length > 0 ? [{ label: tell('notMe.label'), choices }] : [],
    },
    [...(choices.length > 0 ? [take] : []), ...(byProof ? [back] : []), later],
    note,
  );
}

/** Asks once before a change is disowned: which one, from when, and what comes of it. */
export function notMineCard(tell: Tell, change: MethodChange, note?: Note): Card {
  const lines = [changeSentence(tell, change), tell('notMe.comes')];
  return pageCard(
    tell,
    tell('notMe.ask'),
    lines,
    [
      { title: tell('notMe.yes'), verb: 'take-out', data: { change: change.id }, primary: true },
      { title: tell('notMe.no'), verb: 'later', leaves: true },
    ],
    note,
  );
}

/** Tells of a change, with the way to disown it. */
export function noticeCard(tell: Tell, change: MethodChange): Card {
  const lines = [changeSentence(tell, change), tell('notice.calm')];
  return pageCard(tell, tell('notice.title'), lines, [
    { title: tell('notice.notMe'), verb: 'not-me', data: { change: change.id } },
  ]);
}

/** "Phone: changed on 23 November 2026 at 14:05." */
export function changeSentence(tell: Tell, change: MethodChange): string {
  return tell(`notice.${change.what}`, { method: tell(`method.${change.method}`), time: tell.moment(change.at) });
}
