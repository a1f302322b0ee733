import { languageOf } from '../bot/texts/languages.ts';
import { eitherOf } from '../bot/texts/phrases.ts';
import { says, type TypedKey, yesOrNo } from '../bot/texts/typed-words.ts';
import { type Heard, heard } from '../bot/understanding/heard.ts';
import { speaksOf } from '../bot/understanding/lexicon.ts';
import type { Wish } from '../bot/understanding/understand.ts';
import type { Act, Turn } from './turn.ts';

const readings = new WeakMap<Act, { readonly said: Heard; readonly expects: Turn['expects'] }>();

/** What was typed, read once a screen, by where its writer's numbers are dialled and what the screen expects. */
export function saidIn({ entry, expects }: Pick<Turn, 'entry' | 'expects'>, act: Act & { kind: 'text' }): Heard {
  const known = readings.get(act);
  if (known?.expects === expects && known) return known.said;
  const said = heard(act.text, { country: entry.country ?? undefined, expects });
  readings.set(act, { said, expects });
  return said;
}

/** So sure that a longer sentence agrees or declines. */
const sureOfAnswer = 0.6;
/** In so few words, leaving is what a command does. */
const command = 2;

/** How a message answers what the screen asks; undefined: it does not. */
export function answerIn({ plain, finest, intent, frame, words, shares }: Heard): 'yes' | 'no' | undefined {
  const plainly = yesOrNo(plain);
  if (plainly || frame === 'question') return plainly;
  if (finest === 'go-on' && shares.wish >= sureOfAnswer) return 'yes';
  return intent === 'cancel' && words > command && shares.intent >= sureOfAnswer ? 'no' : undefined;
}

const leading: ReadonlySet<Wish> = new Set([
  ...(['cancel', 'back', 'skip', 'language', 'other-language', 'password', 'thanks'] as const),
]);

/** Whether a message leads away, or is answered beside whatever is asked, however long it is. */
export function leadsAway({ wish }: Heard): boolean {
  return leading.has(wish) || languageOf(wish) !== undefined;
}

/** In so few words nothing is asked for beside it: "ok add a phone then" says more than ok. */
const brief = 4;

/** Whether somebody says this and little else. */
export function saysBriefly(key: TypedKey, said: Heard): boolean {
  return said.words <= brief && said.contains.methods.length === 0 && says(key, said);
}

/** "Not now, I am not at my desk": of a step that was asked about. */
export function putsOff(said: Heard): boolean {
  return said.words <= command * brief && !said.text.includes('?') && says('step.later', said);
}

/** "Why not? That is my mail": the reason is wanted of what was just refused, not of a reset. */
export function asksWhy(said: Heard): boolean {
  const ofThis = !said.clear || (doubting.has(said.intent) && said.situation === null);
  return said.words <= short && ofThis && says('why', said) && !speaksOf(said.plain, 'reset', 'password');
}

/** In so few words nothing else is asked. */
const short = 6;
const doubting: ReadonlySet<Heard['intent']> = new Set(['why-failed', 'other', 'help']);

/** A yes and little else, which is more than taking note, as "ok" is. */
export function agrees(said: Heard): boolean {
  if (said.about === 'other' || said.text.includes('?')) return false;
  return saysBriefly('yes', said) || (said.finest === 'go-on' && said.words <= short && answerIn(said) === 'yes');
}

/** Something is asked, whatever it is. */
export function asksSomething({ text, plain, frame, clear }: Heard): boolean {
  return (clear && frame === 'question') || text.includes('?') || beginsAsking(plain);
}

/** "How", "is it", "can I". */
export function beginsAsking(plain: string): boolean {
  return asking.test(plain);
}

const asking = new RegExp(`^${eitherOf((said) => said.frame.asksFirst)} `, 'u');
