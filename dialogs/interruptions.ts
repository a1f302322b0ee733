import { readCode } from '../bot/domain/code.ts';
import { languageOf } from '../bot/texts/languages.ts';
import { intentOf } from '../bot/understanding/intent.ts';
import { contactLine } from '../cards/home.ts';
import { sayConfirmed } from './confirmed.ts';
import { ticketPressed } from './contact-status.ts';
import type { Act, Turn } from './turn.ts';

/** Flows that can be asked for from anywhere. */
export type Elsewhere = 'manage-methods' | 'export' | 'erase-all' | 'look-through' | 'contact-person' | 'caller-check';

/** What follows: the same screen again · the one before · the first one · another flow · nothing at all. */
type Next = 'same' | 'back' | 'home' | 'stay-silent' | { readonly go: Elsewhere };

/** Deals with what the screen on show could not read: questions, commands, old cards. */
export async function interrupted(turn: Turn, screen: string): Promise<Next> {
  const { act } = turn;
  if (act.kind === 'arrival') return 'same';
  return act.kind === 'verb' ? pressed(turn, act, screen) : typed(turn, act.text, screen);
}

async function pressed(turn: Turn, { verb, live, data }: Act & { kind: 'verb' }, screen: string): Promise<Next> {
  if (verb === 'not-me') return disowned(turn, typeof data.change === 'string' ? data.change : '');
  if (verb === 'all-right') return allRight(turn);
  if (verb === 'snooze') return snoozed(turn);
  if (verb === 'look-through') return { go: 'look-through' };
  if (verb.startsWith('ticket-')) return ticketPressed(turn, { verb, data });
  if (verb === 'show') return 'same';
  if (verb === 'back' && data.from === screen) return 'back';
  if (verb === 'cancel' && data.from === screen) return cancelled(turn);
  if (!live) {
    turn.stale();
    return 'stay-silent';
  }
  if (verb === 'privacy') return said(turn, turn.tell('privacy.text'));
  if (verb === 'help') return helped(turn);
  if (verb === 'language') return switched(turn, data.language);
  return 'same';
}

async function typed(turn: Turn, text: string, screen: string): Promise<Next> {
  const { tell } = turn;
  switch (intentOf(text)) {
    case 'password':
      return said(turn, tell('password.never'));
    case 'privacy':
      return said(turn, tell('privacy.text'));
    case 'not-me':
      return disowned(turn, undefined);
    case 'manage':
      return { go: 'manage-methods' };
    case 'confirm':
      return { go: 'look-through' };
    case 'export':
      return { go: 'export' };
    case 'erase':
      return { go: 'erase-all' };
    case 'help':
      return helped(turn);
    case 'thanks':
      return said(turn, tell('thanks.text'));
    case 'english':
      return spoken(turn, 'en');
    case 'swedish':
      return spoken(turn, 'sv');
    case 'other-language':
      return said(turn, tell('language.other'));
    case 'cancel':
      return screen === 'home' ? 'same' : cancelled(turn);
    case 'back':
    case 'skip':
      return screen === 'home' ? said(turn, tell('back.nowhere')) : 'back';
    case 'status':
      return 'home';
    case 'greeting':
    case 'register':
      return 'same';
    case 'other':
      return said(turn, readCode(text) ? tell('unknown.noCode') : tell('unknown.text'));
  }
}

function said(turn: Turn, text: string): Next {
  turn.say(text);
  return 'same';
}

function helped(turn: Turn): Next {
  turn.say(turn.tell('help.text'));
  turn.say(contactLine(turn.tell, turn.policy, 'help'));
  return 'same';
}

/** Answers of a reminder: they count whatever card is on show. */
async function allRight(turn: Turn): Promise<Next> {
  await sayConfirmed(turn, 'all');
  return 'home';
}

async function snoozed(turn: Turn): Promise<Next> {
  const until = await turn.confirming.snooze(turn.asker.employee);
  turn.note = { text: turn.tell('reminder.snoozed', { time: turn.tell.time(until, turn.now) }), tone: 'good' };
  return 'home';
}

async function disowned(turn: Turn, change: string | undefined): Promise<Next> {
  const { tell, now } = turn;
  const outcome = await turn.enrolment.disown(turn.asker.employee, change);
  const text =
    outcome.kind === 'change-undone'
      ? tell('outcome.change-undone', {
          method: tell(`method.${outcome.method}`),
          time: tell.time(outcome.until, now),
        })
      : tell('outcome.change-unknown');
  turn.note = { text, tone: 'attention' };
  return 'home';
}

function cancelled(turn: Turn): Next {
  turn.note = { text: turn.tell('cancel.done'), tone: 'good' };
  return 'home';
}

function spoken(turn: Turn, language: 'en' | 'sv'): Next {
  turn.speak(language);
  turn.say(turn.tell('language.changed'));
  return 'same';
}

/** The button names the language, so that a second click does not switch back. */
function switched(turn: Turn, wanted: unknown): Next {
  const language = languageOf(typeof wanted === 'string' ? wanted : undefined);
  if (language) turn.speak(language);
  return 'same';
}
