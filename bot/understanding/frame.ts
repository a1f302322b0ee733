import { languageRecords, languages } from '../texts/languages.ts';
import { asWords, eitherOf, saying } from '../texts/phrases.ts';
import { folded } from './normalisation.ts';

/** It is so · it is said not to be so · it was, and is no more · somebody wants to know. */
export type Frame = 'now' | 'negated' | 'over' | 'question';

/** What is said around a thing, whatever the thing is. */
export interface Framing {
  /** Somebody else's account, phone or trouble is the subject. */
  readonly somebodyElse: boolean;
  /** Another system is what speaks or refuses. */
  readonly otherSystem: boolean;
  /** It is over, or solved. */
  readonly over: boolean;
  readonly question: boolean;
  /** Something is denied. */
  readonly denied: boolean;
  /** What is so now, where a text tells what was before: "yesterday … but now …". */
  readonly now: string | null;
}

const people = eitherOf((said) => said.others.people);
const things = eitherOf((said) => said.others.things);
const troubles = eitherOf((said) => said.others.troubles);
const towards = eitherOf((said) => said.others.towards);
/** "My", "my new", "one of our sales": what stands before somebody. */
const whose = String.raw`${eitherOf((said) => said.others.whose)}\s(?:[a-z]+\s){0,2}?`;

const others: readonly RegExp[] = [
  String.raw`${whose}${people}(?:\s${eitherOf((said) => said.others.beside)})?\s${troubles}`,
  String.raw`${people}(?:.?s)?\s(?:[a-z]+\s)?${things}`,
  String.raw`${towards}\s${whose}${people}`,
  String.raw`${eitherOf((said) => said.others.they)}\s${troubles}`,
  String.raw`${eitherOf((said) => said.others.their)}\s(?:[a-z]+\s)?${things}`,
  String.raw`${towards}\s${eitherOf((said) => said.others.them)}`,
  String.raw`${eitherOf((said) => said.others.administer)}\s${eitherOf((said) => said.others.accounts)}\s(?!${eitherOf((said) => said.others.noNames)}(?!\p{L}))[a-z]{3,}\d*`,
  String.raw`${eitherOf((said) => said.others.administer)}\s[a-z]{3,}.?s\s${things}`,
].map((pattern) => asWords(pattern, 'u'));
/** Somebody by their name, as it is written: "what's Marcus's number", "har Linda ställt in sitt". */
const named: readonly RegExp[] = [
  new RegExp(String.raw`(?<=\p{L},? )(\p{Lu}\p{Ll}{2,}?)(?:['’]s|s|['’])? (?:\p{Ll}+ )?(?=${things}(?![\p{L}]))`, 'gu'),
  new RegExp(
    String.raw`(?<!\p{L})${capital(eitherOf((said) => said.others.has))} (\p{Lu}\p{Ll}{2,}) (?=${eitherOf((said) => said.others.done)})`,
    'gu',
  ),
];

