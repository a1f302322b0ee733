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

const people =
  '(?:colleagues?|co-?workers?|workmate|teammate|boss|manager|supervisor|director|principal|ceo|cfo|secretary|assistant|trainee|intern|apprentice|pupils?|students?|teacher|nurse|substitute|wife|husband|partner|son|daughter|mum|mom|mother|dad|father|brother|sister|friend|guy|girl|woman|man|kid|neighbour|employee|team members?|staff|starter|hire|newcomer|receptionist|driver|consultant|kolleg(?:a|an|or|orna)|arbetskamrat(?:en)?|medarbetare(?:n)?|chef(?:en)?|vd(?:n)?|rektorn?|sekreterare(?:n)?|assistent(?:en)?|praktikant(?:en)?|larling(?:en)?|elev(?:en|er|erna)?|student(?:en)?|larare(?:n)?|skoterska(?:n)?|vikarie(?:n)?|sommarvikarie(?:n)?|fru(?:n)?|man(?:nen)?|sambo(?:n)?|son(?:en)?|dotter(?:n)?|mamma|pappa|bror(?:san)?|syster(?:n)?|kompis(?:en)?|kille(?:n)?|tjej(?:en)?|kvinna(?:n)?|gubbe(?:n)?|granne(?:n)?|nyanstalld[ae]?|anstalld|personal(?:en)?|chauffor(?:en)?|konsult(?:en)?|receptionist(?:en)?)';
const things =
  '(?:account|user|password|pw|phone|mobile|number|email|mail|login|registration|methods?|app|computer|laptop|konto(?:t)?|anvandare|losenord(?:et)?|losen|telefon|mobil|nummer|mejl|mail|inlogg(?:ning)?|registrering|metoder|dator|app)';
const troubles =
  '(?:can.?t|cannot|can not|could ?n.?t|doesn.?t|didn.?t|does not|won.?t|hasn.?t|has|have|had|is|are|was|gets?|got|needs?|forgot|lost|sees?|says|wants to|keeps|kan (?:inte|int|ej|heller)|kom(?:mer)? (?:inte|int|ej)|har|hade|far|fick|ar|blev|behover|glomde|ser|sager att|vill)';

const others: readonly RegExp[] = [
  new RegExp(
    `\\b(?:my|our|a|an|the|one of (?:my|our)|this|min|mitt|var|varan|en|ett|en av (?:mina|vara)|nya|den nya|new)\\s(?:[a-z]+\\s){0,2}?${people}(?:\\s(?:next to me|beside me|bredvid mig|here))?\\s${troubles}\\b`,
    'u',
  ),
  new RegExp(`\\b${people}(?:.?s|.s)?\\s(?:[a-z]+\\s)?${things}\\b`, 'u'),
  new RegExp(
    `\\b(?:for|of|to|from|at|on behalf of|for|till|at|fran|hos)\\s(?:a|an|my|our|one of my|the|min|mina|en|vara?|var)\\s(?:[a-z]+\\s){0,2}?${people}\\b`,
    'u',
  ),
  /\b(?:he|she|han|hon)\s(?:is|has|can.?t|cannot|doesn.?t|didn.?t|forgot|lost|gets|needs|sits|ar|har|kan|kommer|far|fick|behover|glomde|sitter)\b/u,
  new RegExp(`\\b(?:his|her|hans|hennes|their|deras)\\s(?:[a-z]+\\s)?${things}\\b`, 'u'),
  /\b(?:for|at|till)\s(?:him|her|honom|henne)\b/u,
  /\b(?:unlock|reset|enable|disable|open|close|delete|las upp|aterstall|aktivera|inaktivera|oppna|stang av|stang|radera)\s(?:the\s)?(?:user|account|anvandaren?|kontot?)\s(?:of|for|till|at)?\s?[a-z]{3,}\d*\b(?<!please|again|now|asap|mig|igen|nu|tack)/u,
];
/** Somebody by their name, as it is written: "what's Marcus's number", "har Linda ställt in sitt". */
const named: readonly RegExp[] = [
  new RegExp(`(?<=\\p{L},? )(\\p{Lu}\\p{Ll}{2,}?)(?:['’]s|s|['’])? (?:\\p{Ll}+ )?(?=${things}(?![\\p{L}]))`, 'gu'),
  /(?<!\p{L})(?:[Hh]as|[Dd]oes|[Dd]id|[Hh]ar|[Hh]ade|[Ii]s|[Ää]r|[Ff]år|[Ff]ick) (\p{Lu}\p{Ll}{2,}) (?=för|inlag|registr|lagt|have|got|use|set|ready|redo|ställt|get|see|har|fått|sina|sitt|sin(?!\p{L}))/gu,
];

function namesOther(text: string): boolean {
  const said = text.slice(0, 300);
  return named.some((pattern) =>
    [...said.matchAll(pattern)].some(
      ([, name = '']) => !known.test(name) && !products.test(name) && !systems.test(folded(name)),
    ),
  );
}

/** Others who are named, and yet it is about the one who writes. */
const self =
  /\b(?:not me|but i\b|i can.?t|i don.?t|i get|i never|inte jag|men jag|jag (?:kan|far|fick|ser) (?:inte|aldrig|int)|my (?:own|number|details)|mitt nummer|see my|ser? mitt|told me|asked me|sa (?:till|at) mig|bad mig|gave me|gav mig)\b/u;

