import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startBot } from '../support/bot.ts';
import { figure, share } from '../support/figure.ts';
import { screenNames, turnedClock } from '../support/screens.ts';
import { seedOfRun } from '../support/seeded.ts';
import { apart, type Walked, walked } from '../support/walked-road.ts';
import { eighthEnglishRoads } from './typed-roads/eighth-english.ts';
import { eighthSwedishRoads } from './typed-roads/eighth-swedish.ts';
import { eleventhEnglishRoads } from './typed-roads/eleventh-english.ts';
import { eleventhSwedishRoads } from './typed-roads/eleventh-swedish.ts';
import { englishRoads } from './typed-roads/english.ts';
import { fifthEnglishRoads } from './typed-roads/fifth-english.ts';
import { fifthSwedishRoads } from './typed-roads/fifth-swedish.ts';
import { fourthEnglishRoads } from './typed-roads/fourth-english.ts';
import { fourthSwedishRoads } from './typed-roads/fourth-swedish.ts';
import { hurriedEnglishRoads } from './typed-roads/hurried-english.ts';
import { hurriedSwedishRoads } from './typed-roads/hurried-swedish.ts';
import { ninthEnglishRoads } from './typed-roads/ninth-english.ts';
import { ninthSwedishRoads } from './typed-roads/ninth-swedish.ts';
import { roadsOnEachScreen } from './typed-roads/on-each-screen.ts';
import type { Road } from './typed-roads/road.ts';
import { secondEnglishRoads } from './typed-roads/second-english.ts';
import { secondSwedishRoads } from './typed-roads/second-swedish.ts';
import { seventhEnglishRoads } from './typed-roads/seventh-english.ts';
import { seventhSwedishRoads } from './typed-roads/seventh-swedish.ts';
import { sixthEnglishRoads } from './typed-roads/sixth-english.ts';
import { sixthSwedishRoads } from './typed-roads/sixth-swedish.ts';
import { swedishRoads } from './typed-roads/swedish.ts';
import { tenthEnglishRoads } from './typed-roads/tenth-english.ts';
import { tenthSwedishRoads } from './typed-roads/tenth-swedish.ts';
import { thirdRoads } from './typed-roads/third.ts';
import { thirteenthEnglishRoads } from './typed-roads/thirteenth-english.ts';
import { thirteenthSwedishRoads } from './typed-roads/thirteenth-swedish.ts';
import { twelfthEnglishRoads } from './typed-roads/twelfth-english.ts';
import { twelfthSwedishRoads } from './typed-roads/twelfth-swedish.ts';

/**
 * Screens no typed road begins on: a wrong value is reached by words as well; what questions, answers, apps and callers take
 * is typed into the card; Microsoft's page is another's.
 */
const elsewhere: ReadonlySet<string> = new Set([
  'a wrong value',
  'questions',
  'answers to questions',
  'code of an app',
  'is it you who calls',
  "Microsoft's page",
]);

/** Sets of roads, by who wrote them: each was walked for the first time when it was whole. */
const sets = {
  'typed roads': { en: englishRoads, sv: swedishRoads },
  'typed roads in a hurry': { en: hurriedEnglishRoads, sv: hurriedSwedishRoads },
  'typed roads at length': { en: secondEnglishRoads, sv: secondSwedishRoads },
  'typed roads of beginners': thirdRoads,
  'one message on each screen': roadsOnEachScreen,
  'typed roads in between': { en: fourthEnglishRoads, sv: fourthSwedishRoads },
  'typed roads, fifth': { en: fifthEnglishRoads, sv: fifthSwedishRoads },
  'typed roads at work': { en: sixthEnglishRoads, sv: sixthSwedishRoads },
  'typed roads of many trades': { en: seventhEnglishRoads, sv: seventhSwedishRoads },
  'typed roads at the desk': { en: eighthEnglishRoads, sv: eighthSwedishRoads },
  'typed roads of everyday': { en: ninthEnglishRoads, sv: ninthSwedishRoads },
  'typed roads of a town': { en: tenthEnglishRoads, sv: tenthSwedishRoads },
  'typed roads of a hospital and a ship': { en: eleventhEnglishRoads, sv: eleventhSwedishRoads },
  'typed roads of a theatre and a farm': { en: twelfthEnglishRoads, sv: twelfthSwedishRoads },
  'typed roads of a museum and a court': { en: thirteenthEnglishRoads, sv: thirteenthSwedishRoads },
} as const satisfies Record<string, Record<'en' | 'sv', readonly Road[]>>;
type SetName = keyof typeof sets;
const setNames = Object.keys(sets) as readonly SetName[];
/** The newest ones, which are judged by the marks for people nobody has seen, in figures: not every road of theirs ends well. */
const fresh: ReadonlySet<SetName> = new Set([
  'typed roads in between',
  'one message on each screen',
  'typed roads, fifth',
  'typed roads at work',
  'typed roads of many trades',
  'typed roads at the desk',
  'typed roads of everyday',
  'typed roads of a town',
  'typed roads of a hospital and a ship',
  'typed roads of a theatre and a farm',
  'typed roads of a museum and a court',
]);

