import { z } from 'zod';
import type { Person } from '../../bot/domain/account/person.ts';
import type { Prefilled } from '../../bot/domain/account/prefilled.ts';
import type { Readiness } from '../../bot/domain/enrolment/readiness.ts';
import { type MethodName, type Methods, methodNames, setUp } from '../../bot/domain/methods/method.ts';
import type { Instant } from '../../bot/domain/time.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { masked, methodLine, undialled } from '../parts/masked.ts';
import { pageCard } from '../parts/page.ts';
import { levelSentence } from '../parts/readiness-words.ts';
import { type Card, cardFrom, type Note } from '../parts/render.ts';
import structure from './reconfirm.json' with { type: 'json' };

const confirmAnswers = ['still-mine', 'change', 'not-mine'] as const;
export type ConfirmAnswer = (typeof confirmAnswers)[number];

/** What the card sends back: one answer a method, under the method's name. */
export const confirmForm = z.object({
  verb: z.literal('confirm'),
  about: z.enum(['prefilled', 'due']),
  ...Object.fromEntries(methodNames.map((method) => [method, z.enum(confirmAnswers).optional().catch(undefined)])),
}) as z.ZodType<
  { readonly verb: 'confirm'; readonly about: 'prefilled' | 'due' } & {
    readonly [M in MethodName]?: ConfirmAnswer | undefined;
  }
>;

const build = cardFrom(structure);

type Typed = Readonly<Record<string, string>>;

/**
 * Values that were there before. Nothing is chosen beforehand: using them needs a yes.
 * @param dials calls reach an extension
 * @param written they may stand in the reset service, where they are changed by who has shown them first
 */
export function prefilledCard(
  tell: Tell,
  values: readonly Prefilled[],
  typed: Typed,
  written: boolean,
  note?: Note,
  dials = false,
): Card {
  const answers: readonly ConfirmAnswer[] = written ? ['still-mine', 'not-mine'] : ['still-mine', 'change', 'not-mine'];
  const rows = values.map(({ method, address }) => ({
    id: method,
    label: [
      tell('confirm.value', { method: tell(`method.${method}`), address: masked(method, address) }),
      ...undialled(tell, address, dials),
    ].join('. '),
    value: typed[method] ?? '',
    choices: method === 'office-phone' ? officeChoices(tell) : choices(tell, answers),
  }));
  return confirmCard(tell, 'prefilled', tell(written ? 'confirm.written' : 'confirm.prefilled'), rows, note);
}

/** Methods that are due to be looked at. "Still mine" is chosen beforehand: ten seconds are enough when all is right. */
export function dueCard(tell: Tell, methods: Methods, due: readonly MethodName[], typed: Typed, note?: Note): Card {
  const rows = due.map((method) => ({
    id: method,
    label: methodLine(tell, methods, method),
    value: typed[method] || 'still-mine',
    choices: method === 'office-phone' ? officeChoices(tell) : choices(tell, ['still-mine', 'change', 'not-mine']),
  }));
  return confirmCard(tell, 'due', tell('confirm.due'), rows, note);
}

interface Row {
  readonly id: MethodName;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
}

function confirmCard(
  tell: Tell,
  about: 'prefilled' | 'due',
  intro: string,
  rows: readonly Row[],
  note: Note | undefined,
): Card {
  return build(
    tell,
    { title: tell('confirm.title'), intro, rows },
    [
      { title: tell('confirm.go'), verb: 'confirm', data: { about }, primary: true },
      { title: tell('choose.later'), verb: 'back', data: { from: about }, leaves: true },
    ],
    note,
  );
}

function choices(tell: Tell, answers: readonly ConfirmAnswer[]): Row['choices'] {
  return answers.map((value) => ({ title: tell(`confirm.${value}`), value }));
}

/** Only an administrator can set it, so it can't be changed here. */
function officeChoices(tell: Tell): Row['choices'] {
  return [...choices(tell, ['still-mine']), { title: tell('confirm.wrong'), value: 'not-mine' }];
}

/** Asks whether what somebody has set up is still right; one click is enough when it is. @param due when to have answered */
export function reminderCard(tell: Tell, person: Person, due: Instant, now: Instant): Card {
  const when = due > now ? tell('reminder.soon', { date: tell.date(due) }) : tell('reminder.now');
  const lines = [when, ...setUp(person.methods).map((method) => methodLine(tell, person.methods, method))];
  return pageCard(tell, tell('reminder.title'), lines, [
    { title: tell('reminder.allRight'), verb: 'all-right', primary: true },
    { title: tell('reminder.changed'), verb: 'look-through' },
    { title: tell('reminder.later'), verb: 'snooze' },
  ]);
}

/** Tells from when on what somebody has is not enough any more, or that it is not, with the one step that cures it. */
export function lapseReminderCard(tell: Tell, readiness: Readiness): Card {
  return pageCard(
    tell,
    tell('reminder.lapse.title'),
    // What has ended already is no greeting.
    [readiness.level === 'none' ? tell('campaign.fell-back') : levelSentence(tell, readiness)],
    [
      { title: tell('home.add'), verb: 'stay-ready', primary: true },
      { title: tell('reminder.later'), verb: 'snooze' },
    ],
  );
}
