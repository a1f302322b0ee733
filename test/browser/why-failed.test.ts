import { after, before, describe, test } from 'node:test';
import { type Chromium, launchChromium, noChromium } from '../support/chromium.ts';
import { walkedIn } from '../support/figure.ts';
import { openScene } from '../support/scene.ts';

let chromium: Chromium;

/** What people see on Microsoft's pages, and beside the point, by the language of the page. */
const pages = {
  'en-US': {
    verify: "We're sorry, but we couldn't verify your account. If you want, we can contact an administrator",
    enabled: "You can't reset your own password because password reset isn't turned on for your account.",
    contact: 'it only says: please contact your administrator to reset your password',
    pasted: 'Got this :( --> "Something is wrong. SSPR_0010 | correlation 3f1c" what now',
    nonsense: 'colourless green ideas',
    rehearse: 'would my reset work today?',
    meaning: 'what does that mean?',
  },
  'sv-SE': {
    verify: 'det står att det inte gick att verifiera mitt konto',
    enabled: 'Du kan inte återställa lösenordet eftersom lösenordsåterställning inte är aktiverat för ditt konto.',
    contact: 'det står bara: kontakta administratören för att återställa lösenordet',
    pasted: 'fick det här :( --> "Något är fel. SSPR_0010 | korrelation 3f1c" vad gör jag',
    nonsense: 'färglösa gröna idéer',
    rehearse: 'skulle en återställning fungera i dag?',
    meaning: 'vad betyder det?',
  },
} as const;

describe('why a reset failed, in the Playground', { skip: noChromium }, () => {
  before(async () => {
    chromium = await launchChromium();
  });
  after(() => chromium.close());

  for (const locale of walkedIn(['en-US', 'sv-SE'] as const, 0)) {
    test(`the three answers of the reset page, a pasted code and nonsense (${locale})`, async (t) => {
      const device = locale === 'sv-SE' ? 'phone' : 'desktop';
      const { person, tell, shows, picture } = await openScene(t, chromium, { locale, device });
      const said = pages[locale];
      await person.card(tell('home.title'));

      await person.press(tell('home.why'));
      await shows(tell('ask.title'));
      await picture('ask-why');
      await person.fill(tell('ask.said'), said.verify);
      await person.changesInPlace(() => person.press(tell('ask.go')));
      await shows(tell('not-registered.happened'), tell('not-registered.why'), tell('remedy.register'));
      await picture('why-not-registered');

      await person.say(said.meaning);
      await person.reply(tell('not-registered.now'));

      await person.say(said.pasted);
      await shows(tell('why.because'), tell('why.now'));
      await picture('why-pasted-code');

      await person.say(said.nonsense);
      await shows(tell('guess.title'));
      await picture('guesses');
      await person.say(said.rehearse);
      await shows(tell('rehearsal.title'), tell('rehearsal.fails'));
      await picture('rehearsal');

      await person.say('/as tess');
      await person.say(said.enabled);
      await shows(tell('not-enabled.happened'), tell('not-enabled.why'));
      await picture('why-not-enabled');

      await person.say('/as olle');
      await person.say(said.contact);
      await shows(
        tell('kept-on-premises.happened'),
        tell('kept-on-premises.why'),
        tell('why.more'),
        tell('not-registered.why'),
      );
      await picture('why-on-premises');
      await person.changesInPlace(() => person.press(tell('remedy.contact.normal')));
      await shows(tell('review.title'));
      await picture('contact-from-answer');
    });
  }
});
