import { programWriting } from '../providers/store/format.ts';
import type { ProcessFacts } from '../providers/store/postgres/processes.ts';
import type { CheckFinding } from './examination.ts';

const where = 'KEYS';
const versionOf = (print: string) => print.split(':')[0] ?? '';

/**
 * In which format the bots write, where it is not the newest of theirs, and who keeps them there.
 * @param marked in which records are written; undefined before the first
 */
export function* formatFindings(
  processes: readonly ProcessFacts[],
  marked: number | undefined,
): Generator<CheckFinding> {
  const own = programWriting().written;
  const written = Math.min(own, marked ?? own, ...processes.map(({ format }) => format));
  if (written === own) return;
  const held = [...new Set(processes.filter(({ format }) => format < own).map(({ release }) => release))].sort();
  const who =
    held.length === 0
      ? 'Half a minute after the last older bot has gone they go over.'
      : `So it stays as long as a bot of ${held.join('; ')} is there, which is older or has FORMAT set.`;
  const says = `Records are written in format ${written}, not in ${own}: the version before can read them. ${who}`;
  yield { id: 'database-format', verdict: 'note', says, where: 'FORMAT' };
}

/**
 * Whether the bots that run on one database can read what each of them writes, and what these settings would.
 * @param own prints of the keys in the settings, the one that seals first
 */
export function* processFindings(processes: readonly ProcessFacts[], own: readonly string[]): Generator<CheckFinding> {
  if (processes.length === 0) return;
  const releases = [...new Set(processes.map(({ release }) => release))].sort();
  const bots = processes.length === 1 ? 'One bot runs' : `${processes.length} bots run`;
  const mixed = releases.length > 1 ? ', of different releases: the upgrade is under way' : '';
  const says = `${bots} on this database (${releases.join('; ')})${mixed}.`;
  yield { id: 'database-bots', verdict: 'note', says, where: 'DATABASE_URL' };

  const every = [...processes.map(({ keys }) => keys), own];
  const versions = new Set(every.flat().map(versionOf));
  const prints = new Set(every.flat());
  if (prints.size > versions.size) {
    const twice = [...versions].filter((one) => [...prints].filter((print) => versionOf(print) === one).length > 1);
    const fix = 'give all of them the same KEYS: what one seals with it no other can read.';
    const other = `Key ${twice.join(', ')} is not the same everywhere.`;
    yield { id: 'database-other-key', verdict: 'problem', says: other, where, fix };
    return;
  }
  const unreadable = [...new Set(every.flatMap(([sealing]) => sealing ?? []))].filter((sealing) =>
    every.some((keys) => !keys.includes(sealing)),
  );
  if (unreadable.length > 0) {
    const what = `Key ${unreadable.map(versionOf).join(', ')} seals, and is not known everywhere: who does not know it can't read what it seals.`;
    const fix =
      'let every bot know the key first, with KEYS_NEWEST naming the one before; take KEYS_NEWEST away after.';
    yield { id: 'database-key-unknown', verdict: 'problem', says: what, where, fix };
    return;
  }
  const known = [...prints].filter((print) => every.some((keys) => !keys.includes(print)));
  if (known.length === 0) return;
  const what = `Key ${known.map(versionOf).join(', ')} is not known everywhere yet. It seals nowhere, so nothing is lost.`;
  const fix = 'restart the others with the same KEYS before any of them seals with it.';
  yield { id: 'database-key-unknown', verdict: 'warning', says: what, where, fix };
}
