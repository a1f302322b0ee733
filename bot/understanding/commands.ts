import { type Language, languageRecords, languages } from '../texts/languages.ts';
import { folded } from './normalisation.ts';

/** What a few exact words ask for, as far as they are no answer to the card on screen. */
export type Command =
  | 'greeting'
  | 'thanks'
  | 'help'
  | 'privacy'
  | 'manage'
  | 'confirm'
  | 'not-me'
  | 'export'
  | 'erase'
  | 'status'
  | 'register'
  | 'back'
  | 'cancel'
  | 'skip'
  | Language
  | 'other-language'
  | 'password'
  | 'other';

/**
 * Words by intent, English and Swedish, matched without accents and in this order: what costs most to miss comes first.
 * A phrase stands at the start of a word and may go on (`cancel` finds `cancelled`).
 */
const phrases: readonly (readonly [Command, RegExp])[] = [
  [
    'not-me',
    /\b((it|that) (was ?n.?t|was not|is not|is ?n.?t) me|wasn.?t me|n.?t me (who|that)|det? (var|va|vart|ar|e) (inte|int|ente) (jag|ja|mig|mej)|inte jag som)\b/u,
  ],
  [
    'confirm',
    /^(check( my (methods|number|phone|details))?|confirm my (methods|number|phone|details)|kolla|bekrafta mina)\b/u,
  ],
  ['export', /\b(what do you know about me|my data|export my|vad vet du om mig|mina uppgifter|exportera)\b/u],
  ['erase', /\b(forget me|delete my data|erase me|glom mig|radera (mig|mina)|ta bort allt)\b/u],
  [
    'privacy',
    /\b(who (can |will )?(see|sees|read|reads)|privacy|vem (kan |far )?(se|ser|lasa|laser)|integritet|vad vet (du|ni))\b/u,
  ],
  ...languages.toReversed().map(namesOf),
  [
    'other-language',
    /\b(deutsch|german|tyska|francais|french|franska|espanol|spanish|spanska|norsk|norwegian|norska|dansk|danish|danska|suomi|suomeksi|finnish|finska|polski|polish|arabic|arabiska|somali)\b/u,
  ],
  [
    'cancel',
    /^(please )?(cancel|stop|quit|abort|never ?mind|nvm|nm|avbryt|sluta|stopp|glom|strunt|strunta|skippa|skit i|forget it|scrap it|drop it)\b/u,
  ],
  ['back', /^(go )?(back|previous|tillbaka|ga tillbaka|backa|bakat)\b/u],
  ['skip', /^(skip|not now|later|hoppa over|inte nu|senare)\b/u],
  [
    'help',
    /^(help|\?+$|hjalp|what can you do|vad kan du|hur funkar|hur fungerar)\b|\bhow does (this|it) work\b|^\?+$/u,
  ],
  [
    'manage',
    /\b(manage|change my|remove my|new (number|phone|e-?mail)|hantera|andra min|byta? (nummer|telefon|mejl)|ta bort min|nytt nummer)\b/u,
  ],
  [
    'status',
    /^((take me |go |get me )?(to )?(the |back )?(status|home|start page|first page|beginning)|(ga )?(till )?(hem|startsida\p{L}*|forsta sidan)|am i ready|ar jag redo|where am i)\b/u,
  ],
  [
    'register',
    /\b(register|sign me up|get started|start|set ?up|add (a|one|my|another)|registrera|kom igang|borja|lagg till|continue|fortsatt)\b/u,
  ],
  ['thanks', /^(thanks|thank you|thx|great|tack|toppen|fint)\b/u],
  [
    'greeting',
    /^(brb|bbl|afk|be right back|one moment|strax tillbaka|strax har|ett ogonblick|hi|hello|hey|hej|hejsan|tja|tjena|hallo|good (morning|afternoon|evening)|god (morgon|kvall|dag))\b/u,
  ],
];

function namesOf(language: Language): readonly [Language, RegExp] {
  return [language, new RegExp(`\\b(${languageRecords[language].names.join('|')})\\b`, 'u')];
}

export function commandIn(text: string): Command {
  const plain = folded(text);
  if (looksLikePassword(text)) return 'password';
  return phrases.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'other';
}

/** One word of at least eight characters that mixes letters, digits and signs as passwords do and nothing else does. */
export function looksLikePassword(text: string): boolean {
  const word = text.trim();
  if (/\s/u.test(word) || word.length < 8 || word.length > 64 || /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/u.test(word))
    return false;
  if (/^(https?:|sspr_|aadsts|0x)/iu.test(word)) return false;
  return /\p{Lu}/u.test(word) && /\p{Ll}/u.test(word) && /\d/u.test(word) && /[^\p{L}\d]/u.test(word);
}
