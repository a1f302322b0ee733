import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { catalogues } from '../../bot/texts/languages.ts';
import { type Chromium, launchChromium, noChromium } from '../support/chromium.ts';
import { openScene } from '../support/scene.ts';

const { en } = catalogues;

let chromium: Chromium;

const support = { timeZone: 'Europe/Stockholm', tiers: [['it@example.org']] };

describe('asking a person for help in the Playground', { skip: noChromium }, () => {
  before(async () => {
    chromium = await launchChromium();
  });
  after(() => chromium.close());

  test('Alva asks for help, Robin of IT support asks back and solves it, and her card follows', async (t) => {
    const { bot, person, tell, shows, picture } = await openScene(t, chromium, { policy: { support } });
    await person.card(tell('home.title'));
    await person.say('/as alva');
    await person.reply('You are now Alva Lindqvist');
    await person.card(tell('home.title'));
    await person.press(tell('home.contactButton'));
    await shows(tell('contact.title'), tell('contact.intro'));
    await person.changesInPlace(() => person.press(tell('contact.look')));
    await shows(tell('contact.missing'));
    await picture('contact-problem');
    await person.fill(tell('contact.said'), 'I set a new password and the page says SSPR_0010.');
    await person.fill(tell('contact.reach'), 'Desk 42');
    await person.choose(tell('contact.urgency'), tell('contact.urgency.urgent'));
    await person.changesInPlace(() => person.press(tell('contact.look')));
    await shows(tell('review.title'), 'SSPR_0010', 'Desk 42', tell('contact.urgency.urgent'), 'Europe/Stockholm');
    await shows('Alva Lindqvist (alva.lindqvist@example.org)', '0 of 2 methods');
    await picture('contact-review');
    await person.press(tell('review.send'));
    await shows('Your request R-0001', tell('ticket.way.channel'));
    await picture('ticket-open');

    await person.goTo(en['contact.name']);
    await shows('Request R-0001', tell('support.urgent.help'), 'Unclaimed since', 'SSPR_0010', 'Desk 42');
    await picture('support-open');
    await person.changesInPlace(() => person.press(tell('support.claim')));
    await shows('Claimed by Robin Taylor');
    await picture('support-claimed');
    await person.changesInPlace(() => person.press(tell('support.ask')));
    await shows('R-0001: Ask the employee');
    await picture('support-ask');
    await person.fill(tell('support.ask.label'), 'Does the page name a time?');
    await person.changesInPlace(() => person.press(tell('support.ask.send')));
    await shows(en['support.question'], 'Does the page name a time?');

    await person.goTo('Personal Chat');
    await shows('Your request R-0001', 'Robin Taylor took it on', 'IT support writes: Does the page name a time?');
    await picture('ticket-asked');
    await person.fill(tell('ticket.answer'), 'Yes, 10:42.');
    await person.changesInPlace(() => person.press(tell('ticket.send')));
    await shows('You wrote: Yes, 10:42.');

    await person.goTo(en['contact.name']);
    await shows('the employee answered', 'Yes, 10:42.');
    await person.changesInPlace(() => person.press(tell('support.resolve')));
    await person.fill(tell('support.resolve.label'), 'Password writeback is on again. Please try once more.');
    await person.changesInPlace(() => person.press(tell('support.resolve.send')));
    await shows('Resolved by Robin Taylor', 'the employee has not confirmed it yet');

    await person.goTo('Personal Chat');
    await shows(tell('ticket.state.resolved'), 'Password writeback is on again. Please try once more.');
    await picture('ticket-resolved');
    await person.changesInPlace(() => person.press(tell('ticket.works')));
    await shows(tell('ticket.state.works'));
    await picture('ticket-works');
    await person.goTo(en['contact.name']);
    await shows('the employee says that it works');
    await picture('support-works');
    const inbox = (await (await fetch(`${bot.url}/local/inbox.json`)).json()) as { to: string; subject?: string }[];
    const subjects = inbox.filter(({ to }) => to === 'it@example.org').map(({ subject }) => subject);
    assert.deepEqual(
      subjects.map((subject = '') => subject.replace(/: Alva Lindqvist$/, '')).sort(),
      ['new request', 'claimed', 'answered', 'resolved'].map((what) => `R-0001 URGENT ${what}`).sort(),
    );
    await bot.stop();
  });

  test('Alva ber om hjälp på svenska, i telefonen, och tar tillbaka det', async (t) => {
    const { bot, person, tell, shows, picture } = await openScene(t, chromium, {
      locale: 'sv-SE',
      device: 'phone',
      policy: { support: { ...support, language: 'sv' } },
    });
    await person.card(tell('home.title'));
    await person.say('/as alva');
    await person.reply('Alva Lindqvist');
    await person.say('jag vill prata med en människa');
    await shows(tell('contact.title'));
    await picture('contact');
    await person.fill(tell('contact.said'), 'Jag bytte lösenord och sidan visar SSPR_0010.');
    await person.changesInPlace(() => person.press(tell('contact.look')));
    await shows(tell('review.title'), 'SSPR_0010', tell('review.reach.chat'));
    await picture('contact-review');
    await person.press(tell('review.send'));
    await shows('Ditt ärende R-0001', tell('ticket.way.channel'));
    await picture('ticket-open');
    await person.goTo(en['contact.name']);
    await shows('Ärende R-0001', 'Inte taget', 'SSPR_0010');
    await picture('support-open');
    await person.changesInPlace(() => person.press(tell('support.claim')));
    await picture('support-claimed');
    await person.goTo('Personal Chat');
    await shows('Robin Taylor tog ärendet');
    await person.changesInPlace(() => person.press(tell('ticket.withdraw')));
    await shows(tell('ticket.state.withdrawn'));
    await picture('ticket-withdrawn');
    await person.goTo(en['contact.name']);
    await shows('Återkallat av den anställda');
    await bot.stop();
  });
});
