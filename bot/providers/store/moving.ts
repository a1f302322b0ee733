import { open, readFile, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../../domain/fault.ts';
import { onDisk, unlessMissing } from './fs.ts';

/**
 * Where records are on the move. `filling`: they come here from another place and are not all here yet. `moved`: they have
 * gone to another place, and what lies here is old.
 */
export interface Moving {
  readonly state: 'filling' | 'moved';
  /** The other place, as whoever runs the bot calls it; no secret. */
  readonly other: string;
}

/** Where a store keeps that; nothing: its records are here to stay. */
export interface MovingMark {
  read(): Promise<Moving | undefined>;
  write(moving: Moving | undefined): Promise<void>;
}

export function movingText(moving: Moving): string {
  return JSON.stringify(moving);
}

/** Throws Fault `store-moved` for a mark that says nothing. */
export function movingIn(text: string): Moving {
  const { state, other } = Object(JSON.parse(text)) as Partial<Moving>;
  if ((state === 'filling' || state === 'moved') && typeof other === 'string') return { state, other };
  throw new Fault('store-moved', 'the mark of records on the move can not be read');
}

/** Nobody works on records that are elsewhere, or not all there: both would go their own way from then on. */
export function refuseMoving(moving: Moving | undefined): void {
  if (moving?.state === 'moved') {
    throw new Fault('store-moved', `These records have moved to ${moving.other}: let the settings say so.`);
  }
  if (moving?.state === 'filling') {
    throw new Fault(
      'store-moved',
      `These records are being copied from ${moving.other}: let npm run store -- copy end first.`,
    );
  }
}

/** The mark of records in a folder: a file beside them. Whoever writes it has the records open. */
export function folderMoving(folder: string): MovingMark {
  const file = join(folder, 'moving.json');
  return {
    read: () =>
      onDisk(file, async () => {
        const text = await unlessMissing(readFile(file, 'utf8'));
        return text === undefined ? undefined : movingIn(text);
      }),
    write: (moving) =>
      onDisk(file, async () => {
        if (!moving) return unlessMissing(unlink(file));
        const draft = await open(`${file}.draft`, 'w', 0o600);
        try {
          await draft.writeFile(movingText(moving));
          await draft.datasync();
        } finally {
          await draft.close();
        }
        await rename(`${file}.draft`, file);
      }),
  };
}
