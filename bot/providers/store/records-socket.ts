import { unlink } from 'node:fs/promises';
import { createConnection, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { Fault } from '../../domain/fault.ts';
import type { Definitions, Kind, Query, RecordStep, Records, Store } from '../../domain/ports/store.ts';
import { errno, unlessMissing } from './fs.ts';
import { createKeyedMutex } from './keyed-mutex.ts';

/**
 * A door to the records of a running bot, for commands beside it: a socket that only the account of the bot can open. What
 * goes through it are lines of JSON: a call with a number, and an answer with the same.
 */
export interface RecordsSocket {
  close(): Promise<void>;
}

interface Call {
  readonly number: number;
  readonly act: string;
  readonly kind: Kind;
  readonly id: string;
  readonly query: Query;
  readonly limit: number;
  readonly after?: string;
  readonly until: number;
  /** Of `swap`: as JSON; left out: no record. */
  readonly before?: string;
  readonly next?: string;
  readonly key: string;
  readonly patience: number;
}

type Answer = { readonly value?: unknown } | { readonly fault: Pick<Fault, 'code' | 'detail'> };

/** How often a record is read and decided again because the bot wrote meanwhile. */
const mostRounds = 50;

/** Opens the door; a file that an ended process left there goes. Only whoever holds the folder may. */
export async function serveRecords(store: Store, file: string): Promise<RecordsSocket> {
  await unlessMissing(unlink(file));
  const guests = new Set<Socket>();
  const server = createServer((guest) => {
    guests.add(guest);
    serve(store, guest);
    guest.on('close', () => guests.delete(guest));
  });
  const listening = Promise.withResolvers<void>();
  server.once('error', listening.reject);
  // The socket is there before `listen` returns: nobody else can open it for a moment either.
  const usual = process.umask(0o177);
  try {
    server.listen(file, () => listening.resolve());
  } finally {
    process.umask(usual);
  }
  await listening.promise;
  server.unref();
  return {
    close() {
      for (const guest of guests) guest.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function serve(store: Store, guest: Socket): void {
  /** Lets go of the locks that the guest holds. */
  const held = new Map<number, () => void>();
  const answer = (number: number, came: Answer) => void guest.write(`${JSON.stringify({ number, ...came })}\n`);

  async function done(call: Call): Promise<unknown> {
    const { act, kind, id, query, limit, after, until, before, next, key, patience, number } = call;
    switch (act) {
      case 'read':
        return JSON.stringify(await store.read(kind, id));
      case 'swap':
        return store.update(kind, id, (current) => {
          const same = JSON.stringify(current) === before;
          return { record: same ? next && JSON.parse(next) : current, outcome: same };
        });
      case 'find':
        return store.find(kind, query);
      case 'scan':
        return store.scan(kind, limit, after);
      case 'claim':
        return store.claim(kind, until, limit);
      case 'format':
        return store.format();
      case 'head':
        return store.head();
      case 'check':
        return (await store.check()).map(({ code, detail }) => ({ code, detail }));
      case 'lock':
        return store.lock(key, patience, () => {
          answer(number, { value: 'held' });
          return new Promise<void>((resolve) => held.set(number, resolve));
        });
      case 'unlock':
        return held.get(Number(id))?.();
      default:
        throw new Fault('store-unavailable', `nothing is called ${act}`);
    }
  }

  const lines = createInterface({ input: guest });
  lines.on('line', (line) => {
    const call = callIn(line);
    if (!call) return void guest.destroy();
    return void done(call).then(
      (value) => answer(call.number, { value }),
      (reason: unknown) => {
        const { code, detail } = reason instanceof Fault ? reason : new Fault('store-unavailable', 'the bot failed');
        answer(call.number, { fault: { code, detail } });
      },
    );
  });
  // A guest that goes without a word.
  guest.on('error', () => guest.destroy());
  guest.on('close', () => {
    for (const free of held.values()) free();
  });
}

/** Undefined for what is no call. */
function callIn(line: string): Call | undefined {
  try {
    const call = Object(JSON.parse(line));
    return typeof call.number === 'number' ? call : undefined;
  } catch {
    return undefined;
  }
}

/** The records of the bot that runs, through its door; undefined: nobody opens it. */
export async function openRecordsBeside(file: string, definitions: Definitions): Promise<Store | undefined> {
  const socket = createConnection(file);
  const connected = await new Promise<boolean>((resolve, reject) => {
    socket.once('connect', () => resolve(true));
    socket.once('error', (error) => (closedDoor.has(errno(error) ?? '') ? resolve(false) : reject(error)));
  });
  return connected ? recordsThrough(socket, definitions) : undefined;
}

const closedDoor: ReadonlySet<string> = new Set(['ENOENT', 'ECONNREFUSED', 'ENOTSOCK', 'EACCES']);

async function recordsThrough(socket: Socket, definitions: Definitions): Promise<Store> {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const queues = createKeyedMutex();
  const underWay = new Set<Promise<unknown>>();
  let last = 0;
  let gone = false;
  let closing: Promise<void> | undefined;

  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    gone = true;
    for (const { reject } of waiting.values()) reject(new Fault('store-unavailable', 'the bot has stopped'));
    waiting.clear();
  });
  createInterface({ input: socket }).on('line', (line) => {
    const { number, value, fault } = JSON.parse(line);
    const one = waiting.get(number);
    waiting.delete(number);
    if (fault) one?.reject(new Fault(fault.code, fault.detail));
    else one?.resolve(value);
  });

  function ask<T>(act: string, more: Partial<Call> = {}): { number: number; answer: Promise<T> } {
    last += 1;
    const number = last;
    const one = Promise.withResolvers<unknown>();
    if (gone) one.reject(new Fault('store-unavailable', 'the bot has stopped'));
    else {
      waiting.set(number, one);
      socket.write(`${JSON.stringify({ number, act, ...more })}\n`);
    }
    return { number, answer: one.promise as Promise<T> };
  }

  // A bot that is too old to say so is too old for anything new.
  const format = await ask<number>('format').answer.catch(() => 0);

  /** None once it is closed; what is under way ends before it is. */
  function open<T>(work: () => Promise<T>): Promise<T> {
    if (closing) return Promise.reject(new Fault('store-unavailable', 'closed'));
    const done = work();
    underWay.add(done);
    const end = () => underWay.delete(done);
    done.then(end, end);
    return done;
  }

  const textOf = (kind: Kind, id: string) => ask<string | undefined>('read', { kind, id }).answer;

  /** One at a time for each record: those of one process need not outrun each other. */
  const update: Store['update'] = (kind, id, step) =>
    open(() => queues.alone(`${kind} ${id}`, () => decided(kind, id, step)));

  async function decided<K extends Kind, O>(kind: K, id: string, step: RecordStep<Records[K], O>): Promise<O> {
    for (let round = 0; round < mostRounds; round += 1) {
      const before = await textOf(kind, id);
      const given = before === undefined ? undefined : (JSON.parse(before) as Records[K]);
      const { record, outcome } = step(given);
      if (record === given) return outcome;
      const next = record === undefined ? undefined : JSON.stringify(record);
      const written = await ask<boolean>('swap', {
        kind,
        id,
        ...(before !== undefined && { before }),
        ...(next !== undefined && { next }),
      }).answer;
      if (written) return outcome;
    }
    throw new Fault('store-conflict', `the bot wrote this ${kind} ${mostRounds} times in a row`);
  }

  return {
    read: (kind, id) =>
      open(async () => {
        const text = await textOf(kind, id);
        return text === undefined ? undefined : JSON.parse(text);
      }),
    update,
    remove: (kind, id) => update(kind, id, () => ({ record: undefined, outcome: undefined })),
    async find(kind, query) {
      if (!definitions[kind].fields[query.field]) throw new TypeError(`${kind} has no index ${query.field}`);
      return open(() => ask<Awaited<ReturnType<Store['find']>>>('find', { kind, query }).answer);
    },
    scan: (kind, limit, after) =>
      open(() => ask('scan', { kind, limit, ...(after !== undefined && { after }) }).answer) as never,
    claim: (kind, until, limit) => open(() => ask<readonly string[]>('claim', { kind, until, limit }).answer),
    async lock(key, patience, work) {
      const { number, answer } = ask('lock', { key, patience });
      await answer;
      const lost = new AbortController();
      const lose = () => lost.abort();
      socket.once('close', lose);
      try {
        return await work(lost.signal);
      } finally {
        socket.off('close', lose);
        await ask('unlock', { id: String(number) }).answer.catch(() => undefined);
      }
    },
    background: (work) => work(),
    // On the same machine.
    clock: (own) => own,
    format: () => format,
    head: () => open(() => ask<string | undefined>('head').answer),
    check: () =>
      open(async () => {
        const found = await ask<readonly Pick<Fault, 'code' | 'detail'>[]>('check').answer;
        return found.map(({ code, detail }) => new Fault(code, detail));
      }),
    close() {
      closing ??= Promise.allSettled(underWay).then(() => void socket.destroy());
      return closing;
    },
  };
}
