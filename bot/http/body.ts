import type { IncomingMessage } from 'node:http';
import { getRawBody } from 'raw-body';
import { inTime, passingTime, within } from '../deadline.ts';
import type { BodyRefusal } from './refusal.ts';

type Body =
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
  if ((headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity') return refusedBody(415, 'encoding');
  if (!isJson(headers['content-type'])) return refusedBody(415, 'media-type');

  const bytes = await readBytes(request, limit, patience);
  if (!Buffer.isBuffer(bytes)) return bytes;

  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refusedBody(400, 'not-utf8');
  }
  const parsed = parseJson(text);
  return parsed.kind === 'read' ? parsed : refusedBody(400, parsed.reason);
}

type RefusedBody = Extract<Body, { kind: 'refused' }>;

function refusedBody(status: number, reason: BodyRefusal): RefusedBody {
  return { kind: 'refused', status, reason };
}

function isJson(type: string | undefined): boolean {
  const [media, ...parameters] = (type ?? '').toLowerCase().split(';');
  const charset = parameters.map((one) => one.trim()).find((one) => one.startsWith('charset='));
  return media?.trim() === 'application/json' && /^(charset="?utf-?8"?)?$/.test(charset ?? '');
}

/**
 * The bytes a request carries. Never throws.
 * @param limit bytes
 * @param patience milliseconds for all of them to arrive
 */
export async function readBytes(
  request: IncomingMessage,
  limit: number,
  patience: number,
): Promise<Buffer | RefusedBody> {
  const length = request.headers['content-length'] ?? null;
  try {
    return await within(passingTime, patience, undefined, (signal) =>
      inTime(signal, getRawBody(request, { limit, length })),
    );
  } catch (error) {
    if (error instanceof DOMException) return refusedBody(408, 'too-slow');
    const tooLarge = error instanceof Error && 'type' in error && error.type === 'entity.too.large';
    return tooLarge ? refusedBody(413, 'too-large') : refusedBody(400, 'broken-off');
  }
}

/** How deep objects and lists may be nested. Cards of ours and activities of Teams stay under twelve. */
const deepest = 32;

/** Names through which a copied object can reach what all objects share. */
const unsafeKeys = new Set(['__proto__', 'constructor', 'prototype']);

type ParsedJson =
  | { readonly kind: 'read'; readonly value: Record<string, unknown> }
  | { readonly kind: 'refused'; readonly reason: BodyRefusal };

/**
 * An object from JSON text. Never throws, and walks without recursion. Strings come out fit to be encoded and stored
 * anywhere: half a surrogate pair makes `encodeURIComponent` throw, and PostgreSQL takes no NUL.
 */
export function parseJson(text: string): ParsedJson {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'refused', reason: 'not-json' };
  }
  if (!isContainer(value) || Array.isArray(value)) return { kind: 'refused', reason: 'not-an-object' };

  let level: Container[] = [value];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > deepest) return { kind: 'refused', reason: 'too-deep' };
    const next: Container[] = [];
    for (const container of level) {
      for (const [key, inner] of Object.entries(container)) {
        if (unsafeKeys.has(key)) return { kind: 'refused', reason: 'unsafe-key' };
        if (typeof inner === 'string') {
          if (!inner.isWellFormed() || inner.includes('\0')) container[key] = fit(inner);
        } else if (isContainer(inner)) next.push(inner);
      }
    }
    level = next;
  }
  return { kind: 'read', value };
}

type Container = Record<string, unknown>;

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

function fit(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}
