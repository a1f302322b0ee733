import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import addressparser from 'nodemailer/lib/addressparser';
import type { Delivery, Message } from '../../../domain/ports/delivery.ts';
import { second } from '../../../domain/time.ts';
import { loopbackHost } from '../../../http/caller.ts';
import { isPlainAddress, oneLine } from '../message.ts';
import type { SmtpSettings } from './settings.ts';
import { smtpVerdict } from './verdict.ts';

export interface SmtpDelivery extends Delivery {
  /** Whether the relay lets us in: greeting, TLS and sign-in. Nothing is sent. Rejects with the library's own error. */
  verify(): Promise<void>;
  /** Lets go of idle connections at once and of busy ones when they are done. */
  close(): void;
}

/**
 * E-mail through a relay. TLS is required unless the relay is on this machine. Each try of a letter bears the same
 * Message-ID, so that mailboxes that drop duplicates show it once.
 */
export function smtpDelivery(settings: SmtpSettings): SmtpDelivery {
  const sender = addressparser(settings.from, { flatten: true })[0];
  if (!sender || !isPlainAddress(sender.address)) throw new Error('The sender is no e-mail address.');
  const domain = sender.address.slice(sender.address.lastIndexOf('@') + 1);
  const transport = createTransport({
    pool: true,
    maxConnections: 3,
    // Trying again is the outbox's affair, which knows when a letter is worth nothing any more.
    maxRequeues: 0,
    dnsTimeout: 5 * second,
    connectionTimeout: 5 * second,
    greetingTimeout: 10 * second,
    socketTimeout: 20 * second,
    ...relay(settings),
  });

  return {
    channels: ['email'],
    async send(message, signal) {
      if (message.channel !== 'email') return { kind: 'refused', reason: 'smtp carries e-mail only' };
      if (!isPlainAddress(message.to)) return { kind: 'refused', reason: 'not a plain address' };
      try {
        const { messageId } = await transport.sendMail({
          ...mailOf(message, domain),
          from: sender,
          envelope: { from: sender.address, to: message.to },
          disableFileAccess: true,
          disableUrlAccess: true,
          signal,
        });
        return { kind: 'accepted', reference: messageId };
      } catch (error) {
        return smtpVerdict(error);
      }
    },
    async verify() {
      await transport.verify();
    },
    close: () => transport.close(),
  };
}

function relay({ url, tls }: SmtpSettings) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const here = loopbackHost(host);
  const secure = protocol === 'smtps:';
  const plain = here && !secure && tls === undefined;
  return {
    host,
    ...(port !== '' && { port: Number(port) }),
    secure,
    requireTLS: !plain,
    // A relay on this machine often has a certificate made for another name; nobody listens in between.
    ignoreTLS: plain,
    ...(tls && { tls }),
    ...(username !== '' && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  };
}

function mailOf(message: Message, domain: string) {
  return {
    to: { name: '', address: message.to },
    subject: oneLine(message.subject ?? ''),
    // Codes are text alone: it is read aloud, copied and shown on a lock screen as it is.
    text: message.text,
    ...(message.html !== undefined && { html: message.html }),
    ...(message.replyTo !== undefined &&
      isPlainAddress(message.replyTo) && { replyTo: { name: '', address: message.replyTo } }),
    ...threadOf(message.thread, domain),
    messageId: messageId(message.letter, domain),
    headers: {
      // RFC 3834: keeps holiday answers away; the second is Exchange's name for the same.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': message.language.replace(/[^A-Za-z0-9-]/g, ''),
    },
  };
}

/** RFC 5322 §3.6.4: the letter before, and all of them from the first. */
function threadOf(thread: Message['thread'], domain: string) {
  const before = (thread ?? []).map((letter) => messageId(letter, domain));
  const last = before.at(-1);
  return last === undefined ? {} : { inReplyTo: last, references: before };
}

function messageId(letter: string, domain: string): string {
  return `<${createHash('sha256').update(letter).digest('hex').slice(0, 32)}@${domain}>`;
}
