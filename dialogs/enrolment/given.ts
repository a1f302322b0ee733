import { isAddressMethod, type MethodName } from '../../bot/domain/methods/method.ts';
import { eitherOf, saying } from '../../bot/texts/phrases.ts';
import { says, withoutSmallWords } from '../../bot/texts/typed-words.ts';
import { methodsNamed } from '../../bot/understanding/entities.ts';
import { type Heard, heard } from '../../bot/understanding/heard.ts';
import type { FinestWish } from '../../bot/understanding/interpret.ts';
import { clausesOf, folded } from '../../bot/understanding/normalisation.ts';
import { namesPerson } from '../../bot/understanding/plea.ts';
import type { Note } from '../../cards/parts/render.ts';
import { beginsAsking } from '../said.ts';
import type { Turn } from '../turn.ts';

/** What somebody has said of a method before they were asked: it fills the steps of the method's dialog. */
export interface Given {
  readonly method: MethodName;
  /** Their number or address, as they wrote it; missing: only the method was named. */
  readonly value?: string;
  /** Of a number that tells it; ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly channel?: 'text' | 'call';
  /** What they gave beside it, and is dealt with afterwards. */
  readonly later?: string;
  /** They were asked for it: no need to read it back before a code goes there. */
  readonly agreed?: true;
}

/** Topics in which a number or an address is one to use from now on. */
const replacing: ReadonlySet<FinestWish> = new Set([
  ...(['phone-lost', 'phone-stolen', 'phone-broken', 'phone-abroad', 'email-lost', 'not-arrived'] as const),
  ...(['new-phone', 'new-number', 'new-address', 'company-phone-returned', 'correction', 'no-mobile'] as const),
]);

/** Intents beside which a number or an address is one to use. */
const using: ReadonlySet<Heard['intent']> = new Set([
  ...(['register', 'confirm', 'manage', 'rehearse', 'greeting', 'thanks', 'cancel', 'other', 'reset-now'] as const),
]);

/** In so few words nobody tells of a page. */
const short = 12;
/** So sure, and whoever gives a number beside a wish for a person wants to be rung there. */
const sureOfPerson = 0.7;

/** The numbers and addresses of a message that are to be registered: not one to ring, asked about, or of a page. */
export function givenIn(said: Heard): readonly Given[] {
  const { contains } = said;
  if (!isForUse(said)) return [];
  const channel = channelIn(said);
  const way = channel ? { channel } : {};
  const phone = contains.phones.findLast(({ typed }) => !namesOffice(said.text, typed));
  const email = contains.emails.at(-1);
  const phones: readonly Given[] = phone
    ? [
        {
          method: 'authentication-phone',
          value: phone.typed,
          ...(phone.country ? { country: phone.country } : {}),
          ...way,
        },
      ]
    : [];
  const emails: readonly Given[] = email ? [{ method: 'authentication-email', value: email }] : [];
  return [...phones, ...emails];
}

/** "My desk phone is …" is no number of one's own; "not that one, that was my work number, mine is …" is. */
function namesOffice(text: string, number: string): boolean {
  const beside =
    text
      .slice(0, text.indexOf(number))
      .split(/[.,;!?\n]\s/u)
      .at(-1) ?? '';
  return methodsNamed(folded(beside)).includes('office-phone');
}

/** Where something is asked for, what is typed is the answer unless it plainly wants something else. */
export function isForUse(said: Heard): boolean {
  const { text, plain, words, intent, finest, clear, shares, frame, about, code, page } = said;
  if (about === 'other' || code || page) return false;
  if (finest === 'password' || finest === 'injection' || finest === 'other-system') return false;
  if (replacing.has(finest) || !clear) return true;
  if (intent === 'why-failed') {
    return tellsOwn(said) || instead.test(plain) || (unsaid(said) && words <= short && !text.includes('\n'));
  }
  if (intent === 'contact') return finest === 'contact' && shares.intent < sureOfPerson && !namesPerson(plain);
  return using.has(intent) && !(frame === 'question' && intent === 'other');
}

/** "My mobile is 070 …": it stands right behind, and so is told as one's own. */
function tellsOwn({ text, contains: { phones, emails } }: Heard): boolean {
  return [...phones.map(({ typed }) => typed), ...emails].some((value) =>
    ownBefore.test(folded(text.slice(0, text.indexOf(value))).trimEnd()),
  );
}

const ownBefore = new RegExp(`${eitherOf((said) => said.answers.own)}:?$`, 'u');

/** No failure is told, or only that it should be the other way: "ring that one, I don't read texts". */
function unsaid(said: Heard): boolean {
  return said.situation === null || channelIn(said) !== undefined;
}

/** Whether a number or an address stands in it. */
export function tellsAddress({ contains }: Heard): boolean {
  return contains.phones.length + contains.emails.length > 0;
}

/** The method that is to go, where one is named: "get rid of my old number". */
export function removalIn(said: Heard): MethodName | undefined {
  const { text, contains, about } = said;
  if (about === 'other' || text.includes('?') || !says('method.remove', said)) return undefined;
  if (tellsAddress(said)) return undefined;
  const named = clausesOf(text).find((clause) => {
    const plain = folded(clause);
    return says('method.remove', { plain, mended: plain }) && methodsNamed(plain).length > 0;
  });
  // What is said beside it, why or how it came about, is about something else.
  const wish = named === undefined || named === text ? said : heard(named);
  if (wish.clear && (wish.frame === 'question' || !removing.has(wish.intent))) return undefined;
  return named ? methodsNamed(folded(named))[0] : contains.methods[0];
}

