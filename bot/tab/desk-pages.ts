import { allowedTo, type Role } from '../domain/roles.ts';
import type { Tell } from '../texts/tell.ts';
import type { DeskPage } from './page-data.ts';

/** The pages of the desk, and what somebody has to be allowed to, to open one. */
const pages = [
  ['tickets', 'see-tickets'],
  ['campaigns', 'see-campaigns'],
  ['readiness', 'see-readiness'],
  ['policy', 'see-policy'],
  ['trail', 'see-trail'],
] as const;

/** Those that somebody's roles open. */
export function deskPages(tell: Tell, held: ReadonlySet<Role>): readonly DeskPage[] {
  return pages.flatMap(([name, act]) => (allowedTo(act, held) ? [{ name, title: tell(`desk.${name}`) }] : []));
}
