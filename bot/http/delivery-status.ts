import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StatusReport } from '../domain/outbox/delivery-status.ts';
import type { StatusCall, StatusSource } from '../domain/ports/status-source.ts';
import { second } from '../domain/time.ts';
import type { Log } from '../log.ts';
import { answer } from './answer.ts';
import { readBytes } from './body.ts';

/** Bytes of a body. Twilio's have about a thousand. */
const longestBody = 16 * 1024;
/** Bytes of an address. Ours have about a hundred. */
const longestUrl = 2_048;

/**
 * - noted: it changed what is known · known: it was known, late or out of order
 * - not-ours: nobody's newest message · nothing: genuine, but says nothing · refused: not genuine
 */
export type StatusResult = 'noted' | 'known' | 'not-ours' | 'nothing' | 'refused' | 'failed';

export interface StatusParts<R = StatusReport> {
  readonly source: StatusSource<R>;
  /** Writes what was told into the record it is about. */
  readonly note: (report: R) => Promise<'noted' | 'known' | 'not-ours'>;
  /** Called for each report, or once for a call without one. */
  readonly counted: (source: string, result: StatusResult, report?: R) => void;
  readonly log: Log;
  /** Milliseconds for a body to arrive, 5 s unless told. */
  readonly patience?: number;
}

/**
 * Takes in what one provider tells of its messages, or a ticket system of tickets. Whoever it is not, whatever is wrong: one 403 without a word. What
 * is genuine gets 204, also when it is about nobody, so that a reference can't be probed and a provider does not ask
 * again; 503 only when it could not be written down. Never throws.
 */
export function createStatusRoute<R>({ source, note, counted, log, patience = 5 * second }: StatusParts<R>) {
  return async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await callOf(request, patience);
    const reading = call ? source.read(call) : ({ kind: 'not-genuine' } as const);
    if (reading.kind === 'not-genuine') {
      counted(source.name, 'refused');
      return answer(request, response, { status: 403, last: true });
    }
    if (reading.kind === 'asks') {
      counted(source.name, 'nothing');
      return answer(request, response, { status: 200, type: 'application/json', body: JSON.stringify(reading.answer) });
    }
    const reports = reading.kind === 'report' ? [reading.report, ...(reading.more ?? [])] : [];
    if (reports.length === 0) counted(source.name, 'nothing');
    let failed = false;
    for (const report of reports) {
      let result: StatusResult;
      try {
        result = await note(report);
      } catch (error) {
        result = 'failed';
        failed = true;
        log.error('delivery status not noted', { provider: source.name, error });
      }
      counted(source.name, result, report);
    }
    answer(request, response, { status: failed ? 503 : 204 });
  };
}

async function callOf(request: IncomingMessage, patience: number): Promise<StatusCall | undefined> {
  const { url = '', headers } = request;
  if (url.length > longestUrl || (headers['content-encoding'] ?? 'identity') !== 'identity') return undefined;
  const body = await readBytes(request, longestBody, patience);
  const mark = url.indexOf('?');
  return Buffer.isBuffer(body)
    ? { query: mark < 0 ? '' : url.slice(mark + 1), headers: onceEach(request), body }
    : undefined;
}

function onceEach({ headersDistinct }: IncomingMessage): Record<string, string> {
  const once: Record<string, string> = {};
  for (const [name, values] of Object.entries(headersDistinct)) {
    if (values?.length === 1 && values[0] !== undefined) once[name] = values[0];
  }
  return once;
}
