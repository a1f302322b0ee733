import { z } from 'zod';
import type { Delivered } from '../../../domain/ports/delivery.ts';
import { passes, retry } from '../message.ts';

/**
 * What Twilio's refusal of a message or call means. The same request, repeated, gets the same answer, so a 400 is
 * `refused`, and the person is offered another way at once; except where our account or settings are at fault, which
 * somebody mends while a notice waits.
 *
 * | answer                                                             | means                       | verdict |
 * |--------------------------------------------------------------------|-----------------------------|---------|
 * | 400 21211 21214 21217 13224                                        | no such number              | refused |
 * | 400 21614 21635                                                    | a number that takes no text | refused |
 * | 400 21610                                                          | the person wrote STOP       | refused |
 * | 400 21408 21215 21612 21216, and any other not below               | not to this number or land  | refused |
 * | 400 21210 21212 21601 21603 21606 21659 21660 21661 21703 21704 21705 | our sender               | retry   |
 * | 400 21608 21219                                                    | a trial account             | retry   |
 * | 400 21611                                                          | the sender's queue is full  | retry   |
 * | 400 21609                                                          | our public address          | retry   |
 * | 400 without a code                                                 | not Twilio's own words      | retry   |
 * | 401 402 403 404                                                    | our account or key          | retry   |
 * | 408 425 429 5xx                                                    | passing                     | retry   |
 *
 * Source: Twilio's error dictionary, twilio.com/docs/api/errors/<code>. Twilio says there that it splits codes into
 * finer ones (changelog of 10 July 2024: 21211, 21212, 21606, 21614), which is why a 400 needs no code to be refused.
 */
export function twilioVerdict(status: number, body: unknown, after?: number): Delivered {
  const code = problem.safeParse(body).data?.code;
  const reason = ['twilio', status, code].filter(Boolean).join(' ');
  if (passes(status)) return retry(reason, after);
  const refused = status === 400 && code !== undefined && !ours.has(code);
  return refused ? { kind: 'refused', reason } : retry(reason);
}

/** Not its message: it quotes the number. */
const problem = z.object({ code: z.number().int() });

const ours = new Set([
  21210, 21212, 21219, 21601, 21603, 21606, 21608, 21609, 21611, 21659, 21660, 21661, 21703, 21704, 21705,
]);
