import type { Server } from 'restify';
import { answer } from './answer.ts';

/** Nothing runs on it, and nothing is loaded but its style. */
const headers = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex',
};

/** GET /keep/…: a page in the browser, for whoever was given its address. @param page what is sent; undefined: nothing there */
export function printRoute(page: (mark: string) => Promise<string | undefined>): (server: Server) => void {
  return (server) => {
    server.get('/keep/:mark', async (request, response) => {
      const { mark } = request.params as { readonly mark: string };
      const body = await page(mark).catch(() => undefined);
      if (body === undefined) return answer(request, response, { status: 404 });
      answer(request, response, { status: 200, type: 'text/html; charset=utf-8', body, headers });
    });
  };
}
