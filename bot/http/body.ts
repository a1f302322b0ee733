import type { IncomingMessage } from 'node:http';
import { getRawBody } from 'raw-body';
import type { BodyRefusal } from './refusal.ts';
import { parseJson } from './safe-json.ts';

export type Body =
  | { readonly kind: 'read'; readonly value: Record<string, unknown> }
  | { readonly kind: 'refused'; readonly status: number; readonly reason: BodyRefusal };

/**
 * The JSON object a request carries. Never throws. Compressed bodies are not taken: unpacking is where bodies outgrow
 * every limit, and no channel compresses.
 * @param limit bytes
 * @param patience milliseconds for the whole body to arrive
 */
export async function readBody(request: IncomingMessage, limit: number, patience: number): Promise<Body> {
  const { headers } = request;
  if ((headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity') return refused(415, 'encoding');
  if (!isJson(headers['content-type'])) return refused(415, 'media-type');

  const bytes = await within(patience, read(request, limit, headers['content-length']));
  if (!Buffer.isBuffer(bytes)) return bytes;

  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused(400, 'not-utf8');
  }
  const parsed = parseJson(text);
  return parsed.kind === 'read' ? parsed : refused(400, parsed.reason);
}

type Unread = Extract<Body, { kind: 'refused' }>;

function refused(status: number, reason: BodyRefusal): Unread {
  return { kind: 'refused', status, reason };
}

function isJson(type: string | undefined): boolean {
  const [media, ...parameters] = (type ?? '').toLowerCase().split(';');
  const charset = parameters.map((one) => one.trim()).find((one) => one.startsWith('charset='));
  return media?.trim() === 'application/json' && /^(charset="?utf-?8"?)?$/.test(charset ?? '');
}

async function read(request: IncomingMessage, limit: number, length: string | undefined): Promise<Buffer | Unread> {
  try {
    return await getRawBody(request, { limit, length: length ?? null });
  } catch (error) {
    const tooLarge = error instanceof Error && 'type' in error && error.type === 'entity.too.large';
    return tooLarge ? refused(413, 'too-large') : refused(400, 'broken-off');
  }
}

async function within(patience: number, reading: Promise<Buffer | Unread>): Promise<Buffer | Unread> {
  const { promise: late, resolve } = Promise.withResolvers<Unread>();
  const timer = setTimeout(() => resolve(refused(408, 'too-slow')), patience);
  try {
    return await Promise.race([reading, late]);
  } finally {
    clearTimeout(timer);
  }
}
