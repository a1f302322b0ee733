import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { AccountFacts } from '../../bot/domain/account/facts.ts';
import { personId } from '../../bot/domain/account/person.ts';
import { numberOf, type SituationId } from '../../bot/domain/diagnosis/situation-ids.ts';
import { embeddedObserver, type ListedAccount } from '../../bot/providers/directory/embedded/embedded.ts';
import { teller } from '../../bot/texts/tell.ts';
import { supportCard } from '../../cards/tickets/support.ts';
import { anybody, type RunningBot, startBot } from '../support/bot.ts';
import { type Somebody, somebody, turnedClock } from '../support/screens.ts';
import { actionsOf, wordsOf } from '../support/teams-client.ts';
import { patience } from '../support/until.ts';

/*
 * The three situations of the help page people know, "Register for self-service password reset", under "Common problems and
 * their solutions": what it says is seen, why it is so, and whom it sends where. Its texts of 2018 as they were, in Swedish by
 * machine; those of today as its pages have them.
 */

interface HelpPageSituation {
  readonly account: ListedAccount;
  /** What is so, and comes first. */
  readonly found: SituationId;
  /** Nobody but IT can help, or the person themselves. */
  readonly helps: 'it' | 'oneself';
  readonly said: Readonly<Record<'en' | 'sv', readonly string[]>>;
  readonly codes: readonly string[];
  readonly picked: SituationId;
}

const situationsOfThePage: Readonly<Record<string, HelpPageSituation>> = {
  'contact your administrator': {
    account: { source: 'on-premises', writeback: 'off' },
    found: 'kept-on-premises',
    helps: 'it',
    said: {
      en: [
        'it tells me to contact my administrator',
        'Please contact your administrator. We’ve detected that your user account password is not managed by Microsoft. As a result, we are unable to automatically reset your password. Contact your IT staff for any further assistance.',
        'Contact your administrator. Your password isn’t managed by Microsoft, so we can’t reset it automatically.',
      ],
      sv: [
        'sidan säger att jag ska kontakta administratören',
        'Kontakta administratören. Vi har upptäckt att lösenordet till ditt användarkonto inte hanteras av Microsoft. Vi kan därför inte att automatiskt återställa ditt lösenord. Kontakta din IT-personal behöver mer hjälp.',
        'Kontakta administratören. Vi har upptäckt att lösenordet för ditt användarkonto inte hanteras av Microsoft.',
      ],
    },
    codes: ['SSPR_0010'],
    picked: 'kept-on-premises',
  },
  'not enabled': {
    account: { enabled: false },
    found: 'not-enabled',
    helps: 'it',
    said: {
      en: [
        'my account is not enabled for password reset',
        'Your account is not enabled for password reset. We’re sorry, but your IT staff has not set up your account for use with this service. If you’d like, we can contact an administrator in your organization to reset your password for you.',
        'Your account isn’t enabled for password reset. Your IT staff hasn’t set up your account for this service.',
      ],
      sv: [
        'mitt konto är inte aktiverat för återställning av lösenord',
        'Ditt konto har inte aktiverats för återställning av lösenord. Vi beklagar, men IT-avdelningen har inte konfigurerat ditt konto för användning med den här tjänsten. Om du vill kan kontakta vi en administratör i din organisation som återställer lösenordet åt dig.',
        'Ditt konto är inte aktiverat för lösenordsåterställning.',
      ],
    },
    codes: ['SSPR_0009'],
    picked: 'not-enabled',
  },
  'could not verify': {
    account: {},
    found: 'not-registered',
    helps: 'oneself',
    said: {
      en: [
        'it could not verify my account',
        'We could not verify your account. If you’d like, we can contact an administrator in your organization to reset your password for you.',
        'We couldn’t verify your account.',
      ],
      sv: [
        'det gick inte att verifiera mitt konto',
        'Det gick inte att verifiera ditt konto. Om du vill kan kontakta vi en administratör i din organisation som återställer lösenordet åt dig.',
        'Vi kunde inte verifiera ditt konto.',
      ],
    },
    codes: ['SSPR_0014'],
    picked: 'not-registered',
  },
};

