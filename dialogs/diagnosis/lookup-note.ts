import { minute } from '../../bot/domain/time.ts';
import type { Note } from '../../cards/parts/render.ts';
import type { Turn } from '../turn.ts';

/** A wait that somebody should know the length of, ms. */
const long = minute / 2;

/**
 * What a card says above its words: what the turn has to say, or else that part of it is still being looked up, and where
 * in line that stands when it takes long.
 */
export async function lookingNote(turn: Turn, log?: 'log'): Promise<Note | undefined> {
  const { tell, note } = turn;
  const { looking } = await turn.observe(log);
  if (note || !looking) return note;
  const { ahead, wait } = looking;
  const text =
    wait < long ? tell('looking.now') : tell('looking.line', { count: ahead, minutes: Math.ceil(wait / minute) });
  return { text, tone: 'attention' };
}
