import { z } from 'zod';
import { resendAfter } from '../../../domain/enrolment/rate-limit.ts';
import type { Channel, Delivered, Delivery, Message } from '../../../domain/ports/delivery.ts';
import type { Clock } from '../../../domain/ports/system.ts';
import { minute } from '../../../domain/time.ts';
import { fallbackLanguage, languageOf, languageRecords } from '../../../texts/languages.ts';
import { exchange, type HttpRequest } from '../../http.ts';
import { createLruCache } from '../../lru.ts';
import { senderFor } from '../by-country.ts';
import { isPhoneNumber, oneLine, retry } from '../message.ts';
import type { TwilioSettings } from './settings.ts';
import { twilioVerdict } from './verdict.ts';

/** Seconds a phone rings: mailboxes take over after twenty to thirty. */
const ringing = '25';

/**
 * Half a second each, before the extension is dialled: a switchboard speaks before it listens. Source: Twilio, "Call
 * resource", SendDigits, and error 21206, which names reaching an extension as its use.
 */
const beforeDialling = 'wwww';

/** Seconds a text may wait at Twilio; as long as it waits without the parameter. Source: Twilio, "Message resource". */
const longestLife = 36_000;

/** For clocks that differ, ms. Of two calls with codes to one number the second comes at least `resendAfter` later. */
const earliestCall = resendAfter / 2;

/** Letters it took in this process. One is asked for again within minutes, if at all. */
const remembered = 2_000;

const taken = z.object({ sid: z.string().regex(/^(SM|MM|CA)[0-9a-f]{32}$/), error_code: z.number().nullish() });
const listedCalls = z.object({
  calls: z.array(z.object({ sid: z.string(), from: z.string(), date_created: z.string() })),
});
const listed = z.object({
  messages: z.array(z.object({ sid: z.string(), to: z.string(), body: z.string(), date_created: z.string() })),
});

/**
 * Texts and calls through Twilio's REST API of 2010-04-01. It has no key by which it would drop a request made twice.
 * So what was tried before, by whichever process, is looked for among what Twilio has before it is sent once more: a text by its
 * words, a call with a code by its number, our sender and its time, since Twilio lists neither the words of a call nor where its
 * status goes. A call that tells of a change, or goes behind a switchboard, may have been somebody else's letter by the same signs:
 * after a restart it comes twice rather than not at all.
 */
export function twilioDelivery(settings: TwilioSettings, clock: Clock): Delivery {
  const { texts, calls } = settings;
  const account = `${settings.baseUrl ?? 'https://api.twilio.com'}/2010-04-01/Accounts/${settings.accountSid}`;
  const headers = {
    Authorization: `Basic ${Buffer.from(`${settings.user}:${settings.password}`).toString('base64')}`,
  };
  const sent = createLruCache<string>(remembered);
  const letterOf = createLruCache<string>(remembered);
  const channels: readonly Channel[] = [...(texts ? ['text' as const] : []), ...(calls ? ['call' as const] : [])];

  async function post(message: Message, from: string, signal: AbortSignal): Promise<Delivered> {
    const asked = { ...wanted(settings, message, from), headers: { ...headers, ...form } };
    const answer = await exchange({ ...asked, url: `${account}${asked.url}` }, signal, clock);
    const created = answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;
    const { data } = taken.safeParse(created ? answer.body : undefined);
    if (data?.error_code) return twilioVerdict(400, { code: data.error_code });
    if (data) return { kind: 'accepted', reference: data.sid };
    if (answer.kind === 'unanswered') return retry(`twilio ${answer.code}`);
    return created ? retry('twilio without reference') : twilioVerdict(answer.status, answer.body, answer.after);
  }

  /** The text of an earlier try; undefined when Twilio has none, or does not say. */
  async function found({ to, text }: Message, since: number, signal: AbortSignal): Promise<Delivered | undefined> {
    const url = `${account}/Messages.json?${new URLSearchParams({ To: to, PageSize: '20' })}`;
    const answer = await exchange({ method: 'GET', url, headers }, signal, clock);
    if (answer.kind === 'unanswered') return retry(`twilio ${answer.code}`);
    const same = listed
      .safeParse(answer.body)
      // A minute for clocks that differ. A code makes the words one of a kind.
      .data?.messages.find((one) => one.body === oneLine(text) && Date.parse(one.date_created) >= since - minute);
    return same && { kind: 'accepted', reference: same.sid };
  }

  /** The call of an earlier try; undefined when Twilio has none that is not another letter's. */
  async function foundCall(
    { to, letter }: Message,
    from: string,
    since: number,
    signal: AbortSignal,
  ): Promise<Delivered | undefined> {
    // Not by StartTime: a call that waits has none.
    const url = `${account}/Calls.json?${new URLSearchParams({ To: to, From: from, PageSize: '20' })}`;
    const answer = await exchange({ method: 'GET', url, headers }, signal, clock);
    if (answer.kind === 'unanswered') return retry(`twilio ${answer.code}`);
    const same = listedCalls
      .safeParse(answer.body)
      .data?.calls.find(
        (one) =>
          one.from === from &&
          (letterOf.get(one.sid) ?? letter) === letter &&
          Date.parse(one.date_created) >= since - earliestCall,
      );
    return same && { kind: 'accepted', reference: same.sid };
  }

  function before(message: Message, from: string, signal: AbortSignal): Promise<Delivered | undefined> | undefined {
    const { channel, first, again, life, extension } = message;
    if (again !== true || first === undefined) return undefined;
    if (channel === 'text') return found(message, first, signal);
    return life !== undefined && extension === undefined ? foundCall(message, from, first, signal) : undefined;
  }

  return {
    channels,
    extensions: true,
    async send(message, signal) {
      const { channel, to, letter } = message;
      const senders = { text: texts, call: calls, email: undefined }[channel];
      if (!senders) return { kind: 'refused', reason: `twilio carries no ${channel} here` };
      if (!isPhoneNumber(to)) return { kind: 'refused', reason: 'not a phone number' };
      const from = senderFor(senders, to);
      if (from === undefined) return { kind: 'refused', reason: `no ${channel} sender for this country` };
      const reference = sent.get(letter);
      if (reference !== undefined) return { kind: 'accepted', reference };
      const result = (await before(message, from, signal)) ?? (await post(message, from, signal));
      if (result.kind === 'accepted') {
        sent.set(letter, result.reference);
        letterOf.set(result.reference, letter);
      }
      return result;
    },
  };
}

const form = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** The request for a message; its address within the account. */
function wanted({ statusUrl }: TwilioSettings, message: Message, from: string): Omit<HttpRequest, 'headers'> {
  const { channel, to, extension, language, text, letter, life } = message;
  const sender = /^MG[0-9a-f]{32}$/i.test(from) ? { MessagingServiceSid: from } : { From: from };
  const words =
    channel === 'call'
      ? {
          From: from,
          Twiml: spoken(text, language, extension !== undefined),
          Timeout: ringing,
          ...(extension !== undefined && { SendDigits: `${beforeDialling}${extension}` }),
        }
      : {
          ...sender,
          Body: oneLine(text),
          ...(life !== undefined && { ValidityPeriod: `${Math.min(life, longestLife)}` }),
        };
  // The letter travels along, so that a status finds it even when it is here before the answer to this request.
  const callback = statusUrl === undefined ? {} : { StatusCallback: `${statusUrl}?${new URLSearchParams({ letter })}` };
  const body = new URLSearchParams(Object.entries({ To: to, ...words, ...callback })).toString();
  return { method: 'POST', url: channel === 'call' ? '/Calls.json' : '/Messages.json', body };
}

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
