import fs from 'node:fs/promises';
import { Fault } from '../../domain/fault.ts';

/** What the store asks of a file system. An argument, so that a test can stand in a disk that fails. */
export type Disk = Pick<typeof fs, 'mkdir' | 'open' | 'readdir' | 'readFile' | 'rename' | 'unlink'>;

export const disk: Disk = fs;

/** The operating system's name for what went wrong (`ENOSPC`), when it was the operating system. */
export function errno(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Runs work on the disk. What the disk refuses becomes Fault `store-unavailable`. */
export async function onDisk<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('store-unavailable', `${what}: ${errno(error) ?? 'failed'}`, { cause: error });
  }
}

/** Undefined when work finds no such file. */
export async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (errno(error) === 'ENOENT') return undefined;
    throw error;
  }
}
