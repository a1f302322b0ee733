import { readFile } from 'node:fs/promises';
import type { Config } from '../config.ts';
import { Fault } from '../domain/fault.ts';
import { defaultPolicy, type Policy } from '../domain/policy.ts';
import { openKeyring, openRecords } from '../opened-records.ts';
import { parsePolicy, policySource } from '../policy-record.ts';
import type { Finding } from './finding.ts';

export interface CheckedRecords {
  readonly findings: readonly Finding[];
  /** The policy in force, as far as it could be read. */
  readonly policy: Policy;
}

/** Whether keys, records and policy are there and can be opened. Changes nothing that is stored. */
export async function checkRecords(config: Config): Promise<CheckedRecords> {
  const keys = keysFinding(config);
  const file = await policyOfFile(config.policyFile);
  if (config.mode === 'local' && config.keys.length === 0) {
    return { findings: [keys, ...file.findings], policy: file.policy };
  }
  const stored = await policyOfStore(config);
  return { findings: [keys, ...file.findings, stored.finding], policy: stored.policy ?? file.policy };
}

function keysFinding({ mode, keys }: Config): Finding {
  if (keys.length === 0 && mode === 'local') {
    const says = 'The bot runs in local mode, for trying out on this machine: it makes its own keys.';
    return { id: 'keys', verdict: 'note', says };
  }
  const newest = Math.max(...keys.map(({ version }) => version));
  const count = keys.length === 1 ? 'one key' : `${keys.length} keys`;
  return { id: 'keys', verdict: 'good', says: `There is ${count}; version ${newest} seals.` };
}

async function policyOfFile(file: string | undefined): Promise<CheckedRecords> {
  if (file === undefined) return { findings: [], policy: defaultPolicy };
  try {
    const policy = parsePolicy(await readFile(file, 'utf8'));
    return { findings: [{ id: 'policy-file', verdict: 'good', says: 'The policy file is valid.' }], policy };
  } catch (error) {
    const says =
      error instanceof Fault ? `The policy file is not valid: ${error.message}.` : 'The policy file can not be read.';
    const fix = 'npm run policy -- check FILE names every mistake with its place.';
    return { findings: [{ id: 'policy-file', verdict: 'problem', says, fix }], policy: defaultPolicy };
  }
}

async function policyOfStore(config: Config): Promise<{ readonly finding: Finding; readonly policy?: Policy }> {
  let damaged = 0;
  try {
    const onDamaged = () => {
      damaged += 1;
    };
    const store = await openRecords(config, await openKeyring(config), { onDamaged });
    try {
      const policy = await policySource(store, () => 0)();
      const putBack = damaged === 0 && (await store.check()).length > 0;
      return { finding: putBack ? notAsWritten : opened(damaged), policy };
    } finally {
      await store.close();
    }
  } catch (error) {
    return { finding: notOpened(error) };
  }
}

function opened(damaged: number): Finding {
  if (damaged === 0) return { id: 'store', verdict: 'good', says: 'The records can be opened.' };
  const says = `${damaged} records can not be read.`;
  return {
    id: 'store',
    verdict: 'problem',
    says,
    fix: 'give back the keys they were sealed with (KEYS), or restore them from a copy.',
  };
}

const notAsWritten: Finding = {
  id: 'store',
  verdict: 'problem',
  says: 'The records are not the ones last written: something was put back, taken away or changed.',
  fix: 'npm run audit -- verify names it; OPERATIONS.md says what to do.',
};

function notOpened(error: unknown): Finding {
  const code = error instanceof Fault ? error.code : undefined;
  if (code === 'store-in-use') {
    const says = 'The records are held by another process: the bot is running. They are not looked into.';
    return { id: 'store', verdict: 'note', says };
  }
  const says = `The records can not be opened${code === undefined ? '' : ` (${code})`}.`;
  return {
    id: 'store',
    verdict: 'problem',
    says,
    fix: 'check DATA_DIR and KEYS, and that the disk is there, writable and not full.',
  };
}
