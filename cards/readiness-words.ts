import type { Readiness } from '../bot/domain/readiness.ts';
import type { Tell } from '../bot/texts/tell.ts';
import { readinessPicture } from './readiness-picture.ts';

/** "1 of 2 methods ready", as text. */
export function progressText(tell: Tell, { proven, required, level, spare }: Readiness): string {
  return level === 'resilient'
    ? tell('readiness.pictureResilient', { spare })
    : tell('readiness.progress', { proven: proven.length, required });
}

/** The same as picture, with its words for those who do not see it. */
export function progressPicture(tell: Tell, readiness: Readiness) {
  return {
    picture: readinessPicture(readiness.proven.length, readiness.required),
    pictureAlt: progressText(tell, readiness),
    progress: progressText(tell, readiness),
  };
}
