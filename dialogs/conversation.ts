import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import type { Dialog, DialogContext, DialogState } from 'botbuilder-dialogs';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js';
import type { Card } from '../cards/parts/render.ts';
import { guessesScreen } from './commands.ts';
import { rehearsalScreen, rehearseDialog } from './diagnosis/rehearse.ts';
import { answerScreen, askWhyScreen, whyFailedDialog } from './diagnosis/why-failed.ts';
import { appMethodDialog, appProveDialog, appProveScreen, appScreen } from './enrolment/app.ts';
import { codeDialog, codeScreen } from './enrolment/code.ts';
import { emailMethodDialog, emailScreen } from './enrolment/email.ts';
import { keepDialog, keepScreen } from './enrolment/keep.ts';
import { phoneMethodDialog, phoneScreen } from './enrolment/phone.ts';
import { disputeDialog, officeMethodDialog, officeScreen, wrongValueScreen } from './enrolment/prefilled.ts';
import { proveDialog, proveScreen } from './enrolment/prove.ts';
import { answersScreen, questionsMethodDialog, questionsProveDialog, questionsScreen } from './enrolment/questions.ts';
import { confirmDialog, dueScreen, errandsDialog, prefilledScreen } from './enrolment/reconfirm.ts';
import { chooseScreen, finishScreen, registerDialog } from './enrolment/register.ts';
import { registerThereDialog, registerThereScreen } from './enrolment/register-at-microsoft.ts';
import { homeScreen, mainDialog } from './main.ts';
import { manageDialog, manageMethodDialog, manageScreen, methodScreen, removeScreen } from './methods/manage.ts';
import { dataDialog, dataScreen, eraseDialog, eraseScreen } from './methods/my-data.ts';
import { bringBackDialog, notMeDialog, notMeScreen } from './methods/not-me.ts';
import { callerCheckDialog, callerScreen } from './tickets/caller-check.ts';
import { contactDialog, contactScreen, reviewScreen, tellItDialog } from './tickets/contact.ts';
import { attachTurn, type Turn } from './turn.ts';
import { noteOf, WaitForCard } from './wait-for-card.ts';

/**
 * Shape of the dialog stack. Raise it whenever a stored stack of the version before could be misread: a step added,
 * removed or moved, a screen renamed, a `Place` changed. Old chats then start over politely.
 */
export const dialogVersion = 3;

/** Where the library looks for its memory scopes before it makes them. */
const scopesKey = 'DialogStateManagerConfiguration';

/** Where the library looks for its stack, which is the chat's own. */
const stackKey = Symbol('dialog stack');
const stackOf: StatePropertyAccessor<DialogState> = {
  get: async (context: TurnContext) => context.turnState.get<DialogState>(stackKey),
  set: async (context: TurnContext, stack: DialogState) => void context.turnState.set(stackKey, stack),
  delete: async (context: TurnContext) => void context.turnState.delete(stackKey),
};

/** One turn in a chat: what the library knows of it, what dialogs know of it, and the stack, which changes in place. */
export interface Talk {
  readonly context: TurnContext;
  readonly turn: Turn;
  readonly dialog: DialogState;
}

