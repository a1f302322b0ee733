import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DialogSet } from 'botbuilder-dialogs';
import { createConversation } from '../../dialogs/conversation.ts';
import { WaitForCard } from '../../dialogs/wait-for-card.ts';
import { startBot } from '../support/bot.ts';
import { headings, roads, screenNames, somebody, turnedClock } from '../support/screens.ts';
import { wordsOf } from '../support/teams-client.ts';

/** The screen on top of a stored stack. */
function top(dialog: unknown): string | undefined {
  const { dialogStack = [] } = dialog as { dialogStack?: readonly { readonly id: string }[] };
  return dialogStack.at(-1)?.id;
}

test('a road leads to each screen that the conversation has, so that the shared trials try them all', async (t) => {
  const add = t.mock.method(DialogSet.prototype, 'add');
  createConversation();
  const screens = add.mock.calls.flatMap(({ arguments: [dialog] }) =>
    dialog instanceof WaitForCard ? [dialog.id] : [],
  );
  assert.ok(screens.length > 0);
  const clock = turnedClock();
  const running = await startBot({ clock });
  t.after(() => running.stop());
  const reached = new Set<string | undefined>();
  for (const name of screenNames) {
    const one = somebody(running);
    await roads[name](one, running, clock);
    assert.match(wordsOf(one.chat.latest().content), headings[name]);
    reached.add(top((await running.records.read('conversation', one.chat.conversation))?.dialog));
  }
  assert.deepEqual([...reached].sort(), screens.sort());
});
