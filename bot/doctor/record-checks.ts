import { existsSync } from 'node:fs';
import { openKeyring, openRecordsOrBeside, recordsFolder } from '../compose/store.ts';
import { Fault } from '../domain/fault.ts';
import { type DecidedPolicy, defaultPolicy } from '../domain/policy.ts';
import type { Store } from '../domain/ports/store.ts';
import type { Clock } from '../domain/ports/system.ts';
import { day, hour, minute } from '../domain/time.ts';
import { type Lateness, lookForLateness } from '../monitoring/lateness.ts';
import type { Config } from '../settings/config.ts';
import {
  type PolicyDifference,
  policyDifferences,
  readPolicy,
  readPolicyFile,
  storedPolicy,
} from '../settings/policy-file.ts';
import { inPlainWords } from '../system-errors.ts';
import type { CheckFinding } from './examination.ts';
import type { Running } from './place-checks.ts';
import type { PolicyGrounds } from './policy-checks.ts';

/** What the checks after this one go by. */
export interface Looked {
  /** In force; before the first start what the file says; the defaults when there is neither. */
  policy: DecidedPolicy;
  supportChannel: PolicyGrounds['supportChannel'];
  running: Running;
  /** What waits to be told to the organisation's own ticket system; left out: nothing, or it was not seen. */
  untold?: { readonly tickets: number; readonly last: string };
}

/** Whether keys, policy file and records are there and fit. Nothing that is stored is changed, and nothing is made. */
export async function* checkRecords(config: Config, looked: Looked, clock: Clock): AsyncGenerator<CheckFinding> {
  yield keysFinding(config);
  const file = await policyOfFile(config.policyFile);
  yield* file.findings;
  looked.policy = file.policy ?? defaultPolicy;
  const folder = recordsFolder(config);
  if (config.mode === 'local' && config.keys.length === 0) return;
  looked.running = 'no';
  if (!config.database && !existsSync(folder)) {
    looked.supportChannel = config.supportChannel ? 'there' : 'none';
    yield { id: 'store', verdict: 'note', says: `There are no records in ${folder} yet.`, where: 'DATA_DIR' };
    return;
  }
  looked.supportChannel = config.supportChannel ? 'there' : 'not-seen';
  yield* inStore(config, file.policy, looked, clock);
}

function keysFinding({ mode, keys }: Config): CheckFinding {
  if (keys.length === 0 && mode === 'local') {
    const says = 'The bot runs in local mode, for trying out on this machine: it makes its own keys.';
    return { id: 'keys', verdict: 'note', says };
  }
  const [newest] = keys;
  const count = keys.length === 1 ? 'There is one key' : `There are ${keys.length} keys`;
  return { id: 'keys', verdict: 'good', says: `${count}; version ${newest?.version} seals.` };
}

async function policyOfFile(
  file: string | undefined,
): Promise<{ findings: readonly CheckFinding[]; policy?: DecidedPolicy }> {
  if (file === undefined) return { findings: [] };
  const where = `POLICY_FILE (${file})`;
  const problem = (says: string, fix: string): CheckFinding => ({
    id: 'policy-file',
    verdict: 'problem',
    says,
    where,
    fix,
  });
  try {
    const read = readPolicy(await readPolicyFile(file));
    if (read.kind === 'policy')
      return {
        findings: [{ id: 'policy-file', verdict: 'good', says: 'The policy file is valid.' }],
        policy: read.policy,
      };
    return {
      findings: read.mistakes.map((one) =>
        problem(`The policy file has a mistake. ${one}`, 'correct it; OPERATIONS.md has an example.'),
      ),
    };
  } catch (error) {
    return {
      findings: [
        problem(
          `The policy file can not be read. ${inPlainWords(error)}`,
          'correct the path, or let the account that runs the bot read it.',
        ),
      ],
    };
  }
}

async function* inStore(
  config: Config,
  file: DecidedPolicy | undefined,
  looked: Looked,
  clock: Clock,
): AsyncGenerator<CheckFinding> {
  let damaged = 0;
  let store: Store;
  try {
    const opening = { onDamaged: () => (damaged += 1), looking: true };
    const found = await openRecordsOrBeside(config, await openKeyring(config), opening);
    store = found.store;
    if (found.beside) looked.running = 'yes';
  } catch (error) {
    if (error instanceof Fault && error.code === 'store-in-use') looked.running = 'yes';
    yield notOpened(error, config);
    return;
  }
  try {
    const putBack = damaged === 0 && (await store.check()).length > 0;
    yield putBack ? notAsWritten : opened(damaged, config);
    yield* latenessFindings(await lookForLateness(store, store.clock(clock)), placeOf(config));
    const inForce = await storedPolicy(store);
    if (inForce) looked.policy = inForce;
    if (config.mode === 'teams' && !config.supportChannel)
      looked.supportChannel = await channelOf(store, config.tenants);
    if (config.ticketSystem?.out) {
      const untold = await untoldTickets(store);
      if (untold) looked.untold = untold;
    }
    yield* policyFinding(inForce, file, config);
  } finally {
    await store.close();
  }
}

/** So many are looked at; what was tried in vain is due before all that only waits for its day. */
const lookedAt = 200;

