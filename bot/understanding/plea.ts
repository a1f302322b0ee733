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

const appointments =
  '(?:meeting|call|presentation|deadline|exam|interview|flight|train|shift|lesson|class|client|customer|patient|visit|appointment|mote|kundmote|presentation|tenta|intervju|flyg|tag|pass|lektion|kund|patient|besok|styrelsemote)';
const pressing = [
  /\b(?:urgent|urgently|asap|a\.s\.a\.p|as soon as possible|right (?:now|away)|immediately|at once|emergency|in a hurry|locked out|deadline)\b/u,
  /\b(?:can.?t|cannot|can not|couldn.?t|unable to) (?:really |possibly )?(?:wait|work|do my job|do anything|get any work)/u,
  /\b(?:bradskande|bradskar|brattom|akut|genast|omedelbart|nu direkt|direkt nu|med en gang|snarast|sa fort (?:som )?(?:mojligt|det gar)|utelast|utlast|utslangd)\b/u,
  /\bkan (?:jag )?(?:inte|int|ej) (?:vanta|jobba|arbeta|gora nat|gora nagot|gora nanting)/u,
  new RegExp(
    `\\b(?:before|in|at|by|until|fore|innan|om|till|har|have|has|got|infor)\\b[^.!?]{0,30}\\b\\p{L}*${appointments}`,
    'u',
  ),
  new RegExp(
    `\\b\\p{L}*${appointments}\\p{L}{0,3}\\b[^.!?]{0,20}\\b(?:at|in|by|before|soon|today|now|waiting|waits|klockan|kl|om|nu|snart|idag|i dag|vantar)\\b`,
    'u',
  ),
];
const patient =
  /\b(?:not urgent|no (?:hurry|rush)|isn.?t urgent|whenever|when you have time|ingen bradska|inte bradt|inte brattom|inte akut|nar ni hinner|nar det passar)\b/u;

/** Near a number or an address, these say that it is one to reach somebody by. */
const reaching =
  /\b(?:me|my|mine|i|i.?m|mig|mej|min|mitt|jag|reach|reachable|callback|call back|ring|call|phone|mobile|mob|cell|tel|nas|nar|direct|direkt)\b/u;

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
    daysAgo: /\b(?:day before yesterday|i forrgar|forrgar)\b/u.test(plain)
      ? 2
      : /\b(?:since yesterday|yesterday|last night|igar|i gar|igarkvall)\b/u.test(plain)
        ? 1
        : null,
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

const conjunction =
  /\s(?=(?:because|cause|since|as i|but|and i|so i|about|regarding|eftersom|darfor|att|for att|for jag|da jag|men|och jag)\s)/u;

/** A wish for a person, whoever is meant. */
const wishes = /\b(?:help|hjalp|hjalpa|contact|kontakt|kontakta|talk|speak|prata|snacka|call|ring|ringa)\b/u;

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
const people =
  /\b(?:person|people|human|humans|someone|somebody|anyone|anybody|it|support|helpdesk|help desk|service desk|servicedesk|agent|operator|colleague|admin|administrator|technician|guy|staff|real|manniska|manskligt?|manniskor|nan|nagon|nagon|supporten|it-supporten|tekniker|administrator|administratoren|kundtjanst|folk|riktig|personal)\b/u;

/** Whether it names who is asked for. */
export function namesPerson(plain: string): boolean {
  return people.test(plain.replace(/\b(?:call|ring|text|send|read|with|try|use|do|get|got) it\b/gu, ' '));
}

/** Whether one sentence of several asks for a person, whatever the others tell. */
export function asksForPerson(text: string, topicOf: (clause: string) => FinestWish): boolean {
  const clauses = clausesOf(text);
  return clauses.length > 1 && clauses.some((clause) => human.test(folded(clause)) && topicOf(clause) === 'contact');
}

/** Pages speak of administrators and of IT, not of these. */
const human = /\b(?:human|person|someone|somebody|manniska|nan|nagon|real)\b/u;
