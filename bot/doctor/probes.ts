import { z } from 'zod';
import { emailsOf, phonesOf } from '../providers/directory/graph/methods.ts';
import {
  authenticationMethodsPolicy,
  authorizationPolicy,
  domainOf,
  synchronisation,
} from '../providers/directory/graph/organisation.ts';
import type { Read, Reader, Wanted } from '../providers/directory/graph/reader.ts';
import { reportOf } from '../providers/directory/graph/registration.ts';
import { resetLog } from '../providers/directory/graph/reset-log.ts';
import { assignedTo, isEligible, roleGroupsOf, rolesOf } from '../providers/directory/graph/roles.ts';
import { licensesOf, userOf } from '../providers/directory/graph/user.ts';
import type { CheckFinding } from './examination.ts';

const someone = z.object({ value: z.array(z.object({ id: z.string(), userPrincipalName: z.string() })) });

/** Anybody, to try the other calls on: the first the directory gives. */
const firstPerson: Wanted<z.infer<typeof someone>> = {
  call: { what: 'anybody', workload: 'directory', path: '/users?$top=1&$select=id,userPrincipalName' },
  schema: someone,
  maxAge: 0,
};

/** Tries every read the bot makes, on one person. Nothing is changed, and nobody is named in what is said. */
export async function probe(reader: Reader, now: number, signal: AbortSignal): Promise<readonly CheckFinding[]> {
  const found = await reader.one(firstPerson, signal);
  const [person] = found.kind === 'read' ? found.value.value : [];
  if (!person) {
    if (found.kind === 'read') return [nobody];
    return [told('look people up', 'User.Read.All', found, 'problem')];
  }
  const { id, userPrincipalName } = person;
  const tries: readonly (readonly [what: string, permission: string, read: Promise<Read<unknown>>])[] = [
    ['read a person', 'User.Read.All', reader.one(userOf(id), signal)],
    ['read directory roles', 'RoleManagement.Read.Directory', reader.all(rolesOf(id, 0), signal)],
    ['read role assignments', 'RoleManagement.Read.Directory', reader.all(assignedTo(id, 0), signal)],
    ['read eligible roles', 'RoleManagement.Read.Directory', isEligible(reader, id, signal, 0)],
    ['read groups that roles are given to', 'GroupMember.Read.All', roleGroupsOf(reader, id, signal, 0)],
    ['read licenses', 'User.Read.All', reader.all(licensesOf(id), signal)],
    ['read registered phones', 'UserAuthMethod-Phone.Read.All', reader.all(phonesOf(id, 0), signal)],
    ['read registered e-mail', 'UserAuthMethod-Email.Read.All', reader.all(emailsOf(id, 0), signal)],
    ['read the registration report', 'AuditLog.Read.All', reader.one(reportOf(id, 0), signal)],
    ['read the log of resets', 'AuditLog.Read.All', reader.one(resetLog(id, now), signal)],
    ['read synchronisation', 'OnPremDirectorySynchronization.Read.All', reader.all(synchronisation(), signal)],
    ['read the domain', 'Domain.Read.All', reader.one(domainOf(userPrincipalName), signal)],
    ['read the methods policy', 'Policy.Read.AuthenticationMethod', reader.one(authenticationMethodsPolicy(), signal)],
    ['read the authorization policy', 'Policy.Read.All', reader.one(authorizationPolicy(), signal)],
  ];
  const required = new Set([
    'read a person',
    'read directory roles',
    'read role assignments',
    'read eligible roles',
    'read groups that roles are given to',
  ]);
  // The reference says that no application may: who was given leave can't do more than say it in the policy.
  const verdictOf = (what: string) =>
    required.has(what) ? 'problem' : what === 'read synchronisation' ? 'note' : 'warning';
  return Promise.all(
    tries.map(async ([what, permission, read]) => told(what, permission, await read, verdictOf(what))),
  );
}

const nobody: CheckFinding = {
  id: 'graph-look-people-up',
  verdict: 'problem',
  says: 'The app may look people up, but the directory shows nobody.',
  where: 'GRAPH_TENANT_ID',
  fix: 'check GRAPH_TENANT_ID.',
};

function told(
  what: string,
  permission: string,
  read: Read<unknown>,
  otherwise: 'problem' | 'warning' | 'note',
): CheckFinding {
  const id = `graph-${what.replaceAll(' ', '-')}`;
  if (read.kind === 'read') return { id, verdict: 'good', says: `The app can ${what}.` };
  if (read.kind === 'absent')
    return {
      id,
      verdict: 'note',
      says: `The app may ${what}, but the directory has nothing of the kind for the person it was tried on.`,
    };
  const { why, code } = read;
  const named = code === undefined ? '' : ` (${code})`;
  switch (why) {
    case 'permission':
      return {
        id,
        verdict: otherwise,
        says: `The app may not ${what}${named}.`,
        where: permission,
        fix: consent(permission),
      };
    case 'license':
      return {
        id,
        verdict: otherwise,
        says: `The app can not ${what}: the organisation has no Entra ID P1, or the app may not see that it has${named}.`,
        where: permission,
        fix: 'with P1, give the app Directory.Read.All; without it, leave this as it is: the bot says what it can not see.',
      };
    case 'credentials':
      return {
        id,
        verdict: 'problem',
        says: `The app is not let in to ${what}${named}.`,
        where: 'GRAPH_CLIENT_ID',
        fix: 'see what is said about the token.',
      };
    default:
      return {
        id,
        verdict: otherwise,
        says: `The app could not ${what}: Graph ${silence[why]}${named}.`,
        where: 'GRAPH_URL',
        fix: 'try again; check GRAPH_URL, proxy and firewall if it stays.',
      };
  }
}

const silence = {
  throttled: 'was asked too much',
  late: 'did not answer in time',
  unavailable: 'is not reached, fails, or answers in a form that is not its own',
} as const;

/** Where an administrator gives a permission. */
export function consent(permission: string): string {
  return `give it ${permission} (Entra ID > App registrations > your app > API permissions > Microsoft Graph > Application permissions), then grant admin consent.`;
}
