import type { BodyRefusal } from './refusal.ts';

/** How deep objects and lists may be nested. Cards of ours and activities of Teams stay under twelve. */
const deepest = 32;

/** Names through which a copied object can reach what all objects share. */
const unsafeKeys = new Set(['__proto__', 'constructor', 'prototype']);

export type ParsedJson =
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
