import { masked, maskedOf, maskedThere } from '../../cards/parts/masked.ts';
import {
  haltSentence,
  lapseSentence,
  lastSaid,
  levelSentence,
  listed,
  methodState,
  obstacleLines,
  onFile,
  onItsWay,
  progressText,
  type ReadinessStanding,
} from '../../cards/parts/readiness-words.ts';
import type { AccountFacts } from '../domain/account/facts.ts';
import type { EmployeeKey, Person } from '../domain/account/person.ts';
import type { Prefilled } from '../domain/account/prefilled.ts';
import { frozenUntil } from '../domain/enrolment/proof.ts';
import { confirmBy, hasEnough, isReady } from '../domain/enrolment/readiness.ts';
import type { MethodName } from '../domain/methods/method.ts';
import type { Role } from '../domain/roles.ts';
import type { Instant } from '../domain/time.ts';
import type { Tell } from '../texts/tell.ts';
import { deskPages } from './desk-pages.ts';
import type { MethodRow, MyView } from './page-data.ts';

/** What is known of the reader. */
export interface MyState extends ReadinessStanding {
  readonly person: Person;
  readonly tickets: readonly OpenTicket[];
  readonly roles: ReadonlySet<Role>;
  /** What the directory sees, where a reset goes by what the reset service has. */
  readonly there: AccountFacts | null;
  /** The directory answered. */
  readonly complete: boolean;
  /** What was filled in for them and waits for their answer: it does not count before. */
  readonly waiting: readonly Prefilled[];
}

export function myView(tell: Tell, mine: MyState): MyView {
  const { person, readiness, tickets, there } = mine;
  const elsewhere = there !== null && !readiness.written;
  return {
    kind: 'mine',
    language: tell.language,
    title: tell('tab.title'),
    notes: [
      ...haltNote(tell, mine),
      ...(mine.complete ? (there ? reportNote(tell, there) : []) : [tell('tab.problem.directory')]),
    ],
    sentences: sentencesOf(tell, mine, elsewhere),
    proven: Math.min(readiness.proven.length, readiness.required),
    required: readiness.required,
    sign: readiness.obstacles.length > 0 ? 'stopped' : hasEnough(readiness) ? 'ready' : 'none',
    progress: progressText(tell, readiness),
    due: { title: tell('tab.due'), rows: readiness.due.map((method) => dueRow(tell, method, person)) },
    methods: {
      title: tell('tab.methods'),
      rows: (elsewhere ? [...readiness.proven, ...readiness.ended] : listed(person, readiness)).map((method) =>
        there && readiness.registered.includes(method) ? rowThere(tell, method, there) : methodRow(tell, method, mine),
      ),
    },
    tickets: {
      title: tell('tab.tickets'),
      none: tell('tab.tickets.none'),
      rows: tickets.map(({ number, state, since }) => ({
        name: tell('tab.ticket', { number, date: tell.date(since) }),
        state: tell(`tab.ticket.${state}`),
      })),
    },
    privacy: { title: tell('tab.privacy'), text: tell('privacy.text') },
    chat: tell('tab.chat'),
    organisation: mine.roles.has('supporter') ? tell('tab.organisation') : null,
    pages: deskPages(tell, mine.roles),
  };
}

function sentencesOf(tell: Tell, mine: MyState, elsewhere: boolean): readonly string[] {
  const stopped = obstacleLines(tell, mine);
  return stopped.length > 0 ? stopped : [sentenceOf(tell, mine, elsewhere)];
}

function sentenceOf(tell: Tell, { person, readiness, waiting }: MyState, elsewhere: boolean): string {
  if (isReady(readiness) && onItsWay(person)) return tell('finish.onItsWay');
  if (readiness.lapse) return lapseSentence(tell, readiness.lapse);
  const ready = elsewhere
    ? tell(isReady(readiness) ? 'there.ready' : 'there.notReady')
    : levelSentence(tell, readiness);
  if (isReady(readiness) || waiting.length === 0) return ready;
  return `${ready} ${tell(elsewhere ? 'there.onFile' : 'home.onFile', { values: onFile(tell, waiting) })}`;
}

/** Nothing can be changed for now, and until when. */
function haltNote(tell: Tell, { person, now }: MyState): readonly string[] {
  const until = frozenUntil(person, now);
  return until === null ? [] : [haltSentence(tell, person, tell.moment(until))];
}

function reportNote(tell: Tell, { report }: AccountFacts): readonly string[] {
  return report.kind === 'seen' ? [tell('there.report', { time: tell.moment(report.value.at) })] : [];
}

function rowThere(tell: Tell, method: MethodName, there: AccountFacts): MethodRow {
  const address = maskedThere(method, there);
  return { name: tell(`method.${method}`), address, state: tell('there.registered'), next: '', tone: 'good' };
}

function dueRow(tell: Tell, method: MethodName, person: Person): string {
  return tell('tab.dueRow', { method: tell(`method.${method}`), date: tell.date(lastSaid(person, method)) });
}

function methodRow(tell: Tell, method: MethodName, { person, policy, readiness, waiting }: MyState): MethodRow {
  const name = tell(`method.${method}`);
  const value = waiting.find((one) => one.method === method);
  if (value && !person.methods[method]) {
    const address = masked(value.method, value.address);
    return { name, address, state: tell('home.state.on-file'), next: '', tone: 'open' };
  }
  if (readiness.ended.includes(method)) {
    const address = maskedOf(person.methods, method) ?? '';
    return { name, address, state: tell('home.state.ended'), next: '', tone: 'attention' };
  }
  if (!person.methods[method]) return { name, address: '', state: tell('home.state.unset'), next: '', tone: 'open' };
  const address = maskedOf(person.methods, method) ?? '';
  const state = methodState(tell, method, person, readiness);
  if (readiness.due.includes(method)) return { name, address, state, next: '', tone: 'attention' };
  const at = confirmBy(person, method, policy);
  return {
    name,
    address,
    state,
    next: Number.isFinite(at) ? tell('tab.checkAgain', { date: tell.date(at) }) : '',
    // Set up, but no longer counted: the policy has changed, or the directory has another office phone.
    tone: readiness.proven.includes(method) ? 'good' : 'attention',
  };
}

/** How far a request for help has come, as its sender sees it. */
export type OpenTicketState = 'open' | 'claimed' | 'returned';

export interface OpenTicket {
  /** As people say it: `R-0427`. */
  readonly number: string;
  readonly state: OpenTicketState;
  readonly since: Instant;
}

/** The requests of one employee that are not settled, newest first. */
export type OpenTickets = (employee: EmployeeKey) => Promise<readonly OpenTicket[]>;