const removing: ReadonlySet<Heard['intent']> = new Set([
  'manage',
  'register',
  'other',
  'cancel',
  'thanks',
  'confirm',
  'privacy',
]);

/** A method that is named, and no value of it; "can I use my mail instead" asks for it as well. */
export function namedIn(said: Heard, registering: boolean): Given | undefined {
  return namedInAll(said, registering) ?? (registering ? namedInAll(lastOf(said), registering) : undefined);
}

/** Another method than the one that a screen is about: "no, that is too hard, take my mobile instead". */
export function otherThan(method: MethodName, said: Heard): boolean {
  const named = namedIn(said, true);
  const taken = instead.test(said.plain) || takesIt(said);
  return taken && named !== undefined && named.method !== method;
}

/** What is said last of several things: "my phone is broken, so let us take the mail". */
export function lastOf(said: Heard): Heard | undefined {
  if (said.finest === 'injection' || (said.intent === 'manage' && said.text.includes('?'))) return undefined;
  const parts = clausesOf(said.text).flatMap((clause) => clause.split(joins));
  const last = parts.at(-1)?.trim();
  return parts.length > 1 && last ? heard(last) : undefined;
}

const joins = new RegExp(String.raw`\s${eitherOf((said) => said.answers.joins)}\s`, 'iu');

function namedInAll(said: Heard | undefined, registering: boolean): Given | undefined {
  if (!said) return undefined;
  const { about, frame, intent, plain, text } = said;
  const methods = methodsWanted(said);
  const contrasted = instead.test(plain);
  const [first = ''] = plain.split(/[,.;]/u);
  const ruledOut = methods.length > 1 && rulingOut.test(first) && methodsNamed(first).length === 1;
  const method = methods.at(ruledOut || (contrasted && !insteadOf.test(plain)) ? -1 : 0);
  if (!method || about === 'other') return undefined;
  const wanted =
    frame !== 'question' && (intent === 'register' || (registering && intent === 'manage' && !text.includes('?')));
  const means = methods.length === 1 && plain.split(' ').length <= short / 2 && byMeans.test(plain);
  const channel = method === 'authentication-phone' ? channelIn(said) : undefined;
  return wanted || contrasted || means || (registering && (onlyNames(said) || takesIt(said)))
    ? { method, ...(channel ? { channel } : {}) }
    : undefined;
}

/** Methods that are named and not ruled out: "not giving you my mobile, the mail will do". */
export function methodsWanted({ plain, contains }: Heard): readonly MethodName[] {
  const left = methodsNamed(plain.match(avoiding)?.join(' ') ?? '');
  return contains.methods.filter((one) => !left.includes(one));
}

/** "I'll take my own mobile for now", "home email is fine": a statement that takes the one that it names. */
export function takesIt(said: Heard): boolean {
  const { text, plain, words, about, finest, intent, clear } = said;
  if (words > short || about === 'other' || text.includes('?') || beginsAsking(plain)) return false;
  if (replacing.has(finest) || (clear && intent === 'why-failed') || methodsWanted(said).length > 1) return false;
  const rest = plain.replace(avoiding, ' ');
  return (taking.test(withoutSmallWords(plain)) || suiting.test(plain)) && !denying.test(rest);
}

const taking = new RegExp(`^${eitherOf((said) => said.answers.takes)}(?!\\p{L})`, 'u');
const suiting = saying((said) => said.answers.suits);

/** "No phone, can we take the mail": the first of them is not wanted. */
const rulingOut = new RegExp(`^${eitherOf((said) => said.answers.rulesOut)} `, 'u');

/** "Mail would be better": one method, in a few words that deny and ask nothing. */
function onlyNames({ text, words, contains, plain, finest }: Heard): boolean {
  if (words > short / 3 || contains.methods.length !== 1 || text.includes('?')) return false;
  return !replacing.has(finest) && !denying.test(plain) && !beginsAsking(plain);
}

const denying = saying((said) => [...said.answers.denies, ...said.answers.fails, ...said.frame.denials]);

/** "By telephone, if I may." */
export const byMeans = new RegExp(String.raw`^${eitherOf((said) => said.answers.byMeans)} \p{L}+[,.]?(?: |$)`, 'u');
/** "Something that works without a phone", "I got a mail about this": no method to take. */
const avoiding = new RegExp(
  String.raw`(?<!\p{L})(?:${eitherOf((said) => said.answers.without)} (?:\p{L}+ ){0,2}\p{L}+|${eitherOf((said) => said.answers.received)})(?!\p{L})`,
  'gu',
);
const instead = saying((said) => said.answers.instead);
const insteadOf = saying((said) => said.answers.insteadOf);

/** How a code is to travel to a phone. */
export function channelIn({ contains: { channels } }: Heard): 'text' | 'call' | undefined {
  const ways = channels.filter((one) => one === 'text' || one === 'call');
  return ways.at(-1);
}

/** It holds an address, and so may be read back. */
export function holdsValue(given: Given | undefined): given is Given & { readonly value: string } {
  return given?.value !== undefined && isAddressMethod(given.method);
}

/**
 * What was read, for a yes, after what the turn has to say; with what comes after it, so that nobody thinks it was lost.
 * Where something is wrong, that alone is said.
 */
export function readBackNote({ tell, note }: Turn, asks: string, { later: next }: Given): Note {
  if (note?.tone === 'attention') return note;
  const later = next ? tell('given.then', { value: next }) : '';
  return { text: [note?.text ?? '', later, asks].filter((one) => one !== '').join(' '), tone: 'good' };
}
