import type { z } from 'zod';
import type { Urgency } from '../../../domain/ports/budget.ts';
import type { Clock } from '../../../domain/ports/system.ts';
import { type Instant, second } from '../../../domain/time.ts';
import { createLruCache } from '../../lru.ts';
import type { Answer, Call, GraphClient } from './client.ts';

/**
 * What a read came to; what could not be read is a fact too.
 * - permission: the app lacks the permission · license: the organisation lacks the Entra ID edition for it · credentials: the app is not
 *   let in at all · throttled · late · unavailable: down, or it answers in a form we do not know.
 */
export type Read<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unread'; readonly why: Unread; readonly code?: string };

export type Unread = 'permission' | 'license' | 'credentials' | 'throttled' | 'late' | 'unavailable';

/** A read call; `maxAge`, in milliseconds, how old an answer may be: 0 for whatever something is decided or written by. */
export interface Wanted<T> {
  readonly call: Omit<Call, 'method'>;
  readonly schema: z.ZodType<T>;
  readonly maxAge: number;
}

/** Of one person: long enough for the reads of one turn. */
export const personAge = 10 * second;
/** Of the organisation's own settings, which change seldom and take an hour to work anyway. */
export const organisationAge = 60 * second;

/** Pages that are read of one list. More is no list of one person. */
const mostPages = 20;
/** Of a list of everybody: ten million people by a thousand. */
const mostPagesOfEverybody = 10_000;

export interface Reader {
  one<T>(wanted: Wanted<T>, signal: AbortSignal): Promise<Read<T>>;
  /** All pages; a list that breaks off is not read. */
  all<T>(wanted: Wanted<Page<T>>, signal: AbortSignal): Promise<Read<readonly T[]>>;
  /** Page by page, for a list that is not kept as it comes; what it read is how many items there were. */
  each<T>(wanted: Wanted<Page<T>>, take: (item: T) => void, signal: AbortSignal): Promise<Read<number>>;
  /** What was read of this path before is not true any more. */
  forget(path: string): void;
}

export interface Page<T> {
  readonly value: readonly T[];
  readonly '@odata.nextLink'?: string | undefined;
}

/** @param urgency of all that is read with it */
export function createReader(client: GraphClient, cache: Cache, urgency: Urgency = 'person'): Reader {
  async function fetched<T>({ call, schema }: Wanted<T>, path: string, signal: AbortSignal): Promise<Read<T>> {
    const answer = await client.call({ ...call, path, method: 'GET', urgency }, signal);
    if (answer.kind !== 'done') return unread(answer);
    const { data } = schema.safeParse(answer.body);
    return data === undefined
      ? { kind: 'unread', why: 'unavailable', code: 'unknown form' }
      : { kind: 'read', value: data };
  }

  async function kept<T>(wanted: Wanted<unknown>, work: () => Promise<Read<T>>): Promise<Read<T>> {
    const { call, maxAge } = wanted;
    const known = cache.get(call.path, maxAge);
    // What stands under a path was put there by the same wish, so it has its form.
    if (known !== undefined) return known as Read<T>;
    const read = await work();
    if (read.kind === 'read' && maxAge > 0) cache.set(call.path, read);
    return read;
  }

  async function pages<T>(
    wanted: Wanted<Page<T>>,
    most: number,
    take: (item: T) => void,
    signal: AbortSignal,
  ): Promise<Read<number>> {
    let count = 0;
    let path: string | undefined = wanted.call.path;
    for (let page = 0; path !== undefined; page += 1) {
      if (page >= most) return { kind: 'unread', why: 'unavailable', code: 'endless' };
      const read: Read<Page<T>> = await fetched(wanted, path, signal);
      if (read.kind !== 'read') return read;
      read.value.value.forEach(take);
      count += read.value.value.length;
      const next: string | undefined = read.value['@odata.nextLink'];
      path = next === undefined ? undefined : pathBelow(client.base, next);
      if (next !== undefined && path === undefined) return { kind: 'unread', why: 'unavailable', code: 'foreign page' };
    }
    return { kind: 'read', value: count };
  }

  return {
    one: (wanted, signal) => kept(wanted, () => fetched(wanted, wanted.call.path, signal)),

    all: <T>(wanted: Wanted<Page<T>>, signal: AbortSignal) =>
      kept(wanted, async (): Promise<Read<readonly T[]>> => {
        const items: T[] = [];
        const read = await pages(wanted, mostPages, (item) => items.push(item), signal);
        return read.kind === 'read' ? { kind: 'read', value: items } : read;
      }),

    each: (wanted, take, signal) => pages(wanted, mostPagesOfEverybody, take, signal),

    forget: (path) => cache.forget(path),
  };
}

/** What follows the base address; undefined for any other place: the token goes nowhere else. */
function pathBelow(base: string, link: string): string | undefined {
  const url = URL.parse(link);
  const home = new URL(base);
  const below = url?.origin === home.origin && url.pathname.startsWith(`${home.pathname}/`);
  return below && url ? `${url.pathname.slice(home.pathname.length)}${url.search}` : undefined;
}

function unread(answer: Exclude<Answer, { kind: 'done' }>): Read<never> {
  if (answer.kind === 'absent') return answer;
  if (answer.kind === 'unavailable') {
    const { why } = answer;
    return { kind: 'unread', why: why === 'throttled' || why === 'late' ? why : 'unavailable', code: why };
  }
  const { status, code } = answer;
  const named = code === undefined ? {} : { code };
  if (code === noPrivilegedIdentity) return { kind: 'unread', why: 'license', ...named };
  if (status === 401) return { kind: 'unread', why: 'credentials', ...named };
  if (status === 403) return { kind: 'unread', why: code === notPremium ? 'license' : 'permission', ...named };
  return { kind: 'unread', why: 'unavailable', code: code ?? `${status}` };
}

/** What was answered, and can't be made anything of for this reason. */
export function unreadFor(why: Unread, code: string): Read<never> {
  return { kind: 'unread', why, code };
}

/**
 * Eligible roles in an organisation without Entra ID P2 or ID Governance: 400 with this code. Not in the reference; seen so
 * by several public programs that read them, each for itself.
 */
const noPrivilegedIdentity = 'AadPremiumLicenseRequired';

/**
 * Reports and logs in an organisation without Entra ID P1. Also seen where the app may not read the organisation's
 * licenses (microsoftgraph/microsoft-graph-docs issue 12537).
 */
const notPremium = 'Authentication_RequestFromNonPremiumTenantOrB2CTenant';

/** What was read lately. Never asked for anything that something is proven or written by. */
export interface Cache {
  get(key: string, maxAge: number): unknown;
  set(key: string, value: unknown): void;
  forget(key: string): void;
}

/** Entries kept at once: reads of some hundred people. */
const limit = 4_000;

export function createCache(clock: Clock): Cache {
  const kept = createLruCache<{ readonly value: unknown; readonly at: Instant }>(limit);
  return {
    get(key, maxAge) {
      const entry = kept.get(key);
      const age = entry ? clock() - entry.at : Number.NaN;
      return age >= 0 && age < maxAge ? entry?.value : undefined;
    },
    set: (key, value) => kept.set(key, { value, at: clock() }),
    forget: (key) => kept.delete(key),
  };
}
