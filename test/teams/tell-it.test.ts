import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { AccountFacts } from '../../bot/domain/account/facts.ts';
import { embeddedObserver, type ListedAccount } from '../../bot/providers/directory/embedded/embedded.ts';
import { teller } from '../../bot/texts/tell.ts';
import { anybody, type RunningBot, startBot } from '../support/bot.ts';
import { type Somebody, somebody, turnedClock } from '../support/screens.ts';
import { wordsOf } from '../support/teams-client.ts';
import { patience } from '../support/until.ts';

const clock = turnedClock();
const off: ListedAccount = { enabled: false, source: 'on-premises', writeback: 'off' };
let running: RunningBot;
before(async () => {
  const facts = async (employee: Somebody['employee']): Promise<AccountFacts> =>
    embeddedObserver([{ employee, entry: anybody, account: off }], clock).facts(
      employee,
      AbortSignal.timeout(patience),
    );
  running = await startBot({ clock, observer: { facts, sight: facts, known: facts } });
});
after(() => running.stop());

const says = ({ chat }: Somebody) => wordsOf(chat.latest().content);

for (const [locale, language] of [
  ['en-GB', 'en'],
  ['sv-SE', 'sv'],
] as const) {
  const tell = teller(language, 'Europe/Stockholm');
  for (const how of ['pressed', 'typed'] as const) {
    test(`the first card in ${language} tells all that stops a reset, and its button, ${how}, opens the request written`, async () => {
      const one = somebody(running, { locale });
      await one.chat.install();
      for (const part of ['not-enabled.why', 'kept-on-premises.why', 'obstacle.missing.proven'] as const) {
        assert.ok(says(one).includes(tell(part)), `${part}:\n${says(one)}`);
      }
      if (how === 'pressed') await one.chat.click('tell-it');
      else await one.chat.type(tell('obstacle.tell', { name: tell('contact.name') }));
      assert.ok(says(one).includes(tell('review.title')), says(one));
      assert.ok(says(one).includes(tell('obstacle.plea')));
      await one.chat.click('contact-send');
      const sent = one.chat
        .cards()
        .map(({ content }) => wordsOf(content))
        .join('\n');
      assert.match(sent, /R-\d{4}/);
    });
  }
}
