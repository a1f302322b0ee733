import { oneLine } from './segments.ts';

interface Voice {
  readonly language: string;
  readonly name: string;
}

const english: Voice = { language: 'en-GB', name: 'Polly.Amy' };

/** A voice that speaks each language of ours. Source: twilio.com/docs/voice/twiml/say/text-speech, Amazon Polly. */
const voices: ReadonlyMap<string, Voice> = new Map([
  ['en', english],
  ['sv', { language: 'sv-SE', name: 'Polly.Astrid' }],
]);

/**
 * The words of a call as TwiML. The words are said as they are; what is added is silence: a second for the phone to
 * reach the ear, a little after each digit to write it down, more after the last. Amazon Polly voices take `break`
 * within `Say` (twilio.com/docs/voice/twiml/say).
 */
export function spoken(text: string, language: string): string {
  const voice = voices.get(language.toLowerCase().split('-')[0] ?? '') ?? english;
  const words = escaped(oneLine(text))
    .replace(/(?<=\d,) (?=\d)/g, ' <break time="500ms"/>')
    .replace(/(?<=\d\.) /g, ' <break time="1s"/>');
  return [
    '<?xml version="1.0" encoding="UTF-8"?><Response><Pause length="1"/>',
    `<Say language="${voice.language}" voice="${voice.name}">${words}</Say></Response>`,
  ].join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