/** Everything that can be talked about. */
export function createConversation() {
  const dialogs = new DialogSet(stackOf);
  const screens: readonly Dialog[] = [
    new WaitForCard(homeScreen),
    new WaitForCard(chooseScreen),
    new WaitForCard(phoneScreen),
    new WaitForCard(emailScreen),
    new WaitForCard(codeScreen),
    new WaitForCard(proveScreen),
    new WaitForCard(finishScreen),
    new WaitForCard(keepScreen),
    new WaitForCard(manageScreen),
    new WaitForCard(methodScreen),
    new WaitForCard(removeScreen),
    new WaitForCard(dataScreen),
    new WaitForCard(eraseScreen),
    new WaitForCard(guessesScreen),
    new WaitForCard(askWhyScreen),
    new WaitForCard(answerScreen),
    new WaitForCard(rehearsalScreen),
    new WaitForCard(prefilledScreen),
    new WaitForCard(dueScreen),
    new WaitForCard(officeScreen),
    new WaitForCard(wrongValueScreen),
    new WaitForCard(appScreen),
    new WaitForCard(appProveScreen),
    new WaitForCard(questionsScreen),
    new WaitForCard(answersScreen),
    new WaitForCard(contactScreen),
    new WaitForCard(reviewScreen),
    new WaitForCard(callerScreen),
    new WaitForCard(registerThereScreen),
    new WaitForCard(notMeScreen),
  ];
  const flows: readonly Dialog[] = [
    mainDialog,
    registerDialog,
    phoneMethodDialog,
    emailMethodDialog,
    codeDialog,
    proveDialog,
    keepDialog,
    manageDialog,
    manageMethodDialog,
    dataDialog,
    eraseDialog,
    whyFailedDialog,
    rehearseDialog,
    confirmDialog,
    errandsDialog,
    officeMethodDialog,
    disputeDialog,
    appMethodDialog,
    appProveDialog,
    questionsMethodDialog,
    questionsProveDialog,
    contactDialog,
    tellItDialog,
    callerCheckDialog,
    registerThereDialog,
    notMeDialog,
    bringBackDialog,
  ];
  for (const dialog of [...screens, ...flows]) {
    // The set would rename the second one and begin the first for ever.
    if (dialogs.find(dialog.id)) throw new TypeError(`two dialogs are called ${dialog.id}`);
    dialogs.add(dialog);
  }

  let scopes: unknown;

  /** The library puts its memory scopes together anew for each turn, always the same; the first turn's serve them all. */
  async function opened({ context, turn, dialog }: Talk): Promise<DialogContext> {
    attachTurn(context, turn);
    context.turnState.set(stackKey, dialog);
    if (scopes) context.turnState.set(scopesKey, scopes);
    const dc = await dialogs.createContext(context);
    scopes ??= context.turnState.get(scopesKey);
    return dc;
  }

  /** The screen on top as it is on show, drawn for somebody else than the chat. @param only where the screen is one of these */
  async function redrawn(talk: Talk, show: Turn['show'], only?: (screen: string) => boolean): Promise<void> {
    const turn = Object.assign(Object.create(talk.turn) as Turn, { show });
    const dc = await opened({ ...talk, turn });
    turn.note ??= noteOf(dc.activeDialog);
    if (only?.(dc.activeDialog?.id ?? '') !== false) await unwrapped(dc.repromptDialog());
  }

  return {
    /** Takes the person's act to the dialog on top; a chat without one starts at home. */
    async continue(talk: Talk): Promise<void> {
      const { act } = talk.turn;
      const dc = await opened(talk);
      if (!dc.activeDialog) await unwrapped(dc.beginDialog(mainDialog.id));
      else if (act.kind === 'arrival') return unwrapped(dc.repromptDialog());
      if (act.kind !== 'arrival') await unwrapped(dc.continueDialog());
    },
    /** What the window of the screen on top shows; undefined when it has none, or is not the one asked for. */
    async form(talk: Talk, screen?: string): Promise<Card | undefined> {
      let form: Card | undefined;
      const show: Turn['show'] = (_card, shown) => {
        form = shown;
      };
      await redrawn(talk, show, screen === undefined ? undefined : (one) => one === screen);
      return form;
    },
    /** The screen on top as it is now; nothing else happens. @param only the screens it may be */
    async drawn(talk: Talk, only?: ReadonlySet<string>): Promise<Card | undefined> {
      let card: Card | undefined;
      const show = (shown: Card) => {
        card = shown;
      };
      await redrawn(talk, show, only && ((one) => only.has(one)));
      return card;
    },
  };
}

/** The dialog library wraps whatever is thrown inside it: our faults come out as they were thrown. */
async function unwrapped<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (reason) {
    throw reason instanceof Error && 'error' in reason && reason.error instanceof Error ? reason.error : reason;
  }
}
