import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Server } from 'restify';
import { callerOf, fromThisMachine } from '../http/caller.ts';
import type { Inbox } from '../providers/delivery/inbox/inbox.ts';
import {
  fallbackLanguage,
  type Language,
  languageOf,
  languageRecords,
  languages,
  nextLanguage,
} from '../texts/languages.ts';

export interface InboxPage {
  /** GET /local/inbox · /local/inbox.json · /local/inbox/events, for this machine only. */
  routes(server: Server): void;
  /** Ends the streams of events, which would otherwise keep the server from closing. */
  close(): void;
}

const template = readFileSync(new URL('./inbox.html', import.meta.url), 'utf8');

/** A page with a phone and a mailbox, in which the messages of an inbox appear by themselves. */
export function createInboxPage(inbox: Inbox): InboxPage {
  const pages = Object.fromEntries(languages.map((language) => [language, pageIn(language)]));
  const watching = new Set<ServerResponse>();

  function watch(response: ServerResponse): void {
    response.writeHead(200, { ...guards, 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
    // Says nothing but that there is something to fetch.
    const tell = () => response.write('data: changed\n\n');
    response.write('retry: 1000\n\n');
    const forget = inbox.changed(tell);
    watching.add(response);
    response.on('close', () => {
      forget();
      watching.delete(response);
    });
  }

  return {
    routes(server) {
      server.get('/local/inbox', guarded(page));
      server.get('/local/inbox.json', guarded(json));
      server.get('/local/inbox/events', guarded(events));
    },
    close() {
      for (const response of watching) response.end();
    },
  };

  function page(request: IncomingMessage, response: ServerResponse): void {
    const { body, policy } = pages[wantedLanguage(request)] ?? pageIn(fallbackLanguage);
    const headers = { ...guards, 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy };
    response.writeHead(200, headers);
    response.end(body);
  }

  function json(_request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { ...guards, 'Content-Type': 'application/json; charset=utf-8' });
    response.end(harmless(inbox.list()));
  }

  function events(_request: IncomingMessage, response: ServerResponse): void {
    watch(response);
  }
}

const guards = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

function guarded(handler: Handler) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (fromThisMachine(callerOf(request))) return handler(request, response);
    response.writeHead(403, guards);
    response.end();
  };
}

/** What `?lang=` asks for, else the first language of the browser that is one of ours. */
function wantedLanguage(request: IncomingMessage): Language {
  const asked = URL.parse(request.url ?? '', 'http://localhost')?.searchParams.get('lang');
  const accepted = (request.headers['accept-language'] ?? '').split(',').map((part) => part.split(';')[0]?.trim());
  return [asked, ...accepted].map(languageOf).find((language) => language !== undefined) ?? fallbackLanguage;
}

/** The page and a policy that lets nothing run or load but what is written in it. */
function pageIn(language: Language): { readonly body: string; readonly policy: string } {
  const otherLanguage = nextLanguage(language);
  const words = { ...languageRecords[language].inbox, other: languageRecords[otherLanguage].ownName };
  const slots: Readonly<Record<string, string>> = { ...words, otherLanguage };
  const body = template
    .replace('<html lang="en">', `<html lang="${language}">`)
    .replace(/"\{\{words\}\}"|\{\{(\w+)\}\}/g, (_, slot?: string) =>
      slot === undefined ? harmless(words) : escaped(slots[slot] ?? ''),
    );
  const policy = [
    "default-src 'none'",
    `script-src ${hashes(body, /<script>([\s\S]*?)<\/script>/g)}`,
    `style-src ${hashes(body, /<style>([\s\S]*?)<\/style>/g)}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return { body, policy };
}

function hashes(body: string, element: RegExp): string {
  const digests = Array.from(body.matchAll(element), ([, source = '']) =>
    createHash('sha256').update(source).digest('base64'),
  );
  return digests.map((digest) => `'sha256-${digest}'`).join(' ');
}

/** JSON that stays JSON even where somebody reads it as HTML. */
function harmless(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
