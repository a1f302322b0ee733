import { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog.js';
import { diagnose } from '../../bot/domain/diagnosis/diagnose.ts';
import type { Finding } from '../../bot/domain/diagnosis/finding.ts';
import { type RelatedProblemId, type SignInPage, signInPageOf } from '../../bot/domain/diagnosis/related-problems.ts';
import { numberOf, type SituationNumber, situationNumbered } from '../../bot/domain/diagnosis/situation-ids.ts';
import { mendable } from '../../bot/domain/diagnosis/situations.ts';
import { type Heard, heard } from '../../bot/understanding/heard.ts';
import {
  type AnswerVerb,
  answerCard,
  answerForm,
  relatedProblemCard,
  signInCard,
} from '../../cards/diagnosis/answer.ts';
import { askWhyCard, askWhyForm } from '../../cards/diagnosis/ask-why.ts';
import { cut } from '../../cards/parts/render.ts';
import { faqIn } from '../faq.ts';
import { saidIn } from '../said.ts';
import { type Screen, screenAnswer } from '../screen.ts';
import { begunPlea } from '../tickets/contact.ts';
import type { ContactPlace } from '../tickets/contact-place.ts';
import { lookingNote, type Turn, turnOf } from '../turn.ts';

/** What somebody said of a failed reset. */
export interface Statement {
  readonly situation: SituationNumber | null;
  /** Something beside a reset, with an answer of its own. */
  readonly aside: RelatedProblemId | null;
  /** A page of the sign-in, which may stand for a situation; missing: none. */
  readonly signIn?: SignInPage;
  /** Something was said, and it fits nothing that is known. */
  readonly unclear: boolean;
  /** As they wrote it into the card, for a request about it. */
  readonly words?: string;
}

const nothing: Statement = { situation: null, aside: null, unclear: false };
const unclear: Statement = { ...nothing, unclear: true };

const asideOf = {
  'verification-limit': 'too-many-messages',
  'temporarily-locked': 'locked-for-a-while',
  'windows-sign-in': 'windows-sign-in',
} as const satisfies Record<NonNullable<Heard['page']>, RelatedProblemId>;

/** `undefined` where it names nothing known. */
export function statementIn({
  situation,
  page,
  code,
}: Pick<Heard, 'situation' | 'page' | 'code'>): Statement | undefined {
  const signIn = signInPageOf(code);
  if (situation === null && page === null && !signIn) return undefined;
  return { situation, aside: page && asideOf[page], unclear: false, ...(signIn ? { signIn } : {}) };
}

/** The same; who has told at length what went wrong is not asked for it once more. */
export function statementTold(said: Heard): Statement | undefined {
  return statementIn(said) ?? (said.words >= atLength && said.finest === 'why-failed' ? unclear : undefined);
}

const atLength = 10;

/** What was chosen from a list; nothing chosen says nothing. */
export function statementChosen(situation: SituationNumber | undefined): Statement {
  return situation ? { ...nothing, situation } : nothing;
}

/** What a sentence says about what was seen. */
function statementTyped(text: string): Statement {
  return statementIn(heard(text)) ?? (text.trim() === '' ? nothing : unclear);
}

/** What "why did my reset fail?" begins with: what was said already, or what may have been meant. */
export interface WhyOptions {
  readonly said?: Statement | undefined;
  readonly picked?: SituationNumber | undefined;
}

interface AskPlace {
  readonly picked?: SituationNumber | undefined;
}

export const askWhyScreen: Screen<AskPlace, Statement | 'rehearse'> = {
  name: 'ask-why',
  draw: async ({ tell, typed, note }, { picked }) => askWhyCard(tell, typed.said ?? '', picked, note),
  read(turn, act) {
    const { tell } = turn;
    if (act.kind === 'text') {
      const meant = saidIn(turn, act);
      if (faqIn(meant)) return { kind: 'not-mine' };
      const about = statementIn(meant) ?? (meant.wish === 'other' ? unclear : undefined);
      return about && /\p{L}/u.test(act.text) ? { kind: 'answer', answer: about } : { kind: 'not-mine' };
    }
    const read = askWhyForm.safeParse(act.kind === 'verb' ? { ...act.data, verb: act.verb } : undefined);
    if (!read.success) return { kind: 'not-mine' };
    if (read.data.verb === 'would-work') return { kind: 'answer', answer: 'rehearse' };
    if (read.data.verb === 'why-unknown') return { kind: 'answer', answer: statementChosen(undefined) };
    const { said, picked } = read.data;
    if (said.trim() === '' && !picked) return { kind: 'again', problem: tell('ask.missing'), typed: {} };
    const words = cut(said).trim();
    const typed = statementTyped(words);
    const answer = picked && (typed.unclear || words === '') ? statementChosen(picked) : typed;
    return { kind: 'answer', answer: words === '' ? answer : { ...answer, words } };
  },
};

/**
 * What the person saw comes first where it is so, unless they could mend that and meet something then that they can't.
 */
async function findingsFor(turn: Turn, said: Statement): Promise<readonly Finding[]> {
  const situation = said.situation && situationNumbered(said.situation);
  const findings = diagnose(await turn.facts('log'), turn.now, situation);
  const asked = findings.find(
    (one) =>
      (one.situation === situation || one.family === situation) &&
      one.certainty !== 'told-only' &&
      one.against.length === 0,
  );
  const [first] = findings;
  const urgent = first?.situation === 'unasked-mail';
  const wall = asked && first && mendable(asked.situation) && !mendable(first.situation);
  return asked && !urgent && !wall ? [asked, ...findings.filter((one) => one !== asked)] : findings;
}

export const answerScreen: Screen<Statement, AnswerVerb> = {
  name: 'answer',
  async draw(turn, said) {
    const { tell, now } = turn;
    const findings = await findingsFor(turn, said);
    const note = await lookingNote(turn, 'log');
    if (said.signIn && !said.situation) return signInCard(tell, said.signIn, findings, now, note);
    if (said.aside && !said.situation) return relatedProblemCard(tell, said.aside, findings, now, note);
    const about = said.signIn ? tell(`code.${said.signIn}`) : said.unclear ? tell('why.unclear') : undefined;
    return answerCard(tell, findings, now, note ?? (about ? { text: about, tone: 'attention' } : undefined));
  },
  async read(turn, act, said) {
    if (act.kind !== 'text') {
      const read = answerForm.safeParse(act.kind === 'verb' ? { verb: act.verb } : undefined);
      return read.success ? { kind: 'answer', answer: read.data.verb } : { kind: 'not-mine' };
    }
    const meant = saidIn(turn, act);
    if (meant.wish === 'contact') turn.about = await pleaAbout(turn, said);
    return (await followUp(turn, meant, said)) ? { kind: 'said' } : { kind: 'not-mine' };
  },
};

/** Questions that mean something after an answer: "what does that mean?", "can't you just do it?", "how long?" */
async function followUp(turn: Turn, meant: Heard, said: Statement): Promise<boolean> {
  const { tell } = turn;
  switch (meant.wish) {
    case 'do-it':
    case 'how-long':
      turn.say(tell(`follow.${meant.wish}`));
      return true;
    case 'still-broken':
    case 'why-failed':
      if (statementIn(meant) || faqIn(meant)) return false;
      turn.say(tell('follow.still-broken'));
      return true;
    case 'meaning': {
      if (said.signIn && !said.situation) {
        turn.say(`${tell(`code.${said.signIn}`)} ${tell('signIn.why')}`);
        return true;
      }
      const [first] = await findingsFor(turn, said);
      const about = said.aside && !said.situation ? said.aside : (first?.situation ?? 'unknown');
      turn.say(`${tell(`${about}.why`)} ${tell(`${about}.now`)}`);
      return true;
    }
    default:
      return false;
  }
}

/** "Why did my reset fail?": what was seen, then the answer, then what to do. */
export const whyFailedDialog = new WaterfallDialog<WhyOptions>('why-failed', [
  (step) => {
    const { said, picked } = (step.options ?? {}) as WhyOptions;
    return said ? step.next({ kind: 'answer', answer: said }) : step.beginDialog(askWhyScreen.name, { picked });
  },
  (step) => {
    const answer = screenAnswer(step, askWhyScreen);
    if (!answer) return step.endDialog();
    if (answer === 'rehearse') return step.replaceDialog(answer);
    (step.values as { said?: Statement }).said = answer;
    return step.beginDialog(answerScreen.name, answer);
  },
  async (step) => {
    switch (screenAnswer(step, answerScreen)) {
      case undefined:
        return step.endDialog();
      case 'do-register':
        return step.replaceDialog('register', {});
      case 'do-confirm':
        return step.replaceDialog('look-through', { about: 'prefilled' });
      case 'do-manage':
      case 'do-methods':
        return step.replaceDialog('manage-methods');
      case 'do-rehearse':
        return step.replaceDialog('rehearse');
      case 'ask-again':
        return step.replaceDialog('why-failed', {});
      case 'do-contact':
        return step.replaceDialog(
          'contact-person',
          await pleaAbout(turnOf(step.context), (step.values as { said: Statement }).said),
        );
    }
  },
]);

/** A person is asked about what the card was about: what is known of it is written already. */
async function pleaAbout(turn: Turn, said: Statement): Promise<ContactPlace> {
  // What the account shows has nothing to do with what stopped the sign-in.
  if (said.signIn && !said.situation) return { urgent: false };
  const [first] = await findingsFor(turn, said);
  const urgent = first?.remedies.some((remedy) => remedy.kind === 'contact' && remedy.urgency === 'urgent') ?? false;
  if (!first || first.situation === 'unknown') return begunPlea(turn, said.words ?? '', urgent);
  const words = said.words ?? turn.tell(`${first.situation}.happened`);
  return { ...begunPlea(turn, words, urgent), situation: numberOf(first.situation), told: true };
}
