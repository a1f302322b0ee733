import { asWords, eitherOf, saying } from '../texts/phrases.ts';
import type { Entities } from './entities.ts';
import type { FinestWish } from './interpret.ts';
import { clausesOf, folded, wordsOf } from './normalisation.ts';

/** What a message says for a request for help, besides what happened. */
export interface Plea {
  /** It can't wait. */
  readonly urgent: boolean;
  /** How somebody wants to be reached, as they wrote it; empty: they do not say. */
  readonly reach: string;
  /** Days ago that it happened, where the message says so. */
  readonly daysAgo: number | null;
}

const appointments = eitherOf((said) => said.plea.appointments);
const pressing = [
  eitherOf((said) => said.plea.urgent),
  String.raw`${eitherOf((said) => said.plea.before)}(?!\p{L})[^.!?]{0,30}(?<!\p{L})\p{L}*${appointments}\p{L}*`,
  String.raw`\p{L}*${appointments}\p{L}{0,3}(?!\p{L})[^.!?]{0,20}(?<!\p{L})${eitherOf((said) => said.plea.soon)}`,
].map((pattern) => asWords(pattern));
const patient = saying((said) => said.plea.patient);

/** Near a number or an address, these say that it is one to reach somebody by. */
const reaching = saying((said) => said.plea.reach);
const twoDaysAgo = saying((said) => said.plea.twoDaysAgo);
const yesterday = saying((said) => said.plea.yesterday);

/** What stands in the message beside what happened. */
export function pleaIn(text: string, { phones, emails }: Pick<Entities, 'phones' | 'emails'>): Plea {
  const plain = folded(text);
  const clauses = text.split(/[\n.!?;]+(?=\s|$)/u);
  const near = (written: string) => {
    const clause = clauses.find((one) => one.includes(written)) ?? text;
    const words = folded(clause.replace(written, ' '));
    return words === '' || reaching.test(words);
  };
  const ways = [...phones.map(({ typed }) => typed), ...emails].filter(near);
  return {
    urgent: !patient.test(plain) && pressing.some((one) => one.test(plain)),
    reach: ways.at(-1) ?? '',
    daysAgo: twoDaysAgo.test(plain) ? 2 : yesterday.test(plain) ? 1 : null,
  };
}

/** Whether a wish for a person also tells what happened. */
export function tellsMore(text: string, topicOf: (clause: string) => FinestWish): boolean {
  const told = clausesOf(text).flatMap((clause) => folded(clause).split(conjunction));
  return told.some((clause) => {
    const words = wordsOf(clause).length;
    const topic = words >= fewest ? topicOf(clause) : 'other';
    const unsaid = topic === 'other' || (topic === 'contact' && !wishes.test(clause) && !namesPerson(clause));
    return unsaid ? words > most : !idle.has(topic);
  });
}

const conjunction = new RegExp(String.raw`\s(?=${eitherOf((said) => said.plea.joins)}\s)`, 'u');

/** A wish for a person, whoever is meant. */
const wishes = saying((said) => said.plea.wishes);

/** Fewer words say nothing by themselves; more than so many tell something, whatever it is. */
const [fewest, most] = [3, 4];

const idle: ReadonlySet<FinestWish> = new Set([
  'contact',
  'greeting',
  'thanks',
  'small-talk',
  'anger',
  'help',
  'cancel',
]);

/** Words for who is asked for; "call me" alone may as well be how a code is to come. */
const people = saying((said) => said.plea.people);
const noPeople = asWords(
  eitherOf((said) => said.plea.noPeople),
  'giu',
);

/** Whether it names who is asked for. */
export function namesPerson(plain: string): boolean {
  return people.test(plain.replace(noPeople, ' '));
}

/** Whether one sentence of several asks for a person, whatever the others tell. */
export function asksForPerson(text: string, topicOf: (clause: string) => FinestWish): boolean {
  const clauses = clausesOf(text);
  return clauses.length > 1 && clauses.some((clause) => human.test(folded(clause)) && topicOf(clause) === 'contact');
}

/** Pages speak of administrators and of IT, not of these. */
const human = saying((said) => said.plea.human);
