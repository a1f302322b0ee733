import { join } from 'node:path';
import type { Server } from 'restify';
import type { Clock } from '../domain/ports/system.ts';
import { type Inbox, openInbox } from '../providers/delivery/inbox/inbox.ts';
import { type LocalClock, localClock } from './clock.ts';
import { createInboxPage } from './inbox-page.ts';
import { type DemoPerson, demoPeople } from './people.ts';
import { type Played, readPlay } from './play.ts';

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
