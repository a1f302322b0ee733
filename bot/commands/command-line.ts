import { inPlainWords } from '../system-errors.ts';

/**
 * How every command ends. 0: fine, nothing to do · 1: it was done, and there is something to look at (a warning, a broken
 * chain, a record that can't be read, no such ticket) · 2: it was not done, or what it looked at does not work (not called
 * as it is meant, a mistake in settings or in a file, records that are held or can't be opened).
 */
export type ExitCode = 0 | 1 | 2;

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Who reads no more (`| head`) is told no more: the command ends there, without a word. */
function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

/** Does what a command was called for, or says how it is called; what keeps it from being done is said in plain words. */
export async function runCommand(work: (() => Promise<ExitCode>) | undefined, usage: string): Promise<void> {
  endWithReader();
  // Whatever ends it before its work is done has not done it.
  process.exitCode = 2 satisfies ExitCode;
  if (!work) return complain(usage);
  process.exitCode = await work().catch((reason: unknown): ExitCode => {
    complain(inPlainWords(reason));
    return 2;
  });
}
