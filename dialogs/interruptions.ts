import { readCode } from '../bot/domain/code.ts';
import { intentOf } from '../bot/understanding/intent.ts';
import { contactLine } from '../cards/home.ts';
import type { Turn } from './turn.ts';

/** What follows: the same screen again · the one before · the first one · nothing at all. */
type Next = 'same' | 'back' | 'home' | 'stay-silent';

/** Deals with what the screen on show could not read: questions, commands, old cards. */
export function interrupted(turn: Turn, screen: string): Next {
  const { act } = turn;
  if (act.kind === 'arrival') return 'same';
  return act.kind === 'verb' ? pressed(turn, act.verb, act.live, act.data.from, screen) : typed(turn, act.text, screen);
}

function pressed(turn: Turn, verb: string, live: boolean, from: unknown, screen: string): Next {
  switch (verb) {
    case 'privacy':
      return said(turn, turn.tell('privacy.text'));
    case 'help':
      return helped(turn);
    case 'language':
      return switched(turn);
    case 'show':
      return 'same';
    case 'back':
    case 'cancel':
      if (from === screen) return verb === 'back' ? 'back' : cancelled(turn);
      break;
  }
  if (live) return 'same';
  turn.stale();
  return 'stay-silent';
}

function typed(turn: Turn, text: string, screen: string): Next {
  const { tell } = turn;
  switch (intentOf(text)) {
    case 'password':
      return said(turn, tell('password.never'));
    case 'privacy':
      return said(turn, tell('privacy.text'));
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

function cancelled(turn: Turn): Next {
  turn.note = { text: turn.tell('cancel.done'), tone: 'good' };
  return 'home';
}

function spoken(turn: Turn, language: 'en' | 'sv'): Next {
  turn.speak(language);
  turn.say(turn.tell('language.changed'));
  return 'same';
}

function switched(turn: Turn): Next {
  turn.speak(turn.tell.language === 'sv' ? 'en' : 'sv');
  return 'same';
}
