import { WaterfallDialog } from 'botbuilder-dialogs';
import { diagnose } from '../../bot/domain/diagnosis/diagnose.ts';
import type { Finding } from '../../bot/domain/diagnosis/finding.ts';
import type { SituationId } from '../../bot/domain/diagnosis/situation-ids.ts';
import { heard } from '../../bot/understanding/heard.ts';
import { type AnswerVerb, answerCard, answerForm, asideCard, signInCard } from '../../cards/diagnosis/answer.ts';
import { askWhyCard, askWhyForm } from '../../cards/diagnosis/ask-why.ts';
import { cut } from '../../cards/parts/render.ts';
import type { WhyOptions } from '../destination.ts';
import type { Screen } from '../screen.ts';
import type { ContactPlace } from '../tickets/contact.ts';
import { type Turn, turnOf } from '../turn.ts';
import { lookingNote } from './lookup-note.ts';
import { namedIn, type Said, saidBy, saidIn } from './statement.ts';

interface AskPlace {
  readonly picked?: SituationId | undefined;
}

export const askWhyScreen: Screen<AskPlace, Said | 'rehearse'> = {
  name: 'ask-why',
  draw: async ({ tell, typed, note }, { picked }) => askWhyCard(tell, typed.said ?? '', picked, note),
  read({ tell }, act) {
    if (act.kind === 'text') {
      const meant = heard(act.text);
      const about = namedIn(meant) ?? (meant.wish === 'other' ? saidIn(act.text) : undefined);
      return about && /\p{L}/u.test(act.text) ? { kind: 'answer', answer: about } : { kind: 'not-mine' };
    }
    const read = askWhyForm.safeParse(act.kind === 'verb' ? { ...act.data, verb: act.verb } : undefined);
    if (!read.success) return { kind: 'not-mine' };
    if (read.data.verb === 'would-work') return { kind: 'answer', answer: 'rehearse' };
    if (read.data.verb === 'why-unknown') return { kind: 'answer', answer: saidBy(undefined) };
    const { said, picked } = read.data;
    if (said.trim() === '' && !picked) return { kind: 'again', problem: tell('ask.missing'), typed: {} };
    const words = saidIn(cut(said));
    return { kind: 'answer', answer: picked && (words.unclear || said.trim() === '') ? saidBy(picked) : words };
  },
};

/** In the order of the portal's checks; but what the person saw comes first where it is so. */
async function findingsFor(turn: Turn, { situation }: Said): Promise<readonly Finding[]> {
  const findings = diagnose(await turn.facts('log'), turn.now, situation);
  const asked = findings.find(
    (one) =>
      (one.situation === situation || one.family === situation) &&
      one.certainty !== 'told-only' &&
      one.against.length === 0,
  );
  const urgent = findings[0]?.situation === 'K34';
  return asked && !urgent ? [asked, ...findings.filter((one) => one !== asked)] : findings;
}

export const answerScreen: Screen<Said, AnswerVerb> = {
  name: 'answer',
  async draw(turn, said) {
    const { tell, now } = turn;
    const findings = await findingsFor(turn, said);
    const note = await lookingNote(turn, 'log');
    if (said.signIn && !said.situation) return signInCard(tell, said.signIn, findings, now, note);
    if (said.aside && !said.situation) return asideCard(tell, said.aside, findings, now, note);
    const about = said.signIn ? tell(`code.${said.signIn}`) : said.unclear ? tell('why.unclear') : undefined;
    return answerCard(tell, findings, now, note ?? (about ? { text: about, tone: 'attention' } : undefined));
  },
  async read(turn, act, said) {
    if (act.kind !== 'text') {
      const read = answerForm.safeParse(act.kind === 'verb' ? { verb: act.verb } : undefined);
      return read.success ? { kind: 'answer', answer: read.data.verb } : { kind: 'not-mine' };
    }
    return (await followUp(turn, act.text, said)) ? { kind: 'said' } : { kind: 'not-mine' };
  },
};

/** Questions that mean something after an answer: "what does that mean?", "can't you just do it?", "how long?" */
async function followUp(turn: Turn, text: string, said: Said): Promise<boolean> {
  const { tell } = turn;
  const meant = heard(text);
  switch (meant.wish) {
    case 'do-it':
    case 'how-long':
      turn.say(tell(`follow.${meant.wish}`));
      return true;
    case 'still-broken':
      if (namedIn(meant)) return false;
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
    if (step.result?.kind !== 'answer') return step.endDialog();
    const answer: Said | 'rehearse' = step.result.answer;
    if (answer === 'rehearse') return step.replaceDialog(answer);
    (step.values as { said?: Said }).said = answer;
    return step.beginDialog(answerScreen.name, answer);
  },
  async (step) => {
    if (step.result?.kind !== 'answer') return step.endDialog();
    switch (step.result.answer as AnswerVerb) {
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
          await pleaAbout(turnOf(step.context), (step.values as { said: Said }).said),
        );
    }
  },
]);

/** A person is asked about what the card was about. */
async function pleaAbout(turn: Turn, said: Said): Promise<ContactPlace> {
  // What the account shows has nothing to do with what stopped the sign-in.
  if (said.signIn && !said.situation) return { urgent: false };
  const [first] = await findingsFor(turn, said);
  const urgent = first?.remedies.some((remedy) => remedy.kind === 'contact' && remedy.urgency === 'urgent') ?? false;
  return first && first.situation !== 'unknown' ? { situation: first.situation, urgent } : { urgent };
}
