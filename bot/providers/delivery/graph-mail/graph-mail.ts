import { createHash } from 'node:crypto';
import type { Delivered, Delivery, Message } from '../../../domain/ports/delivery.ts';
import { second } from '../../../domain/time.ts';
import type { Answer, GraphClient } from '../../directory/graph/client.ts';
import { isPlainAddress, oneLine } from '../message.ts';

/** Longer than this a mail does not stand in line, ms: it would keep texts and calls from being sent. */
const patience = 2 * second;

/**
 * E-mail through a mailbox of the organisation, sent by Graph (`sendMail`). Permission: Mail.Send, which should be
 * limited to this mailbox in Exchange. A 202 means taken on; whether it arrived is never told. Each try of a letter bears
 * the same mark in a header of its own, since Graph takes no Message-ID: a letter whose answer was lost may arrive twice.
 * @param sender object id or sign-in name of the mailbox
 */
export function graphMailDelivery(client: GraphClient, sender: string): Delivery {
  const path = `/users/${encodeURIComponent(sender)}/sendMail`;
  return {
    channels: ['email'],
    async send(message, signal) {
      if (message.channel !== 'email') return { kind: 'refused', reason: 'graph mail carries e-mail only' };
      if (!isPlainAddress(message.to)) return { kind: 'refused', reason: 'not a plain address' };
      const mark = createHash('sha256').update(message.letter).digest('hex').slice(0, 32);
      const body = mailOf(message, mark);
      const { urgency = 'person' } = message;
      const call = { what: 'send mail', workload: 'mail', method: 'POST', path, body, urgency, patience } as const;
      const answer = await client.call(call, signal);
      return answer.kind === 'done' ? { kind: 'accepted', reference: mark } : verdict(answer);
    },
  };
}

/** The only own headers Graph takes begin with x-. Source: Microsoft Learn, internetMessageHeader resource type. */
function mailOf({ to, subject = '', text, language }: Message, mark: string) {
  return {
    message: {
      subject: oneLine(subject),
      body: { contentType: 'Text', content: text },
      toRecipients: [{ emailAddress: { address: to } }],
      internetMessageHeaders: [
        { name: 'x-reset-ready-letter', value: mark },
        { name: 'x-reset-ready-language', value: language.replace(/[^A-Za-z0-9-]/g, '') },
        // Keeps holiday answers away; the header of RFC 3834 may not be set here.
        { name: 'X-Auto-Response-Suppress', value: 'All' },
      ],
    },
    // Codes and notices are no correspondence of the mailbox.
    saveToSentItems: false,
  };
}

/**
 * Only an address that Exchange can't read is the recipient's affair; a mailbox that does not exist comes back as a
 * mail, later. All else is ours or passes.
 */
function verdict(answer: Exclude<Answer, { kind: 'done' }>): Delivered {
  switch (answer.kind) {
    case 'absent':
      return { kind: 'retry', reason: 'graph mail: no such sender' };
    case 'unavailable':
      return {
        kind: 'retry',
        reason: `graph mail ${answer.why}`,
        ...(answer.after !== undefined && { after: answer.after }),
      };
    case 'refused': {
      const kind = answer.code === 'ErrorInvalidRecipients' ? 'refused' : 'retry';
      return { kind, reason: `graph mail ${answer.status} ${answer.code ?? ''}`.trim() };
    }
  }
}
