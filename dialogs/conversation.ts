import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import type { Dialog, DialogContext, DialogState } from 'botbuilder-dialogs';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js';
import type { Card } from '../cards/render.ts';
import { appMethodDialog, appScreen } from './app-method.ts';
import { appProveDialog, appProveScreen } from './app-prove.ts';
import { codeDialog, codeScreen } from './code.ts';
import { confirmDialog, dueScreen, errandsDialog, prefilledScreen } from './confirm.ts';
import { contactDialog, contactScreen, reviewScreen } from './contact.ts';
import { callerCheckDialog, callerScreen } from './contact-check.ts';
import { emailMethodDialog, emailScreen } from './email-method.ts';
import { finishScreen } from './finish.ts';
import { guessesScreen } from './guesses.ts';
import { homeScreen, mainDialog } from './main.ts';
import { manageDialog, manageMethodDialog, manageScreen, methodScreen, removeScreen } from './manage.ts';
import { dataDialog, dataScreen, eraseDialog, eraseScreen } from './my-data.ts';
import { bringBackDialog, notMeDialog, notMeScreen } from './not-me.ts';
import { disputeDialog, officeMethodDialog, officeScreen, wrongValueScreen } from './office-method.ts';
import { phoneMethodDialog, phoneScreen } from './phone-method.ts';
import { proveDialog, proveScreen } from './prove.ts';
import { questionsMethodDialog, questionsScreen } from './questions-method.ts';
import { answersScreen, questionsProveDialog } from './questions-prove.ts';
import { chooseScreen, registerDialog } from './register.ts';
import { registerThereDialog, registerThereScreen } from './register-there.ts';
import { rehearsalScreen, rehearseDialog } from './rehearse.ts';
import { attachTurn, type Turn } from './turn.ts';
import { WaitForCard } from './wait-for-card.ts';
import { answerScreen, askWhyScreen, whyFailedDialog } from './why-failed.ts';

/**
 * Shape of the dialog stack. Raise it whenever a stored stack of the version before could be misread: a step added,
 * removed or moved, a screen renamed, a `Place` changed. Old chats then start over politely.
 */
export const dialogVersion = 3;

/** Where the library looks for its memory scopes before it makes them. */
const scopesKey = 'DialogStateManagerConfiguration';

/** Everything that can be talked about. */
export function createConversation(state: StatePropertyAccessor<DialogState>) {
  const dialogs = new DialogSet(state);
  const screens: readonly Dialog[] = [
    new WaitForCard(homeScreen),
    new WaitForCard(chooseScreen),
    new WaitForCard(phoneScreen),
    new WaitForCard(emailScreen),
    new WaitForCard(codeScreen),
    new WaitForCard(proveScreen),
    new WaitForCard(finishScreen),
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
  async function opened(context: TurnContext): Promise<DialogContext> {
    if (scopes) context.turnState.set(scopesKey, scopes);
    const dc = await dialogs.createContext(context);
    scopes ??= context.turnState.get(scopesKey);
    return dc;
  }

  return {
    /** Takes the person's act to the dialog on top; a chat without one starts at home. */
    async continue(context: TurnContext, turn: Turn): Promise<void> {
      attachTurn(context, turn);
      const dc = await opened(context);
      if (!dc.activeDialog) await unwrapped(dc.beginDialog(mainDialog.id));
      else if (turn.act.kind === 'arrival') return unwrapped(dc.repromptDialog());
      if (turn.act.kind !== 'arrival') await unwrapped(dc.continueDialog());
    },
    /** What the window of the screen on top shows; undefined when it has none, or is not the one asked for. */
    async form(context: TurnContext, turn: Turn, screen?: string): Promise<Card | undefined> {
      let form: Card | undefined;
      const show: Turn['show'] = (_card, shown) => {
        form = shown;
      };
      attachTurn(context, { ...turn, show });
      const dc = await opened(context);
      if (screen === undefined || dc.activeDialog?.id === screen) await unwrapped(dc.repromptDialog());
      return form;
    },
    /** The screen on top as it is now; nothing else happens. @param only the screens it may be */
    async drawn(context: TurnContext, turn: Turn, only?: ReadonlySet<string>): Promise<Card | undefined> {
      let card: Card | undefined;
      const show = (shown: Card) => {
        card = shown;
      };
      attachTurn(context, { ...turn, show });
      const dc = await opened(context);
      if (only?.has(dc.activeDialog?.id ?? '') !== false) await unwrapped(dc.repromptDialog());
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
