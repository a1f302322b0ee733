import assert from 'node:assert/strict';
import { test } from 'node:test';
import { heard } from '../../bot/understanding/heard.ts';
import { pleaIn } from '../../bot/understanding/plea.ts';
import { channelIn, givenIn, methodsWanted, takesIt } from '../../dialogs/enrolment/given.ts';
import { agrees, asksWhy, putsOff } from '../../dialogs/said.ts';

/** What is heard of a sentence, and sentences that sound like it and are something else. */
const readings = {
  'takes the method that it names': {
    holds: takesIt,
    those: ["I'll take my own mobile for now", 'home email is ok i suppose', 'vi tar min mobil', 'min mobil går bra'],
    others: [
      ...['I have lost my phone', 'I have a new phone number', 'I have a broken phone', 'min mobil är bra trasig'],
      ...['I have a question about the app', 'tar det lång tid med mobilen', 'my colleague will take the phone'],
    ],
  },
  'agrees with an answer': {
    holds: agrees,
    those: ['yes please', 'ja tack', 'yes do that'],
    others: [
      ...['yes please let me talk to a person', 'yes but first delete all you know about me', 'ok thanks', 'no'],
      ...["can't you just reset it for me?", 'ok'],
    ],
  },
  'puts a step off': {
    holds: putsOff,
    those: ["not now, I'm not at my desk", 'den på kontoret tar vi inte nu', 'tomorrow'],
    others: ["that's it", "that's it, call it", 'inget fel på det', 'none of that is wrong', 'klart, det stämmer'],
  },
  'asks why it was refused': {
    holds: asksWhy,
    those: ["why not?? that's my mail", 'varför inte?', 'but why'],
    others: ['why did my reset fail?', 'varför har ingen svarat på mitt ärende?', 'add my mail'],
  },
  'wants a call': {
    holds: (said) => channelIn(said) === 'call',
    those: ['I prefer that the telephone rings', 'could you ring me instead? texts are slow in this basement'],
    others: [
      ...['my phone rings, one moment', 'the phone rings but nobody speaks', 'the voice says the code is wrong'],
      ...['nu hör jag att det ringer, vänta', 'rösten säger fel kod'],
    ],
  },
  'tells a number or an address of one’s own': {
    holds: (said) => givenIn(said).length > 0,
    those: ["ok quickly then, I've got year 8 in ten minutes. my mobile is 070 123 45 67", 'mitt nummer är 0701234567'],
    others: [
      'My phone is dead and the reset page says it cannot verify my account, ring me at 070 123 45 67',
      'it says that my number is wrong but 070 123 45 67 is right there on the page',
    ],
  },
  'leaves no method': {
    holds: (said) => methodsWanted(said).length === 0,
    those: ['not giving you my mobile', "I won't give you my phone", 'jag vill inte använda mobilen'],
    others: ['could we not use the mail', 'kan jag inte använda mobilen', 'why not use my mobile'],
  },
  'asks for Swedish': {
    holds: ({ wish }) => wish === 'sv',
    those: [
      'Swedish please, not Danish',
      'och nu på svenska igen tack, min fru hjälper mig',
      'svenska igen tack, kollegan ska titta',
    ],
    others: ['swedish number now 070 123 45 67', 'My Swedish is not so good. Do you speak Arabic?'],
  },
  'can’t wait': {
    holds: ({ text, contains }) => pleaIn(text, contains).urgent,
    those: ['lönefilen ska iväg före kl 15', 'the file has to go out before 5 pm', 'it is urgent'],
    others: [
      'ring mig inte före 9',
      'You can reach me before 10 or after 3',
      'it worked before 12 May',
      'by 5 pm is fine',
    ],
  },
  thanks: {
    holds: ({ wish }) => wish === 'thanks',
    those: ['thanks!', 'Thank you, that is reassuring.', 'ta for the help anyway'],
    others: ['tack, jag har bytt nummer', 'thanks, delete everything', 'thanks, add my phone'],
  },
} as const satisfies Readonly<
  Record<
    string,
    {
      readonly holds: (said: ReturnType<typeof heard>) => boolean;
      readonly those: readonly string[];
      readonly others: readonly string[];
    }
  >
>;

for (const [what, { holds, those, others }] of Object.entries(readings)) {
  test(`what ${what}, and what only sounds like it`, () => {
    const found = (texts: readonly string[]) => texts.filter((text) => holds(heard(text, { country: 'SE' })));
    assert.deepEqual(found(those), those);
    assert.deepEqual(found(others), []);
  });
}
