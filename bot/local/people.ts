import type { DirectoryEntry } from '../domain/ports/directory.ts';
import { hour } from '../domain/time.ts';
import type { ListedAccount, ListedPerson } from '../providers/directory/embedded/embedded.ts';

/** Somebody to try the bot as. */
export interface DemoPerson extends ListedPerson {
  /** What follows `/as`. */
  readonly as: string;
  readonly name: string;
  /** How the account differs from the usual one, for "why did my reset fail?". */
  readonly account?: ListedAccount;
  /** Has every role that a policy gives in IT, to try their pages of the tab. */
  readonly inIt?: true;
}

/** A group that Toby is in, for rules of the policy. */
export const shopFloor = '7e57ed00-0000-4000-8000-00000000f100';

/** The organisation the demo people work in. */
export const demoTenant = '7e57ed00-0000-4000-8000-000000000000';

/**
 * One person per kind of account and situation a directory can tell. The first is the one who types in the Playground;
 * the first six stand in `.m365agentsplayground.yml`, which takes no more; the others are there with `/as`.
 */
export const demoPeople: readonly DemoPerson[] = [
  demo(1, 'robin', { ...member('Robin Taylor', 'robin.taylor'), country: 'SE', language: 'en-GB' }),
  demo(2, 'alva', { ...member('Alva Lindqvist', 'alva.lindqvist'), country: 'SE', language: 'sv-SE' }),
  {
    ...demo(3, 'maja', { ...member('Maja Holm', 'maja.holm'), administrator: true, country: 'SE', language: 'en-GB' }),
    inIt: true,
  },
  demo(4, 'grace', {
    ...member('Grace Okafor', 'grace.okafor_partner.example#EXT#'),
    mailboxes: ['grace.okafor@partner.example'],
    account: 'guest',
    country: 'GB',
  }),
  demo(5, 'nils', { ...member('Nils Berg', 'nils.berg'), account: 'disabled', country: 'SE', language: 'sv-SE' }),
  // Answers the tickets in the support channel.
  demo(6, 'sam', {
    ...member('Sam Whitfield', 'sam.whitfield'),
    officePhone: '+44 20 7946 0106',
    country: 'GB',
    language: 'en-GB',
  }),
  // In a country that a policy may leave out, with a language the bot does not speak.
  demo(7, 'joana', { ...member('Joana Ribeiro', 'joana.ribeiro'), country: 'BR', language: 'pt-BR' }),
  // Changed her name: three mailboxes that all need the one password. Her organisation has filled in what it knew.
  demo(8, 'priya', {
    ...member('Priya Nair', 'priya.nair'),
    mailboxes: ['priya.nair@example.org', 'priya.sharma@example.org', 'payroll@example.org'],
    officePhone: '020 7946 0108',
    prefilled: { phone: '07400 123408', email: 'priya.home@example.com' },
    country: 'GB',
    language: 'en-GB',
  }),
  // Works on the shop floor: has an account, but no mailbox, and nobody filled in where.
  { ...demo(9, 'toby', { ...member('Toby Marsh', 'toby.marsh'), mailboxes: [] }), groups: [shopFloor] },
  // Starts next week: the directory does not know her yet.
  { ...demo(10, 'elsa', member('Elsa Nyman', 'elsa.nyman')), entry: undefined },
  // The three answers of the reset page that people ask about most. First: "contact your administrator".
  {
    ...demo(11, 'olle', { ...member('Olle Sandberg', 'olle.sandberg'), country: 'SE', language: 'sv-SE' }),
    account: { source: 'on-premises', writeback: 'off' },
  },
  // "Your account is not enabled for password reset."
  {
    ...demo(12, 'tess', { ...member('Tess Moreau', 'tess.moreau'), country: 'GB', language: 'en-GB' }),
    account: { enabled: false },
  },
  // The same words on the page, and another reason: no licence. The third, "could not verify your account", is everybody's.
  {
    ...demo(13, 'ines', { ...member('Ines Costa', 'ines.costa'), country: 'GB', language: 'en-GB' }),
    account: { license: 'none' },
  },
  // Asked for too many texts two hours ago.
  {
    ...demo(14, 'david', { ...member('David Ek', 'david.ek'), country: 'SE', language: 'sv-SE' }),
    account: { attempts: [{ ago: 2 * hour, end: 'blocked', reason: 'too-many-texts' }] },
  },
  // Ready by what is registered on Microsoft's page, until phones end there.
  {
    ...demo(15, 'vera', {
      ...member('Vera Lund', 'vera.lund'),
      country: 'SE',
      language: 'en-GB',
      registration: 'elsewhere',
    }),
    account: { registered: { mobile: '+46 701740615', email: 'vera.lund@example.com' } },
  },
  // Was ready there by what IT had filled in, and registered nothing.
  demo(16, 'hugo', {
    ...member('Hugo Wik', 'hugo.wik'),
    prefilled: { phone: '070-174 06 16', email: 'hugo.wik@example.com' },
    country: 'SE',
    language: 'sv-SE',
    registration: 'elsewhere',
  }),
];

/** Somebody of whom the directory says the least it can. */
function member(displayName: string, account: string): DirectoryEntry {
  const signInName = `${account}@example.org`;
  return { displayName, signInName, mailboxes: [signInName], account: 'member', administrator: false };
}

function demo(number: number, as: string, entry: DirectoryEntry): DemoPerson {
  const objectId = `7e57ed00-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return { as, name: entry.displayName, employee: { tenantId: demoTenant, objectId }, entry };
}
