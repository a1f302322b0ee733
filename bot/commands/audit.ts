import { headFrom, witnessId } from '../domain/audit/witness.ts';
import type { Store } from '../domain/ports/store.ts';
import { verifyRecords } from './audit-chains.ts';
import { complain, type ExitCode, print, runCommand } from './command-line.ts';
import { onRecords } from './records.ts';

/*
 * `npm run audit -- verify`: checks that all records are the ones last written, and the chain of everybody's audit entries and
 * of every ticket's story; names the first entry of each that was tampered with. With `--since HEAD`, a line from the log of
 * the running bot, also that the records come from there. `npm run audit -- accept` takes what lies there as it is.
 */

async function verify(store: Store, since: string | undefined): Promise<ExitCode> {
  const well = await verifyRecords(store);
  const known = since === undefined || (await comesFrom(store, since));
  return well && known ? 0 : 1;
}

/** Whether the records are later than the ones a head was told of, and come from them. */
async function comesFrom(store: Store, line: string): Promise<boolean> {
  const told = headFrom(line);
  const witness = told && (await store.read('witness', witnessId(told.at)));
  const known = witness?.heads.some(({ at, head }) => at === told?.at && head === told.head) === true;
  if (known) print(`they come from ${line}`);
  else complain(`these records do not know ${line}: they are older, or others`);
  return known;
}

/** What was asked for; undefined: nothing that there is. */
function command([verb, option, line, ...more]: readonly string[]): (() => Promise<ExitCode>) | undefined {
  if (more.length > 0) return undefined;
  if (verb === 'verify' && option === undefined) return () => onRecords((store) => verify(store, undefined));
  if (verb === 'verify' && option === '--since' && line !== undefined)
    return () => onRecords((store) => verify(store, line));
  if (verb === 'accept' && option === undefined)
    return () => onRecords((store) => verify(store, undefined), undefined, true);
  return undefined;
}

await runCommand(command(process.argv.slice(2)), 'Usage: npm run audit -- verify [--since HEAD] | accept');
