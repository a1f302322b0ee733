import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { withReports } from './support/function-starts.ts';
import type { Somebody } from './support/screens.ts';

/*
 * What one has to read to follow a road through the house: `npm run roads`.
 *
 * The rule. A hook puts a report at the start of every function of `bot`, `cards` and `dialogs` when its file is loaded (declared
 * functions, methods, accessors, arrows). The whole bot runs behind real HTTP on its real store, with a directory, a phone, a
 * mailbox and a support channel of the tests. A road begins with what the person's client sends. It is told up to the answer, and
 * up to the end, when nothing has been reported for a while after everything it leads to has been sent. Counted are
 *   files       of which at least one function ran,
 *   functions   that ran, each once,
 *   moves       from one report to the next in another file, in the order in which they came;
 *               and how many of them led into the store and into the domain.
 * A timer that goes off meanwhile only adds, and what is done the first time takes more: each road is walked by five people, and
 * the least of each count is told. `npm run roads -- <road>` prints its files in the order in which they are entered.
 */

const root = join(import.meta.dirname, '..');
const rooms = /^(?:bot|cards|dialogs)\//u;
/** The file of each function, by number. */
const fileOf: string[] = [];
/** Functions that ran, in order, while somebody is on a road. */
let entered: number[] | undefined;
const report = (number: number) => void entered?.push(number);
Object.assign(globalThis, { roadsReport: report });

registerHooks({
  load(url, context, next) {
    const file = url.startsWith('file:') ? relative(root, fileURLToPath(url)).replaceAll('\\', '/') : '';
    if (!rooms.test(file) || !file.endsWith('.ts')) return next(url, context);
    const source = stripTypeScriptTypes(readFileSync(fileURLToPath(url), 'utf8'));
    const reported = withReports(source, () => `roadsReport(${fileOf.push(file) - 1})`);
    return { format: 'module', source: reported, shortCircuit: true };
  },
});

// Only now, so that they are loaded through the hook.
const { roads, somebody, turnedClock } = await import('./support/screens.ts');
const { withButton } = await import('./support/teams-client.ts');
const { withPhone } = await import('./support/tickets-asked.ts');
const { supportScene } = await import('./support/tickets-team.ts');
const { until } = await import('./support/until.ts');

const clock = turnedClock();
const scene = await supportScene({ clock });
const { running } = scene;

interface Walk {
  readonly name: string;
  /** Up to where the road begins. */
  before(one: Somebody): Promise<unknown>;
  /** What the person does. */
  act(one: Somebody): Promise<unknown>;
  /** Whether all it leads to has been sent, besides the answer; looks at nothing of the bot's own. */
  sent?(one: Somebody): boolean;
}

const types = ({ chat }: Somebody, text: string) => chat.deliver(chat.envelope({ type: 'message', text }));
const sentTo = (to: string) => running.caught.messages.filter((message) => message.to === to).length;
const onBoard = () => scene.board().length;
let before = 0;

const walks: readonly Walk[] = [
  {
    name: 'phone',
    before: (one) => roads.phone(one, running, clock),
    act: (one) => types(one, one.typedNumber),
    sent: (one) => sentTo(one.number) > 0,
  },
  {
    name: 'not-me',
    async before(one) {
      await roads.remove(one, running, clock);
      await one.chat.click('remove-it');
      await until('the chat tells of the change', () => withButton(one.chat, 'not-me') !== undefined);
      await one.chat.click('not-me', {}, withButton(one.chat, 'not-me'));
    },
    act: (one) => one.chat.click('take-out', {}, withButton(one.chat, 'take-out')),
  },
  {
    name: 'SSPR_0010',
    before: (one) => roads.home(one, running, clock),
    act: (one) => types(one, 'SSPR_0010'),
  },
  {
    name: 'ticket-look',
    async before(one) {
      await withPhone(scene, clock, one);
      await one.chat.click('contact');
    },
    act: (one) => one.chat.click('contact-look', { said: 'The page stops.', reach: '', day: '', clock: '' }),
  },
  {
    name: 'ticket-send',
    async before(one) {
      await withPhone(scene, clock, one);
      await one.chat.click('contact');
      await one.chat.click('contact-look', { said: 'The page stops.', reach: '', day: '', clock: '' });
      before = onBoard();
    },
    act: (one) => one.chat.click('contact-send'),
    sent: () => onBoard() > before,
  },
];

/** Until nothing has been reported for this long, ms. */
const quiet = 150;

async function rest(): Promise<void> {
  for (let count = -1; count !== (entered?.length ?? 0); await pause(quiet)) count = entered?.length ?? 0;
}

interface Walked {
  readonly functions: readonly number[];
  /** How many of them before the answer. */
  readonly answered: number;
}

async function walked(walk: Walk): Promise<Walked> {
  const one = somebody(running);
  await walk.before(one);
  await pause(quiet);
  entered = [];
  await walk.act(one);
  const answered = entered.length;
  await until(`all of ${walk.name} is sent`, () => walk.sent?.(one) !== false);
  await rest();
  const functions = entered;
  entered = undefined;
  return { functions, answered };
}

function counted(functions: readonly number[]) {
  const files = functions.map((number) => fileOf[number] ?? '');
  const moves = files.filter((file, at) => at > 0 && file !== files[at - 1]);
  return {
    files: new Set(files).size,
    functions: new Set(functions).size,
    moves: moves.length,
    'into the store': moves.filter((file) => file.startsWith('bot/providers/store/')).length,
    'into the domain': moves.filter((file) => file.startsWith('bot/domain/')).length,
  };
}

type Counts = ReturnType<typeof counted>;

function least(all: readonly Counts[]): readonly number[] {
  const names = Object.keys(all[0] ?? {}) as (keyof Counts)[];
  return names.map((name) => Math.min(...all.map((one) => one[name])));
}

const times = 5;
const [, , wanted] = process.argv;
const heads = ['road', ...Object.keys(counted([]))];
const lines = [heads, heads.map(() => '---')].map((cells) => `| ${cells.join(' | ')} |`);
for (const walk of walks.filter(({ name }) => wanted === undefined || name === wanted)) {
  const all: Walked[] = [];
  while (all.length < times) all.push(await walked(walk));
  const toAnswer = all.map(({ functions, answered }) => functions.slice(0, answered));
  const toEnd = all.map(({ functions }) => functions);
  for (const [end, walks] of Object.entries({ answer: toAnswer, end: toEnd })) {
    lines.push(`| ${[`${walk.name}, to the ${end}`, ...least(walks.map(counted))].join(' | ')} |`);
  }
  const [shortest = []] = toEnd.toSorted((one, other) => one.length - other.length);
  const files = new Set(shortest.map((number) => fileOf[number]));
  if (wanted !== undefined) process.stdout.write(`${[...files].join('\n')}\n`);
}
await scene.stop();
process.stdout.write(`${lines.join('\n')}\n`);
process.exit(0);