/** Tickets of which the ticket system did not take something, and what it said last. */
async function untoldTickets(store: Store): Promise<Looked['untold']> {
  const { ids } = await store.find('ticket', { field: 'due', until: Number.MAX_SAFE_INTEGER, limit: lookedAt });
  const found = await Promise.all(ids.map((id) => store.read('ticket', id)));
  const tries = found.flatMap((ticket) => {
    const last = ticket?.letters.find(({ kind, tries }) => kind === 'system' && tries.length > 0)?.tries.at(-1);
    return last && last.result !== null ? [{ at: last.at, result: last.result }] : [];
  });
  const [newest] = tries.toSorted((one, other) => other.at - one.at);
  return newest && { tickets: tries.length, last: newest.result };
}

const placeOf = ({ database, dataDir }: Config) => (database ? 'DATABASE_URL' : `DATA_DIR (${dataDir})`);

/** A letter that can't be sent is put off: what has been due for so long nobody tries to send. */
const longDue = 5 * minute;
/** It is done once a day. */
const longAgo = 3 * day;

/** Whether somebody does what is due. */
export function* latenessFindings({ letters, swept }: Lateness, where: string): Generator<CheckFinding> {
  const late = Math.max(...Object.values(letters));
  if (late > longDue) {
    const says = `The oldest letter has been due for ${Math.round(late / minute)} minutes: nobody sends.`;
    const fix = 'start the bot; where it runs, its log says "outbox round failed" and why.';
    yield { id: 'letters-late', verdict: 'warning', says, where, fix };
  }
  if (swept !== undefined && swept > longAgo) {
    const says = `The records were last swept ${Math.round(swept / day)} days ago: it is done once a day.`;
    const fix = 'start the bot; where it runs, its log says "records not swept" and why.';
    yield { id: 'sweep-old', verdict: 'warning', says, where, fix };
  }
  if (late > longDue || swept === undefined || swept > longAgo) return;
  const says = `Nothing that is due waits, and the records were swept ${Math.round(swept / hour)} hours ago.`;
  yield { id: 'lateness', verdict: 'good', says };
}

async function channelOf(store: Store, tenants: readonly string[]): Promise<'there' | 'none'> {
  const found = await Promise.all(tenants.map((one) => store.read('support-channel', one)));
  return found.some((one) => one !== undefined && !one.lost) ? 'there' : 'none';
}

function* policyFinding(
  inForce: DecidedPolicy | undefined,
  file: DecidedPolicy | undefined,
  { policyFile }: Config,
): Generator<CheckFinding> {
  if (!inForce || !file) return;
  const found = policyDifferences(file, inForce);
  if (found.length === 0) {
    yield { id: 'policy', verdict: 'good', says: 'The policy in force is that of the file.' };
    return;
  }
  yield {
    id: 'policy-differs',
    verdict: 'warning',
    says: `The policy file differs from the policy in force, and the file is not read any more: ${found.map(told).join('; ')}.`,
    where: `POLICY_FILE (${policyFile})`,
    fix: `npm run policy -- use ${policyFile} puts the file in force; or bring the file to what npm run policy -- show prints.`,
  };
}

/** Fields that name people are named without what stands in them. */
function told({ field, file, inForce }: PolicyDifference): string {
  if (/^(support\.(tiers|supporters)|contact|rules)/.test(field)) return field;
  const short = (value: unknown) => (JSON.stringify(value) ?? 'nothing').slice(0, 80);
  return `${field} (file ${short(file)}, in force ${short(inForce)})`;
}

function opened(damaged: number, { dataDir }: Config): CheckFinding {
  if (damaged === 0) return { id: 'store', verdict: 'good', says: 'The records can be opened.' };
  return {
    id: 'store',
    verdict: 'problem',
    says: `${damaged} ${damaged === 1 ? 'record' : 'records'} can not be read.`,
    where: `DATA_DIR (${dataDir}), KEYS`,
    fix: 'give back the keys they were sealed with (KEYS), or restore them from a copy.',
  };
}

const notAsWritten: CheckFinding = {
  id: 'store',
  verdict: 'problem',
  says: 'The records are not the ones last written: something was put back, taken away or changed.',
  where: 'DATA_DIR',
  fix: 'npm run audit -- verify names it; OPERATIONS.md says what to do.',
};

function notOpened(error: unknown, { dataDir, database }: Config): CheckFinding {
  const code = error instanceof Fault ? error.code : undefined;
  if (code === 'store-in-use') {
    const says = 'The records are held by another process: the bot is running. They are not looked into.';
    return { id: 'store', verdict: 'note', says };
  }
  const problem = (where: string, fix: string): CheckFinding => ({
    id: code ?? 'store',
    verdict: 'problem',
    says: `The records can not be opened. ${inPlainWords(error)}`,
    where,
    fix,
  });
  if (code === 'keys-wrong')
    return problem('KEYS', 'put the key of that version back into the list, beside the newer ones.');
  if (code === 'store-newer')
    return problem(`DATA_DIR (${dataDir})`, 'install that version again, or restore the copy from before the upgrade.');
  if (database) return problem('DATABASE_URL', 'look at what was found about the database.');
  return problem(`DATA_DIR (${dataDir})`, 'see that the disk is there, writable and not full.');
}
