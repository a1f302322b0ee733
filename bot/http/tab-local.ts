import type { Server } from 'restify';
import type { EmployeeKey } from '../domain/account/person.ts';
import { answer } from './answer.ts';
import { callerOf, fromThisMachine } from './caller.ts';
import { refused } from './gate.ts';
import { sendFile, type TabFile } from './tab-files.ts';
import type { TabGate } from './tab-token.ts';

/** The tab's gate in local mode: whoever sits at this machine may look as any of the demo people. */
export function localTabGate(named: (as: string) => EmployeeKey | undefined): TabGate {
  return async (caller) => {
    if (!fromThisMachine(caller)) return refused('not-this-machine');
    const as = /^Bearer demo\.([\w-]{1,40})\.local$/.exec(caller.authorization ?? '')?.[1];
    const employee = as === undefined ? undefined : named(as);
    return employee ? { kind: 'known', employee } : refused('no-token');
  };
}

/** Nothing but the tab itself, in a frame; the chat opens in a window of its own. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** GET /local/tab and its files: a page that stands in for Teams, for this machine only. */
export function localTabRoutes(page: (acceptLanguage: string) => string, files: ReadonlyMap<string, TabFile>) {
  return (server: Server): void => {
    server.get('/local/tab', async (request, response) => {
      if (!fromThisMachine(callerOf(request))) return answer(request, response, { status: 403 });
      const body = page(request.headers['accept-language'] ?? '');
      const headers = { 'Content-Security-Policy': policy, 'Referrer-Policy': 'no-referrer' };
      answer(request, response, { status: 200, type: 'text/html; charset=utf-8', body, headers });
    });
    for (const [path, file] of files) {
      server.get(path, async (request, response) => {
        if (!fromThisMachine(callerOf(request))) return answer(request, response, { status: 403 });
        sendFile(file, request, response);
      });
    }
  };
}
