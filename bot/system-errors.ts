import { Fault } from './domain/fault.ts';
import { errno } from './providers/store/fs.ts';

/** What the operating system's refusals mean to whoever runs the bot; reads on after the name of a thing. */
const meanings: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'this is a folder, not a file',
  EACCES: 'the account that runs the bot may not use it',
  EPERM: 'the account that runs the bot may not use it',
  EROFS: 'this disk can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full for this account',
  EIO: 'the disk fails',
  EMFILE: 'too many files are open',
  EADDRINUSE: 'another program listens there already',
  EADDRNOTAVAIL: 'this machine has no such address',
  EAFNOSUPPORT: 'this machine has no such kind of address',
  ENOTFOUND: 'this host name is not known',
  EAI_AGAIN: 'host names can not be looked up now',
};

/** One or more lines for a person at a prompt: no code name first, no stack. */
export function inPlainWords(error: unknown): string {
  if (error instanceof Fault) return error.detail;
  return error instanceof Error ? error.message : String(error);
}

/** The system's refusal in words, with its code; undefined when it was not the system. */
export function systemWords(error: unknown): string | undefined {
  const inner = error instanceof Fault && error.cause !== undefined ? error.cause : error;
  const code = errno(inner);
  const meaning = code === undefined ? undefined : meanings[code];
  return meaning && `${meaning} (${code})`;
}

/**
 * Does work that stands on a setting. What the system refuses then names the setting and its value.
 * @param names the setting, or several: `HOST and PORT`
 * @param value as it is set; no secret
 */
export async function standingOn<T>(names: string, value: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const words = systemWords(error);
    if (words === undefined) throw error;
    const told = `${names} (${value}): ${words}`;
    throw error instanceof Fault
      ? new Fault(error.code, told, { cause: error.cause })
      : new Error(told, { cause: error });
  }
}
