import { join } from 'node:path';
import type { Server } from 'restify';
import type { Clock } from '../domain/ports/system.ts';
import { dayRead } from '../domain/reset-service/end-dates.ts';
import { day, type Instant } from '../domain/time.ts';
import { type Inbox, openInbox } from '../providers/delivery/inbox/inbox.ts';
import { createInboxPage } from './inbox-page.ts';
import { type DemoPerson, demoPeople } from './people.ts';

/** What only local mode has: demo people, an inbox in place of phones and mailboxes, and a clock that can be put forward. */
export interface LocalMode {
  /** What the whole bot goes by. */
  readonly clock: LocalClock;
  readonly people: readonly DemoPerson[];
  readonly inbox: Inbox;
  routes(server: Server): void;
  play(text: string): Played | undefined;
  close(): void;
}

/** @param folder of the records; the inbox is kept beside them */
export async function openLocalMode(folder: string, passing: Clock): Promise<LocalMode> {
  const clock = localClock(passing);
  const inbox = await openInbox(join(folder, 'inbox.json'), clock);
  const page = createInboxPage(inbox);
  return {
    clock,
    people: demoPeople,
    inbox,
    routes: page.routes,
    play: (text) => readPlay(demoPeople, clock, text),
    close: page.close,
  };
}

/** What `/as <name>` or `/date <day>` comes to. */
export type Played =
  | { readonly kind: 'as'; readonly objectId: string; readonly name: string }
  /** There is nobody by that name; `names` are those there are. */
  | { readonly kind: 'nobody'; readonly names: string }
  | { readonly kind: 'date'; readonly at: Instant }
  | { readonly kind: 'no-date' };

/** Reads `/as <name>`: the chat goes on as that person; or `/date <day>`: on that day. undefined: something else was typed. */
function readPlay(people: readonly DemoPerson[], clock: LocalClock, text: string): Played | undefined {
  const date = /^\/date\b\s*(.*)$/iu.exec(text.trim())?.[1];
  if (date !== undefined) return dated(clock, date);
  const name = /^\/as\b\s*(.*)$/iu.exec(text.trim())?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  const person = people.find((one) => one.as === name || one.name.toLowerCase() === name);
  return person
    ? { kind: 'as', objectId: person.employee.objectId, name: person.name }
    : { kind: 'nobody', names: people.map((one) => one.as).join(', ') };
}

function dated(clock: LocalClock, text: string): Played {
  const start = dayRead(text);
  return text === '' || start !== undefined ? { kind: 'date', at: clock.put(start) } : { kind: 'no-date' };
}

/** A clock that can be put forward, to see what a date brings. */
export interface LocalClock extends Clock {
  /** Makes it that day, at the hour it is now; undefined: today again. Returns what time it is then. @param start of the day, UTC */
  put(start: Instant | undefined): Instant;
}

export function localClock(clock: Clock): LocalClock {
  let ahead = 0;
  const now = () => clock() + ahead;
  return Object.assign(now, {
    put(start: Instant | undefined) {
      const today = clock() - (clock() % day);
      ahead = start === undefined ? 0 : start - today;
      return now();
    },
  });
}
