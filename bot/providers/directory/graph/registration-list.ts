import type { Time } from '../../../deadline.ts';
import type { RegistrationReport } from '../../../domain/account/facts.ts';
import { hour, type Instant, minute, second } from '../../../domain/time.ts';
import type { Log } from '../../../log.ts';
import type { Read, Reader } from './reader.ts';
import { lineIn, registrations } from './registration.ts';

/** How often everybody's lines are read anew. They are up to a day and a half old wherever they are read. */
const period = 4 * hour;
/** How long after a start, and after a failure. */
const first = 2 * minute;
const again = 10 * minute;
/** A list that was not read for so long is passed over. */
const tooOld = 2 * period;
/** How often it is looked whether it is time. */
const glance = second;

/**
 * Everybody's lines of the registration report, read by the bot itself from time to time, so that the few requests there are
 * need not be spent on a person each. In memory only: about 150 bytes a person.
 */
export interface RegistrationList {
  /** undefined: the list can't tell, because it was not read or has no such line. A reason: nobody may read it. */
  of(objectId: string): Read<RegistrationReport> | undefined;
  /** When the list was last read to its end; undefined: never. */
  readAt(): Instant | undefined;
  /** Reads it if it is time. */
  look(signal: AbortSignal): Promise<void>;
}

export function createRegistrationList(reader: Reader, time: Time, chance: () => number, log: Log): RegistrationList {
  let lines: ReadonlyMap<string, RegistrationReport> = new Map();
  let readAt: Instant | undefined;
  let refused: Read<never> | undefined;
  // Many bots may have been started at the same minute.
  const soon = (span: number) => time.now() + span * (0.75 + chance() / 2);
  let due = soon(first);
  let reading = false;

  async function read(signal: AbortSignal): Promise<void> {
    const begun = time.now();
    const found = new Map<string, RegistrationReport>();
    const names = new Map<string, readonly string[]>();
    /** A few combinations of methods are everybody's. */
    const shared = (methods: readonly string[]) => {
      const key = methods.join();
      const known = names.get(key) ?? methods;
      names.set(key, known);
      return known;
    };
    const take = (item: unknown) => {
      const [id, report] = lineIn(item) ?? [];
      if (id !== undefined && report) found.set(id, { ...report, methods: shared(report.methods) });
    };
    const done = await reader.each(registrations(), take, signal);
    if (signal.aborted) return;
    refused = done.kind === 'unread' && (done.why === 'permission' || done.why === 'license') ? done : undefined;
    if (done.kind === 'read') {
      lines = found;
      readAt = time.now();
      log.info('registration list read', { provider: 'graph', count: done.value, milliseconds: readAt - begun });
    }
    due = soon(done.kind === 'read' ? period : again);
  }

  return {
    of(objectId) {
      if (refused) return refused;
      if (readAt === undefined || time.now() - readAt > tooOld) return undefined;
      const report = lines.get(objectId.toLowerCase());
      return report && { kind: 'read', value: report };
    },
    readAt: () => readAt,
    async look(signal) {
      if (reading || time.now() < due) return;
      reading = true;
      try {
        await read(signal);
      } finally {
        reading = false;
      }
    },
  };
}

/** Keeps what is read from time to time new. @param look reads it if it is time. Returns how to stop it. */
export function keepReading(look: (signal: AbortSignal) => Promise<void>): () => void {
  const stopped = new AbortController();
  const timer = setInterval(() => void look(stopped.signal).catch(() => undefined), glance).unref();
  return () => {
    stopped.abort();
    clearInterval(timer);
  };
}