/** How people are told what they see, with the registration where their methods are. */
const modes = ['here', 'written', 'elsewhere'] as const;

const clock = turnedClock();
const accounts = new Map<string, ListedAccount>();
let running: RunningBot;
before(async () => {
  const facts = async (employee: Somebody['employee']): Promise<AccountFacts> => {
    const entry = running.entries.get(employee.objectId) ?? anybody;
    const one = { employee, entry, account: accounts.get(employee.objectId) ?? {} };
    return embeddedObserver([one], clock).facts(employee, AbortSignal.timeout(patience));
  };
  running = await startBot({ clock, observer: { facts, sight: facts, known: facts } });
});
after(() => running.stop());

const shownTo = ({ chat }: Somebody) => wordsOf(chat.latest().content);

/** The ways somebody tells what they saw: their own words, the page of then, the page of now, its code, the list. */
function ways({ said, codes, picked }: HelpPageSituation, language: 'en' | 'sv') {
  const [own = '', then = '', now = ''] = said[language];
  return [
    ['own words', { said: own }],
    ['the page of 2018', { said: then }],
    ['the page of today', { said: now }],
    ...codes.map((code) => ['the code', { said: code }] as const),
    ['the list', { said: '', picked: numberOf(picked) }],
  ] as const;
}

for (const [page, one] of Object.entries(situationsOfThePage)) {
  for (const language of ['en', 'sv'] as const) {
    const tell = teller(language, 'Europe/Stockholm');
    for (const mode of modes) {
      for (const [way, form] of ways(one, language)) {
        test(`"${page}" in ${language}, told by ${way}, methods ${mode}: why, what to do, and one press to IT`, async () => {
          const who = somebody(running, { locale: language === 'en' ? 'en-GB' : 'sv-SE' });
          running.entries.set(who.objectId, { ...anybody, registration: mode });
          accounts.set(who.objectId, one.account);
          await who.chat.install();
          await who.chat.click('why-failed');
          await who.chat.click('why', form);
          const answer = shownTo(who);
          const number = numberOf(one.found);
          assert.ok(
            answer.includes(tell(`${one.found}.why`)) || way === 'the code',
            `${number} is not explained:\n${answer}`,
          );
          const actions = actionsOf(who.chat.latest().content);
          const first = actions.find((action) => 'style' in action && action.style === 'positive');
          assert.equal(first?.verb, one.helps === 'it' ? 'do-contact' : 'do-register', answer);
          await who.chat.click('do-contact');
          assert.ok(shownTo(who).includes(tell('review.title')), `no request that is ready:\n${shownTo(who)}`);
          if (form.said !== '') assert.ok(shownTo(who).includes(form.said.slice(0, 40)), 'their own words are lost');
          await who.chat.click('contact-send');
          const ofTheirs = { field: 'employee', equals: personId(who.employee), limit: 5 } as const;
          const { ids } = await running.records.find('ticket', ofTheirs);
          assert.equal(ids.length, 1, 'nothing was sent, or twice');
          const ticket = (await running.records.read('ticket', ids[0] ?? '')) ?? assert.fail();
          const seen = ticket.facts.findings
            .filter(({ certainty }) => certainty === 'proven')
            .map(({ situation }) => situation);
          assert.ok(seen.includes(number) || way === 'the code', `${seen} does not name ${number}`);
          const card = wordsOf(supportCard(teller('en', 'UTC'), ticket, clock()));
          const mends = {
            'kept-on-premises': /turn on “Write back|turn on writeback/,
            'not-enabled': /Self service password reset enabled|set “Selected”/,
          }[one.found as string];
          if (mends) assert.match(card, mends, 'IT is not told what to switch on');
        });
      }
    }
  }
}
