import { createHmac, type KeyObject, scrypt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { Fault } from '../../fault.ts';
import type { Clock } from '../../ports/system.ts';
import { type Stored, storedObject } from '../../stored-shape.ts';
import { type Instant, second } from '../../time.ts';
import { readAnswer } from './answer.ts';
import { type QuestionId, questionIdSchema } from './policy.ts';

/** scrypt's cost, kept beside each hash so that it can be raised later. `n` is a power of two. */
const scryptCostSchema = storedObject({ n: z.number(), r: z.number(), p: z.number() });
export type ScryptCost = Stored<typeof scryptCostSchema>;

/** What new answers get: about 32 MiB and a tenth of a second each. Promise 7 asks for n of at least 2¹⁵. */
export const newestCost: ScryptCost = { n: 2 ** 15, r: 8, p: 1 };

/** Bytes of a new answer's salt. */
export const saltLength = 16;
const hashLength = 32;
/** Room for costs that are raised later; a record that asks for more is damaged. */
const mostMemory = 2 ** 28;

/** A registered answer. Nobody can read it back; only a question and its answer can be compared with it. */
export const storedAnswerSchema = storedObject({
  question: questionIdSchema,
  /** An own question's text as it was answered, since its place in the policy may get another one; else null. */
  wording: z.string().nullable(),
  cost: scryptCostSchema,
  /** base64url. */
  salt: z.string(),
  /** base64url. */
  hash: z.string(),
  /** Version of the key that peppered it. */
  keyVersion: z.number(),
});
export type StoredAnswer = Stored<typeof storedAnswerSchema>;

/** The secret that is not in the store: 32 bytes of the keyring, for use `answers`. */
export interface Pepper {
  readonly version: number;
  readonly key: KeyObject;
}

/** The key before the hash: bound to the person and the question, a hash is worth nothing in another place. */
function peppered(answer: string, person: string, question: QuestionId, key: KeyObject): Buffer {
  return createHmac('sha256', key)
    .update(JSON.stringify(['answer', person, question, answer]))
    .digest();
}

/** In a thread of the pool, never in the turn's own. */
function stretched(secret: Buffer, salt: Uint8Array, { n, r, p }: ScryptCost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, hashLength, { N: n, r, p, maxmem: mostMemory }, (problem, key) =>
      problem ? reject(problem) : resolve(key),
    );
  });
}

/**
 * @param read question, wording and normalised answer, as checked at registration
 * @param person id of the record that will hold it
 * @param salt `saltLength` fresh random bytes, for this answer only
 */
export async function hashAnswer(
  read: { readonly question: QuestionId; readonly wording: string | null; readonly answer: string },
  person: string,
  salt: Uint8Array,
  pepper: Pepper,
): Promise<StoredAnswer> {
  const { question, wording, answer } = read;
  const hash = await stretched(peppered(answer, person, question, pepper.key), salt, newestCost);
  return {
    question,
    wording,
    cost: newestCost,
    salt: Buffer.from(salt).toString('base64url'),
    hash: hash.toString('base64url'),
    keyVersion: pepper.version,
  };
}

/**
 * Whether the typed text is the answer, compared in constant time. Throws Fault `store-damaged` for a hash no
 * registration made.
 * @param key the pepper of the stored version
 */
export async function verifyAnswer(
  typed: string,
  stored: StoredAnswer,
  person: string,
  key: KeyObject,
): Promise<boolean> {
  const read = readAnswer(typed);
  // What can't be an answer was never registered; how long that takes tells only what the asker typed.
  if (read.kind !== 'answer') return false;
  const expected = Buffer.from(stored.hash, 'base64url');
  const secret = peppered(read.answer, person, stored.question, key);
  const found = await stretched(secret, Buffer.from(stored.salt, 'base64url'), stored.cost).catch((cause: unknown) => {
    throw new Fault('store-damaged', 'an answer has impossible parameters', { cause });
  });
  if (expected.length !== found.length) throw new Fault('store-damaged', 'an answer has a hash of another length');
  return timingSafeEqual(expected, found);
}

/** All of them right? Every one is looked at, so that nobody learns which was wrong; one by one, to leave threads free. */
export async function verifyAnswers(
  given: readonly { readonly typed: string; readonly stored: StoredAnswer }[],
  person: string,
  keyOf: (version: number) => KeyObject,
): Promise<boolean> {
  let right = given.length > 0;
  for (const { typed, stored } of given) {
    const same = await verifyAnswer(typed, stored, person, keyOf(stored.keyVersion));
    right = right && same;
  }
  return right;
}

/** Whether a right answer should be hashed again: its key or cost is not the newest any more. */
export function answerAgeing(stored: StoredAnswer, newestKey: number): boolean {
  const { n, r, p } = stored.cost;
  return stored.keyVersion !== newestKey || n !== newestCost.n || r !== newestCost.r || p !== newestCost.p;
}

/** How many forms are hashed at once: half of the pool's threads, so that records can be written meanwhile. */
const atOnce = 2;
/** How long a form may wait for its turn. A turn has 4.5 s, of which a form itself takes about one. */
const patience = 2 * second;

/** Hashing is slow on purpose: forms queue for it, and one that would wait too long is turned away untouched. */
export interface AnswerQueue {
  run<T>(work: () => Promise<T>): Promise<T | { readonly kind: 'answers-busy' }>;
}

export function createAnswerQueue(clock: Clock): AnswerQueue {
  const waiting: (() => void)[] = [];
  let running = 0;

  function enter(): Promise<void> {
    if (running < atOnce) {
      running += 1;
      return Promise.resolve();
    }
    return new Promise((resolve) => waiting.push(resolve));
  }

  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }

  return {
    async run(work) {
      const came: Instant = clock();
      await enter();
      try {
        return clock() - came > patience ? { kind: 'answers-busy' } : await work();
      } finally {
        leave();
      }
    },
  };
}