const roadsIn = (language: 'en' | 'sv') =>
  setNames.flatMap((set) => sets[set][language].map((road) => ({ set, road })));

for (const language of ['en', 'sv'] as const) {
  test(`typed roads begin on every screen and are told apart, ${language}`, () => {
    const roads = roadsIn(language).map(({ road }) => road);
    for (const set of setNames) assert.ok(sets[set][language].length >= 10);
    assert.equal(new Set(roads.map(({ name }) => name)).size, roads.length);
    const begun = new Set(roads.map(({ begins }) => begins));
    assert.deepEqual(
      screenNames.filter((name) => !begun.has(name) && !elsewhere.has(name)),
      [],
    );
    for (const { name, steps } of roads) {
      assert.ok(steps.length > 0, name);
      for (const { types } of steps) assert.ok(typeof types !== 'string' || types.trim() !== '', name);
    }
  });

  // An everyday run walks some of them; `FIGURES_FILE=FILE` walks all, and measures this file alone.
  test(`whole conversations can be typed, ${language}`, async () => {
    const seed = seedOfRun();
    const clock = turnedClock();
    const running = await startBot({ clock });
    const walks: (Walked & { readonly set: SetName })[] = [];
    try {
      // What is due comes half a year later.
      const inOrder = share(roadsIn(language), everyday, seed).toSorted(
        (one, other) => lateness(one.road) - lateness(other.road),
      );
      for (const { set, road } of inOrder) {
        clock.turn(apart);
        walks.push({ set, ...(await walked(road, language, running, clock)) });
      }
    } finally {
      await running.stop();
    }
    tellTurns(language, walks);
    const ofSet = (set: SetName) => walks.filter((walk) => walk.set === set);
    assert.deepEqual(
      setNames.flatMap((set) => tell(`${set}, ${language}`, ofSet(set), fresh.has(set))),
      [],
      `SEED=${seed}`,
    );
  });
}

/** Of so many roads one is walked on an everyday run; which ones, the seed says. */
const everyday = 8;

/** Where questions count, they do for everybody who comes after. */
const lateness = ({ begins }: Road) => (begins === 'what is due' ? 2 : Number(begins === 'questions'));

/** Prints what went wrong, with what was on screen then. @returns the roads that did not end well */
function tell(name: string, walks: readonly Walked[], fresh: boolean): readonly string[] {
  for (const { road, steps, end } of walks) {
    for (const { typed, problems, shown } of steps) {
      for (const problem of problems) process.stdout.write(`  ${road.name}: ${JSON.stringify(typed)}: ${problem}\n`);
      if (problems.length > 0) process.stdout.write(`${shown.replaceAll(/^/gmu, '    | ')}\n`);
    }
    for (const problem of end) process.stdout.write(`  ${road.name}, in the end: ${problem}\n`);
  }
  const steps = walks.flatMap((walk) => walk.steps);
  const right = steps.filter(({ problems }) => problems.length === 0).length;
  const whole = walks.filter(
    (walk) => walk.end.length === 0 && walk.steps.every(({ problems }) => problems.length === 0),
  );
  figure({
    test: name,
    measured: `${whole.length} of ${walks.length} whole, ${right} of ${steps.length} steps`,
    target: fresh ? 'at least 95 % of steps, 85 % whole' : 'all whole',
    met: fresh ? right >= 0.95 * steps.length && whole.length >= 0.85 * walks.length : whole.length === walks.length,
  });
  return fresh ? [] : walks.filter((walk) => !whole.includes(walk)).map(({ road }) => road.name);
}

/** How many messages it takes to get ready when everything is typed, over all sets. */
function tellTurns(language: 'en' | 'sv', walks: readonly Walked[]): void {
  const turns = walks.flatMap(({ untilReady }) => untilReady ?? []).sort((one, other) => one - other);
  const median = turns[Math.floor((turns.length - 1) / 2)];
  figure({
    test: `typed roads, ${language}: messages until ready`,
    measured: `${median ?? 'never ready'} (median of ${turns.length})`,
    target: 'at most 6',
    met: median !== undefined && median <= 6,
  });
}
