import type { Time } from '../../deadline.ts';
import { longestDelay } from '../../domain/outbox/letter.ts';
import type { Budget, Quota } from '../../domain/ports/budget.ts';
import { type Pace, TooFast } from '../../domain/ports/pace.ts';
import { hour, second } from '../../domain/time.ts';
import { createLruCache } from '../lru.ts';
import { createBudget } from './in-process.ts';
import { enterAll } from './several.ts';

/** Messages that one turn of ours sends or changes at most: what it has to tell, and the card beside it. */
const perTurn = 2;

/**
 * Of the 30 messages a second for an app in an organisation ten are left to the answers people get. Two in three of the rest are for
 * what nobody waits for. All organisations are counted as one. Source: Microsoft Learn, "Optimize your bot with rate limiting in
 * Teams", limit per app and tenant; copies of the page say 50, others 30.
 */
const ofTheApp: Quota = { most: 20 / perTurn, per: second, background: 14 / perTurn };

/** 7 messages a second, 60 in 30 seconds, 1 800 an hour in one conversation. Same source, limit per thread for all bots. */
const ofAConversation: readonly Quota[] = [
  { most: 3, per: second, background: 3 },
  { most: 60 / perTurn, per: 30 * second, background: 50 / perTurn },
  { most: 1_800 / perTurn, per: hour, background: 1_500 / perTurn },
];

/** Several people's requests meet in a channel; a chat is one person's, whose turns and letters are never that many. */
const isChannel = (conversation: string) => conversation.includes('@thread.');

/** Conversations that are remembered: in an hour the bot can't have written that often in more. */
const conversations = 1_000;

/** @param ofAll makes a budget that all processes share, for the app and for channels; each keeps its own unless given */
export function createPace(
  time: Pick<Time, 'now' | 'alarm' | 'pause'>,
  ofAll: (name: string, quota: Quota) => Budget = (_, quota) => createBudget(time, quota),
): Pace {
  const known = createLruCache<readonly Budget[]>(conversations);
  const app = ofAll('teams', ofTheApp);

  function linesOf(conversation: string): readonly Budget[] {
    const [channel = conversation] = conversation.split(';messageid=');
    const budgetOf = (quota: Quota) =>
      isChannel(channel) ? ofAll(`teams/${channel}/${quota.per}`, quota) : createBudget(time, quota);
    const lines = known.get(channel) ?? ofAConversation.map(budgetOf);
    known.set(channel, lines);
    return [...lines, app];
  }

  return {
    async enter(conversation, urgency) {
      const place = await enterAll(linesOf(conversation), urgency, time);
      if (typeof place === 'number') throw new TooFast(Math.min(place, longestDelay));
      return place;
    },
  };
}
