import { fallbackLanguage, languageOf, languageRecords } from '../../../texts/languages.ts';
import { oneLine } from '../message.ts';

/**
 * The words of a call as TwiML. The words are said as they are; what is added is silence: a second for the phone to
 * reach the ear, a little after each digit to write it down, more after the last. Amazon Polly voices take `break`
 * within `Say` (twilio.com/docs/voice/twiml/say). Behind a switchboard nobody can tell when the phone is picked up, so it is
 * said three times, with time to ring before.
 */
export function spoken(text: string, language: string, behindSwitchboard = false): string {
  const { region, voice } = languageRecords[languageOf(language) ?? fallbackLanguage];
  const words = escaped(oneLine(text))
    .replace(/(?<=\d,) (?=\d)/g, ' <break time="500ms"/>')
    .replace(/(?<=\d\.) /g, ' <break time="1s"/>');
  const said = `<Say language="${region}" voice="${voice}">${words}</Say>`;
  const all = behindSwitchboard
    ? `<Pause length="6"/>${said}<Pause length="4"/>${said}<Pause length="4"/>${said}`
    : `<Pause length="1"/>${said}`;
  return `<?xml version="1.0" encoding="UTF-8"?><Response>${all}</Response>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
