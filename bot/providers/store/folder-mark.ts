import { join } from 'node:path';
import { Fault } from '../../domain/fault.ts';
import type { Keyring } from '../../domain/ports/keyring.ts';
import { type FormatMark, isMark, type ProgramFormat, raisedMark } from './format.ts';
import { type Disk, type Folders, unlessMissing } from './fs.ts';
import type { JournaledFiles } from './record-files.ts';
import { createSeal } from './seal.ts';

/** Which programs can read the folder, and one thing sealed as the records are; null where nothing is sealed. */
interface FolderMark extends FormatMark {
  readonly probe: { readonly key: number; readonly sealed: string } | null;
}

const name = 'format.json';
const probeText = 'reset-ready';

/**
 * Reads the mark before any record. Undefined for a folder that has none: new, or older than marks are.
 * Throws Fault `store-newer`, `keys-wrong`, or `store-damaged` for a mark that can't be read.
 */
export async function readMark(
  disk: Disk,
  root: string,
  keyring: Keyring | undefined,
  own: ProgramFormat,
): Promise<FolderMark | undefined> {
  const text = await unlessMissing(disk.readFile(join(root, name), 'utf8'));
  if (text === undefined) return undefined;
  const mark = markIn(text);
  raisedMark(mark, own);
  if (mark.probe && keyring && !opens(mark.probe, keyring)) throw wrongKeys(mark.probe.key, keyring);
  return mark;
}

/** Brings the mark to what this program writes from now on. Numbers never fall: what a newer one wrote is still there. */
export async function writeMark(
  disk: Disk,
  root: string,
  folders: Folders,
  before: FolderMark | undefined,
  keyring: Keyring | undefined,
  own: ProgramFormat,
): Promise<void> {
  const { written, readable } = raisedMark(before, own);
  const current = before?.probe?.key === keyring?.newest;
  if (before && before.written === written && before.readable === readable && current) return;
  const mark: FolderMark = { written, readable, probe: keyring ? probeOf(keyring) : null };
  const draft = join(root, `${name}.draft`);
  const handle = await disk.open(draft, 'w', 0o600);
  try {
    await handle.writeFile(JSON.stringify(mark));
    await handle.datasync();
  } finally {
    await handle.close();
  }
  await disk.rename(draft, join(root, name));
  await folders.sync(root);
}

/** Names the key that is wanted, so that nobody takes it for damage. */
function wrongKeys(sealedBy: number, keyring: Keyring): Fault {
  const has = keyring.versions.includes(sealedBy);
  const why = has ? `the key ${sealedBy} in KEYS is another one` : `KEYS has no key ${sealedBy}`;
  return new Fault('keys-wrong', `KEYS does not open these records; key ${sealedBy} sealed them, and ${why}.`);
}

/** The version of the key a stored text names; undefined: it is not sealed. */
function sealingKeyOf(text: string): number | undefined {
  try {
    const { key } = Object(JSON.parse(text));
    return typeof key === 'number' ? key : undefined;
  } catch {
    return undefined;
  }
}

function probeOf(keyring: Keyring): NonNullable<FolderMark['probe']> {
  return { key: keyring.newest, sealed: createSeal(keyring).close(probeText, name) };
}

function opens({ sealed }: NonNullable<FolderMark['probe']>, keyring: Keyring): boolean {
  try {
    return createSeal(keyring).open(sealed, name) === probeText;
  } catch (error) {
    if (error instanceof Fault) return false;
    throw error;
  }
}

function markIn(text: string): FolderMark {
  try {
    const { written, readable, probe } = Object(JSON.parse(text));
    const sound = probe === null || (typeof probe?.key === 'number' && typeof probe.sealed === 'string');
    if (isMark({ written, readable }) && sound) return { written, readable, probe };
  } catch {
    // Said below, without quoting the file.
  }
  throw new Fault('store-damaged', `${name} beside the records is not as it was written; restore it from a copy`);
}

/** So many records tell a wrong key from one that is damaged. */
const tried = 3;

/**
 * For a folder from before there were marks: whether the keys open what lies in it. Throws Fault `keys-wrong` when none of
 * the first few records opens.
 */
export async function checkKeysByRecords(
  disk: Disk,
  root: string,
  kinds: readonly string[],
  journaled: JournaledFiles,
  keyring: Keyring,
): Promise<void> {
  const seal = createSeal(keyring);
  let sealedBy: number | undefined;
  for (const place of await somePlaces(disk, root, kinds, journaled)) {
    const text = await journaled.get(place);
    if (text === undefined) continue;
    try {
      seal.open(text, place);
      return;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      sealedBy ??= sealingKeyOf(text);
    }
  }
  if (sealedBy !== undefined) throw wrongKeys(sealedBy, keyring);
}

async function somePlaces(
  disk: Disk,
  root: string,
  kinds: readonly string[],
  journaled: JournaledFiles,
): Promise<readonly string[]> {
  const places = journaled.pending().slice(0, tried);
  const list = async (folder: string) => (await unlessMissing(disk.readdir(join(root, folder)))) ?? [];
  const found = [...places];
  for (const kind of kinds) {
    for (const upper of await list(kind)) {
      for (const lower of await list(`${kind}/${upper}`)) {
        for (const name of await list(`${kind}/${upper}/${lower}`)) {
          found.push(`${kind}/${upper}/${lower}/${name}`);
          if (found.length >= places.length + tried) return found;
        }
      }
    }
  }
  return found;
}
