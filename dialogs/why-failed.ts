import { WaterfallDialog } from 'botbuilder-dialogs';
import type { SituationId } from '../bot/domain/diagnosis/situation.ts';
import { diagnose } from '../bot/domain/diagnosis.ts';
import { understand } from '../bot/understanding/understand.ts';
import { type AnswerVerb, answerCard, answerForm } from '../cards/answer.ts';
import { askWhyCard, askWhyForm } from '../cards/ask-why.ts';
import { contactLine } from '../cards/home.ts';
import { cut } from '../cards/typed.ts';
import { type Turn, turnOf } from './turn.ts';
import type { Screen } from './wait-for-card.ts';

/** What was said of the failed reset. unclear: something was said, and it fits nothing that we know. */
export interface Said {
  readonly said: SituationId | null;
  readonly unclear: boolean;
}

/** What somebody's words say about what they saw. */
export function saidIn(text: string): Said {
  const { situation } = understand(text);
  return { said: situation, unclear: situation === null && text.trim() !== '' };
}

export const askWhyScreen: Screen<object, Said> = {
  name: 'ask-why',
  draw: async ({ tell, typed, note }) => askWhyCard(tell, typed.said ?? '', note),
  read({ tell }, act) {
    if (act.kind === 'text') {
      const { wish, situation } = understand(act.text);
      const about = situation !== null || wish === 'why-failed' || wish === 'other';
      return about && /\p{L}/u.test(act.text) ? { kind: 'answer', answer: saidIn(act.text) } : { kind: 'not-mine' };
    }
    const read = askWhyForm.safeParse(act.kind === 'verb' ? { ...act.data, verb: act.verb } : undefined);
    if (!read.success) return { kind: 'not-mine' };
    if (read.data.verb === 'why-unknown') return { kind: 'answer', answer: { said: null, unclear: false } };
    const { said, picked } = read.data;
    if (said.trim() === '' && !picked) return { kind: 'again', problem: tell('ask.missing'), typed: {} };
    const heard = said.trim() === '' ? { said: null, unclear: false } : saidIn(cut(said));
    return { kind: 'answer', answer: heard.said === null && picked ? { said: picked, unclear: false } : heard };
  },
};

export const answerScreen: Screen<Said, AnswerVerb> = {
  name: 'answer',
  async draw(turn, { said, unclear }) {
    const findings = diagnose(await turn.facts(), turn.now, said);
    const note = unclear ? ({ text: turn.tell('why.unclear'), tone: 'attention' } as const) : undefined;
    return answerCard(turn.tell, findings, turn.now, turn.note ?? note);
  },
  async read(turn, act, { said }) {
    if (act.kind !== 'text') {
      const read = answerForm.safeParse(act.kind === 'verb' ? { verb: act.verb } : undefined);
      return read.success ? { kind: 'answer', answer: read.data.verb } : { kind: 'not-mine' };
    }
    const followed = await followUp(turn, act.text, said);
    return followed ? { kind: 'said' } : { kind: 'not-mine' };
  },
};

/** Questions that mean something after an answer: "what does that mean?", "can't you just do it?", "how long?" */
async function followUp(turn: Turn, text: string, said: SituationId | null): Promise<boolean> {
  const { tell } = turn;
  const { wish } = understand(text);
  switch (wish) {
    case 'do-it':
    case 'how-long':
    case 'still-broken':
      turn.say(tell(`follow.${wish}`));
      return true;
    case 'meaning': {
      const [first] = diagnose(await turn.facts(), turn.now, said);
      if (first) turn.say(`${tell(`${first.situation}.why`)} ${tell(`${first.situation}.now`)}`);
      return true;
    }
    default:
      return false;
  }
}

/** "Why did my reset fail?": what was seen, then the answer, then what to do. */
export const whyFailedDialog = new WaterfallDialog<Partial<Said>>('why-failed', [
  (step) => {
    const { said, unclear } = (step.options ?? {}) as Partial<Said>;
    return said ? step.next({ kind: 'answer', answer: { said, unclear } }) : step.beginDialog(askWhyScreen.name, {});
  },
  (step) => {
    if (step.result?.kind !== 'answer') return step.endDialog();
    const { said = null, unclear = false }: Partial<Said> = step.result.answer;
    return step.beginDialog(answerScreen.name, { said, unclear });
  },
  (step) => {
    if (step.result?.kind !== 'answer') return step.endDialog();
    const turn = turnOf(step.context);
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
        turn.say(contactLine(turn.tell, turn.policy, 'help'));
        return step.endDialog();
    }
  },
]);
