import { type DestinationStream, pino, stdTimeFunctions } from 'pino';
import { Fault } from './domain/fault.ts';

/** All that may stand in the log. What is not listed is dropped, so that no code, secret, word or address gets in. */
const allowedFields = [
  'reference',
  'reason',
  'kind',
  'outcome',
  'activity',
  'verb',
  'dialog',
  'letter',
  'channel',
  'provider',
  'store',
  'record',
  'mode',
  'host',
  'port',
  'status',
  'tries',
  'count',
  'milliseconds',
  'version',
  'commit',
  'signal',
  'head',
  'look',
] as const;

/** Longer values are cut: nothing of ours that belongs in a log is. */
const longestValue = 200;

export type LogFields = { readonly [F in (typeof allowedFields)[number]]?: string | number | boolean | undefined } & {
  /** Anything thrown. Its name, code and stack are written, its message is not: it may quote what a person typed. */
  readonly error?: unknown;
};

/** `event` is a fixed phrase of ours; what varies goes into fields. */
export type LogEvent = (event: string, fields?: LogFields) => void;

export interface Log {
  readonly debug: LogEvent;
  readonly info: LogEvent;
  readonly warn: LogEvent;
  readonly error: LogEvent;
}

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** One JSON line per event, to standard output unless a destination is given. */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = { level, base: null, timestamp: stdTimeFunctions.isoTime };
  const logger = destination ? pino(options, destination) : pino(options);
  return {
    debug: (event, fields) => logger.debug(allowed(fields), event),
    info: (event, fields) => logger.info(allowed(fields), event),
    warn: (event, fields) => logger.warn(allowed(fields), event),
    error: (event, fields) => logger.error(allowed(fields), event),
  };
}

function allowed(fields: LogFields = {}): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const name of allowedFields) {
    const value: unknown = fields[name];
    if (typeof value === 'string') kept[name] = value.slice(0, longestValue);
    else if (typeof value === 'number' || typeof value === 'boolean') kept[name] = value;
  }
  if (fields.error !== undefined) kept.error = described(fields.error);
  return kept;
}

interface Described {
  readonly name: string;
  readonly code?: string;
  /** Of a fault only: written by us, and free of anything personal by its own promise. */
  readonly detail?: string;
  readonly stack?: readonly string[];
  readonly cause?: Described;
}

function described(error: unknown, depth = 0): Described {
  if (!(error instanceof Error)) return { name: typeof error };
  const code: unknown = 'code' in error ? error.code : undefined;
  return {
    name: error.name.slice(0, 60),
    ...(typeof code === 'string' && /^[\w-]{1,60}$/.test(code) && { code }),
    ...(error instanceof Fault && { detail: error.message.slice(0, longestValue) }),
    stack: frames(error),
    ...(error.cause !== undefined && depth < 3 && { cause: described(error.cause, depth + 1) }),
  };
}

/** The stack without its head, where the message stands. A line counts only if it names a place in a file. */
function frames(error: Error): readonly string[] {
  const stack = error.stack ?? '';
  const head = stack.indexOf(error.message);
  return stack
    .slice(head < 0 ? 0 : head + error.message.length)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .*(file:|node:|\/|\\).*:\d+:\d+\)?$/.test(line))
    .slice(0, 12);
}
