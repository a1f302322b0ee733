import type { Account } from '../enrolment/readiness.ts';
import { readEmail } from '../methods/email.ts';
import type { AddressMethodName } from '../methods/method.ts';
import { answersFor, readPhone, withExtension } from '../methods/phone.ts';
import { methodAllowed, type Policy } from '../policy.ts';
import type { DirectoryEntry } from '../ports/directory.ts';
import { countsAt } from '../reset-service/end-dates.ts';
import type { Instant } from '../time.ts';
import type { Person, PrefilledAnswer } from './person.ts';

/** A value the organisation has filled in, in the form it is proven and stored in. */
export interface Prefilled {
  readonly method: AddressMethodName;
  readonly address: string;
  /** ISO 3166-1 alpha-2 of a number, where it tells one. */
  readonly country: string | null;
}

/**
 * The values filled in that could be confirmed: until then they count for nothing. One in no readable form, or that needs
 * the password itself, is none; nor is one of a method that has ended.
 */
export function prefilledOf(entry: DirectoryEntry, policy: Policy, at: Instant): readonly Prefilled[] {
  const { prefilled, officePhone, signInName, mailboxes } = entry;
  const mail =
    prefilled?.email === undefined
      ? undefined
      : readEmail(prefilled.email, [signInName, ...mailboxes], policy.ownDomains);
  const channel = policy.phone.channels.includes('text') ? 'text' : 'call';
  const values = [
    numberOf('authentication-phone', prefilled?.phone, channel, entry.country),
    mail?.kind === 'email'
      ? ({ method: 'authentication-email', address: mail.address, country: null } as const)
      : undefined,
    numberOf('office-phone', officePhone, 'call', entry.country),
  ];
  return values
    .filter((one) => one !== undefined)
    .filter(({ method }) => methodAllowed(policy, method, entry.administrator) && countsAt(method, policy, entry, at));
}

function numberOf(
  method: AddressMethodName,
  raw: string | undefined,
  channel: 'text' | 'call',
  home: string | undefined,
) {
  const read = raw === undefined ? undefined : readPhone(raw, channel, home);
  if (read?.kind !== 'phone') return undefined;
  return { method, address: withExtension(read.number, read.extension), country: read.country };
}

/** Those that wait for an answer: not proven, and nothing was said of this very value that rules it out. */
export function openPrefilled(person: Person, values: readonly Prefilled[]): readonly Prefilled[] {
  return values.filter(({ method, address }) => {
    const proven = person.methods[method];
    if (proven && (method !== 'office-phone' || answersFor(proven.address, address))) return false;
    const said = person.prefilled.find((one) => one.method === method && one.address === address);
    return said === undefined || said.answer === 'still-mine';
  });
}

/** The answers with a new one in the place of the last about this method. */
export function withAnswer(answers: readonly PrefilledAnswer[], answer: PrefilledAnswer): readonly PrefilledAnswer[] {
  return [...answers.filter(({ method }) => method !== answer.method), answer];
}

/** What the directory says that readiness depends on. */
export function accountOf(entry: DirectoryEntry): Account {
  const { administrator, globalAdministrator = false, officePhone, country, registration = 'here' } = entry;
  const office = numberOf('office-phone', officePhone, 'call', country);
  return { administrator, globalAdministrator, officePhone: office?.address ?? null, registration };
}