/** The same where a capital letter may begin it. */
function capital(source: string): string {
  return source.replace(/(?<=\(\?:|\|)\p{L}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

function namesOther(text: string): boolean {
  const said = text.slice(0, 300);
  return named.some((pattern) =>
    [...said.matchAll(pattern)].some(
      ([, name = '']) => !known.test(name) && !products.test(name) && !systems.test(folded(name)),
    ),
  );
}

/** Others who are named, and yet it is about the one who writes. */
const self = saying((said) => said.others.self);

/** Names of systems that have passwords, codes and accounts of their own. */
const brands = [
  'sap(?: gui)?|agresso|visma|fortnox|kronos|workday|jira|confluence|salesforce|adobe|acrobat|photoshop|autocad|zoom',
  'netflix|spotify|instagram|linkedin|facebook|bankid|swish|klarna|skatteverkets?|1177|forsakringskassan|schoolsoft|unikum',
  'skola24|edlevo|heroma|primula|medvind|lifecare|cosmic|melior|takecare|servicenow|zendesk|okta|citrix|github|gitlab|slack',
  'trello|asana|dropbox|oracle|peoplesoft|concur|unit4|hogia|proceedo|kivra|postnord|paypal|amazon|ebay|playstation|xbox',
  'steam|figma|canva|miro|kahoot|ladok|moodle|canvas|benify|quinyx|personec|raindance|bitlocker|puk|crm|erp|tinder',
  'ticketmaster|minecraft|roblox|fortnite|twitch|discord|uber|airbnb|disney|hbo|twitter|reddit|vinted|ryanair|duolingo',
  'strava|snapchat|blocket|tradera|hemnet',
];
const systems = asWords([...brands, eitherOf((said) => said.systems.names)].join('|'));
const languageNames = languages.flatMap((language) => languageRecords[language].names);
/** Names with a capital that are no person's. */
const products = new RegExp(
  `^(?:google|gmail|apple|samsung|android|iphone|chrome|edge|safari|firefox|${[...languageNames, eitherOf((said) => said.systems.capitals)].join('|')})$`,
  'iu',
);
/** What a reset is told by: there, another system is a comparison only. */
const ours = asWords(`sspr|microsoft|${eitherOf((said) => said.systems.ours)}`);
const speaking = new RegExp(
  String.raw`^[^.!?]{0,30}?(?<![\p{L}])(\p{Lu}[\p{L}\d]{2,}|[\p{Lu}\d]{2,})(?:'?s? ${eitherOf((said) => said.systems.parts)})?(?::|\s${eitherOf((said) => said.systems.speaks)}(?!\p{L}))`,
  'u',
);
/** What begins a sentence without being another system. */
const known = new RegExp(
  String.raw`^(?:ms|windows|outlook|teams|office|microsoft|entra|azure|authenticator|hr|ad|ps|re|fw|fwd|sspr|aadsts\d*|gmail|hotmail|${eitherOf((said) => said.systems.known)})$`,
  'iu',
);

const solved = saying((said) => said.frame.solved);
const present = saying((said) => said.frame.still);
const denial = saying((said) => said.frame.denials);
const asked = new RegExp(
  [
    String.raw`\?`,
    String.raw`(?<!\p{L})${eitherOf((said) => said.frame.asksLast)}$`,
    String.raw`(?<!\p{L})${eitherOf((said) => said.frame.asks)} (?:\w+ ){0,6}\w+$`,
    String.raw`^${eitherOf((said) => said.frame.asksFirst)}(?!\p{L})`,
  ].join('|'),
  'u',
);
const turned = new RegExp(
  String.raw`(?<!\p{L})${eitherOf((said) => said.frame.earlier)}(?!\p{L}).{3,200}?(?:(?<!\p{L})|(?=,))${eitherOf((said) => said.frame.now)}(?!\p{L})(.{8,})$`,
  'isu',
);

export function framingOf(text: string): Framing {
  const plain = folded(text);
  const said = speaking.exec(text.slice(0, 300))?.[1];
  const named = systems.test(plain) || (said !== undefined && !known.test(said));
  return {
    somebodyElse:
      plain.length < 600 && (others.some((one) => one.test(plain)) || namesOther(text)) && !self.test(plain),
    otherSystem: named && !ours.test(plain),
    over: solved.test(plain) && !present.test(plain),
    question: asked.test(plain),
    denied: denial.test(plain),
    now: sinceThen(text),
  };
}

/** The part that tells of now, where one before it tells of then. */
function sinceThen(text: string): string | null {
  return turned.exec(text)?.[1] ?? null;
}

/** What the learner sees of it. */
export function frameFeatures({ somebodyElse, otherSystem, over }: Framing): readonly string[] {
  const found: string[] = [];
  if (somebodyElse) found.push('frame somebody-else');
  if (otherSystem) found.push('frame other-system');
  if (over) found.push('frame over');
  return found;
}
