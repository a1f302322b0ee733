import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import { DialogSet, type DialogState } from 'botbuilder-dialogs';
import { codeDialog, codeScreen } from './code.ts';
import { emailMethodDialog, emailScreen } from './email-method.ts';
import { finishScreen } from './finish.ts';
import { homeScreen, mainDialog } from './main.ts';
import { phoneMethodDialog, phoneScreen } from './phone-method.ts';
import { proveDialog, proveScreen } from './prove.ts';
import { chooseScreen, registerDialog } from './register.ts';
import { attachTurn, type Turn } from './turn.ts';
import { WaitForCard } from './wait-for-card.ts';

/**
 * Shape of the dialog stack. Raise it whenever a stored stack of the version before could be misread: a step added,
 * removed or moved, a screen renamed, a `Place` changed. Old chats then start over politely.
 */
export const dialogVersion = 1;

/** Everything that can be talked about. */
export function createConversation(state: StatePropertyAccessor<DialogState>) {
  const dialogs = new DialogSet(state);
  for (const dialog of [mainDialog, registerDialog, phoneMethodDialog, emailMethodDialog, codeDialog, proveDialog]) {
    dialogs.add(dialog);
  }
  dialogs
    .add(new WaitForCard(homeScreen))
    .add(new WaitForCard(chooseScreen))
    .add(new WaitForCard(phoneScreen))
    .add(new WaitForCard(emailScreen))
    .add(new WaitForCard(codeScreen))
    .add(new WaitForCard(proveScreen))
    .add(new WaitForCard(finishScreen));

  return {
    /** Takes the person's act to the dialog on top; a chat without one starts at home. */
    async continue(context: TurnContext, turn: Turn): Promise<void> {
      attachTurn(context, turn);
      const dc = await dialogs.createContext(context);
      if (!dc.activeDialog) await dc.beginDialog(mainDialog.id);
      else if (turn.act.kind === 'arrival') return dc.repromptDialog();
      if (turn.act.kind !== 'arrival') await dc.continueDialog();
    },
    /** Shows the screen on top as it is now. */
    async refresh(context: TurnContext, turn: Turn): Promise<void> {
      attachTurn(context, turn);
      await (await dialogs.createContext(context)).repromptDialog();
    },
  };
}