/** Names of systems that have passwords, codes and accounts of their own. */
const systems =
  /\b(?:sap(?: gui)?|agresso|visma|fortnox|kronos|workday|jira|confluence|salesforce|adobe|acrobat|photoshop|autocad|zoom|netflix|spotify|instagram|linkedin|facebook|bankid|swish|klarna|skatteverket(?:s)?|1177|forsakringskassan|schoolsoft|unikum|skola24|edlevo|heroma|primula|medvind|lifecare|cosmic|melior|takecare|servicenow|zendesk|okta|citrix|github|gitlab|slack|trello|asana|dropbox|oracle|peoplesoft|concur|unit4|hogia|proceedo|kivra|postnord|paypal|amazon|ebay|playstation|xbox|steam|figma|canva|miro|kahoot|ladok|moodle|canvas|benify|quinyx|personec|raindance|voicemail|rostbrevladan?|passerkortet?|door badge|badge system|key ?card|skrivaren?|printer|scannern?|larmet|time clock|stampelklockan?|parking app|parkeringsappen|gym app|gymmets|school app|skolappen?|bitlocker|puk(?:kod)?|crm|erp|payroll (?:system|portal)|lonesystemet|bokningssystemet|booking system|tinder|ticketmaster|minecraft|roblox|fortnite|twitch|discord|uber|airbnb|disney|hbo|twitter|reddit|vinted|ryanair|duolingo|strava|snapchat|blocket|tradera|hemnet|the bank|banken|bank card|bankkort(?:et)?|mobiloperatoren|carrier|biblioteket|library)\b/u;
/** Names with a capital that are no person's. */
const products =
  /^(?:Reset|Google|Gmail|Apple|Samsung|Android|Iphone|Chrome|Edge|Safari|Firefox|Self|Service|English|Swedish|Engelska|Svenska|January|February|March|April|May|June|July|August|September|October|November|December|\p{Lu}\p{Ll}+day)$/u;
/** What a reset is told by: there, another system is a comparison only. */
const ours =
  /\b(?:reset page|password reset|sspr|aterstallningen|aterstallningssidan|losenordsaterstallning|microsoft|self.?service|this bot)\b/u;
const speaking =
  /^[^.!?]{0,30}?(?<![\p{L}])(\p{Lu}[\p{L}\d]{2,}|[\p{Lu}\d]{2,})(?:s (?:app|sida|portal)|'s (?:app|site|portal)| (?:GUI|app|appen|portal|portalen|server|client))?(?::|\s(?:says|said|tells|claims|wants|keeps|doesn't|does not|won't|rejects|refuses|kicked|locked|sends|thinks|sager|säger|påstår|vill|kräver|känner|hittar|nekar|vägrar|låste|kastade|skickade|skickar|har låst)\b)/u;
const known =
  /^(?:i|it|page|microsoft|ms|windows|outlook|teams|office|entra|azure|authenticator|portal|the|den|det|sidan|hr|ad|error|fel|felkod|subject|from|to|re|fw|fwd|vb|sv|hi|hej|hello|sspr|aadsts\d*|code|kod|koden|mobile|mobil|phone|telefon|number|nummer|email|mejl|system|admin|ps|step|page|when|my|min|mitt|this|here|login|inloggningen|inloggning|sign|gmail|hotmail|it-avdelningen|helpdesk)$/iu;

const solved =
  /\b(?:works? (?:now|again|fine|great)|working (?:now|again)|(?:is|been|got|all|already|it) (?:solved|fixed|sorted)|^(?:solved|sorted|fixed|done)\b|solved itself|all (?:good|sorted|fine|set)|(?:came|arrived|turned up|showed up|came through) (?:now|just now|after all|in the end|eventually)|i.?m (?:in|back in|logged in)(?: now| again)?$|no need to|never ?mind|funkar (?:nu|igen|det nu)|fungerar (?:nu|igen)|(?:ar|har) (?:lost|fixat|ordnat)|^(?:lost|fixat|ordnat)\b|loste sig|ordnade sig|allt (?:bra|gott|ok|lugnt)|(?:kom|dok upp|trillade in) (?:nu|precis|till slut|anda)|jag ar inne|behover inte langre|ingen fara|nu (?:funkar|fungerar|gar det|ar allt|ar jag inne)|now (?:it works|everything|all is))\b/u;
const present =
  /\b(?:still|but now it (?:won|doesn|does not)|fortfarande|anda inte|men nu (?:vill|kommer det inget|far jag|ar det|gar det inte))\b/u;
const denial = /\b(?:not|never|no|nothing|don.?t|isn.?t|haven.?t|didn.?t|inte|aldrig|ej|int|inget|ingen|inga)\b/u;
const asked =
  /\?|\b(?:true|is that you|stammer det|eller)$|\b(?:vad|hur|vilket|vilken|vem|what|how|which|why|varfor|ar det|is it|is that) (?:\w+ ){0,6}\w+$|^(?:who|what|when|where|why|which|how|is|are|am|do|does|did|can|could|may|must|will|would|should|vem|vad|nar|var|varfor|vilken|vilket|vilka|hur|ar|kan|far|maste|ska|skulle|gar|finns|har (?:ni|du|jag)|kommer)\b/u;

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
  const turn =
    /(?:\b(?:yesterday|last week|earlier|first|before|this morning|was|were|had)\b|(?<!\p{L})(?:igår|i går|förra veckan|först|förut|tidigare|i morse|var|hade|blev)(?!\p{L})).{3,200}?(?:\bbut (?:now|today)\b|\b(?:and|,) (?:now|today)\b|\bnow\b|(?<!\p{L})(?:men|och|,) ?(?:nu|idag)(?!\p{L})|(?<!\p{L})nu(?!\p{L}))(.{8,})$/isu.exec(
      text,
    );
  return turn?.[1] ?? null;
}

/** What the learner sees of it. */
export function frameFeatures({ somebodyElse, otherSystem, over }: Framing): readonly string[] {
  const found: string[] = [];
  if (somebodyElse) found.push('frame somebody-else');
  if (otherSystem) found.push('frame other-system');
  if (over) found.push('frame over');
  return found;
}
