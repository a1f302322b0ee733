import type { Delivered } from '../../../domain/ports/delivery.ts';

type Verdict = Exclude<Delivered, { kind: 'accepted' }>;

/**
 * What a failed try means. Only what is the recipient's affair is `refused`; whatever is the relay's, the network's or
 * ours passes or gets mended, and is tried again for as long as the letter lives.
 *
 * | answer                                          | means                                | verdict |
 * |-------------------------------------------------|--------------------------------------|---------|
 * | none: refused, hung up, timed out, no TLS       | network, or the relay is down        | retry   |
 * | 4yz, anywhere                                   | passing (RFC 5321 §4.2.1), greylist  | retry   |
 * | 5yz to greeting, EHLO, STARTTLS, AUTH           | relay or our account (RFC 4954 §6)   | retry   |
 * | 5yz to MAIL FROM                                | our sender address                   | retry   |
 * | 5yz to RCPT TO or DATA with an enhanced code:   | (RFC 3463 §3, RFC 5248)              |         |
 * |   5.1.0–4, 5.1.6, 5.1.10                        | no such mailbox, domain, or no mail  | refused |
 * |   5.2.1                                         | mailbox closed                       | refused |
 * |   5.4.1, 5.4.4                                  | domain has nobody who takes mail     | refused |
 * |   5.6.7                                         | address beyond ASCII (RFC 6531)      | refused |
 * |   5.2.2                                         | mailbox full, "persistent transient" | retry   |
 * |   all others: 5.1.7–8 sender, 5.3 relay,        | ours                                 | retry   |
 * |   5.5 protocol, 5.7 policy and relaying denied  |                                      |         |
 * | 501 550 551 553 556 to RCPT TO without one      | this address (RFC 5321 §4.2.3,       | refused |
 * |   unless its words are about relaying           | RFC 7504 §4)                         | retry   |
 * | other 5yz without one: 552 full, 554, 530, 503  | full, policy, login, out of step     | retry   |
 */
export function smtpVerdict(error: unknown): Verdict {
  const { code, command, responseCode, response } = partsOf(error);
  if (code === 'EABORT') return { kind: 'retry', reason: 'given up' };
  // Not the text of the answer: it may quote the address.
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  const reason = ['smtp', code, command, responseCode, enhanced].filter(Boolean).join(' ');
  const permanent = responseCode >= 500 && responseCode <= 599;
  const refused = permanent && (enhanced ? aboutRecipient(command, enhanced) : plainRefusal(command, responseCode));
  const relaying = /\brelay(?:ing)?\b/i.test(response.replace(/(?<!\S)\S*@\S*/g, ''));
  return { kind: refused && !relaying ? 'refused' : 'retry', reason };
}

const recipientCodes = /^5\.(?:1\.(?:0|1|2|3|4|6|10)|2\.1|4\.[14]|6\.7)$/;

function aboutRecipient(command: string, enhanced: string): boolean {
  return (command === 'RCPT TO' || command === 'DATA') && recipientCodes.test(enhanced);
}

function plainRefusal(command: string, responseCode: number): boolean {
  return command === 'RCPT TO' && [501, 550, 551, 553, 556].includes(responseCode);
}

interface Parts {
  readonly code: string;
  readonly command: string;
  readonly responseCode: number;
  readonly response: string;
}

function partsOf(error: unknown): Parts {
  const known = (typeof error === 'object' && error !== null ? error : {}) as Partial<Record<keyof Parts, unknown>>;
  return {
    code: typeof known.code === 'string' ? known.code : 'failed',
    command: typeof known.command === 'string' && known.command !== 'API' ? known.command : '',
    responseCode: typeof known.responseCode === 'number' ? known.responseCode : 0,
    response: typeof known.response === 'string' ? known.response : '',
  };
}
