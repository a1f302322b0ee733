import { z } from 'zod';
import { type Time, within } from '../../../deadline.ts';
import type { MethodPolicy, SwitchedOn } from '../../../domain/account/facts.ts';
import { hour, type Instant, minute, second } from '../../../domain/time.ts';
import { organisationAge, type Page, type Reader, type Wanted } from './reader.ts';

const sync = z.object({
  value: z.array(z.object({ features: z.object({ passwordWritebackEnabled: z.boolean().nullish() }).nullish() })),
  '@odata.nextLink': z.string().optional(),
});

type Sync = z.infer<typeof sync>['value'][number];

/** Permission: OnPremDirectorySynchronization.Read.All. Write-back by cloud sync is not told here. */
export function synchronisation(): Wanted<Page<Sync>> {
  const path = '/directory/onPremisesSynchronization?$select=id,features';
  return { call: { what: 'synchronisation', workload: 'directory', path }, schema: sync, maxAge: organisationAge };
}

export function writebackOf(found: readonly Sync[]): 'on' | 'off' | 'none' {
  if (found.length === 0) return 'none';
  return found.some(({ features }) => features?.passwordWritebackEnabled === true) ? 'on' : 'off';
}

const domain = z.object({ authenticationType: z.string() });

/** Of the name after the last @. Permission: Domain.Read.All. */
export function domainOf(signInName: string): Wanted<z.infer<typeof domain>> {
  const name = signInName.slice(signInName.lastIndexOf('@') + 1).toLowerCase();
  const path = `/domains/${encodeURIComponent(name)}`;
  return { call: { what: 'domain', workload: 'directory', path }, schema: domain, maxAge: organisationAge };
}

export function signInOf({ authenticationType }: z.infer<typeof domain>): 'managed' | 'federated' {
  return authenticationType.toLowerCase() === 'federated' ? 'federated' : 'managed';
}

const plain = z.object({ allowedToUseSSPR: z.boolean().nullish() });

/** Graph's examples show single answers wrapped in `value` as well; which of both the service sends is not known. */
const authorization = z.union([z.object({ value: plain }).transform(({ value }) => value), plain]);

/**
 * Whether administrators may reset their own password. Permission: Policy.Read.All. Takes no query options. Source: Microsoft
 * Learn, "Get authorizationPolicy".
 */
export function authorizationPolicy(): Wanted<z.infer<typeof authorization>> {
  const path = '/policies/authorizationPolicy';
  const call = { what: 'authorization policy', workload: 'policies', path } as const;
  return { call, schema: authorization, maxAge: organisationAge };
}

const targets = z.array(z.object({ id: z.string() })).nullish();

const methodsPolicy = z.object({
  policyMigrationState: z.string().nullish(),
  reconfirmationInDays: z.number().nullish(),
  authenticationMethodConfigurations: z.array(
    z.object({
      id: z.string(),
      state: z.string().nullish(),
      isOfficePhoneAllowed: z.boolean().nullish(),
      includeTargets: targets,
      excludeTargets: targets,
    }),
  ),
});

type OrganisationMethods = z.infer<typeof methodsPolicy>;
type Configuration = OrganisationMethods['authenticationMethodConfigurations'][number];

/** Permission: Policy.Read.AuthenticationMethod, or Policy.Read.All. Takes no query options. */
export function authenticationMethodsPolicy(): Wanted<OrganisationMethods> {
  const call = { what: 'methods policy', workload: 'policies', path: '/policies/authenticationMethodsPolicy' } as const;
  return { call, schema: methodsPolicy, maxAge: organisationAge };
}

/** Whether a method is on for some people only, so that it takes somebody's groups to say for whom. */
export function hasTargets({ authenticationMethodConfigurations: all }: OrganisationMethods): boolean {
  return all.some((one) => switchedOn(one, undefined) === 'some');
}

/**
 * The policy as it is for somebody. Source: Microsoft Learn, "Manage authentication methods": a method may be on for
 * everybody or for groups, and off for others.
 * @param theirs ids of the groups they are in, and their own; undefined: not known, or nobody in particular
 */
export function methodPolicyFor(policy: OrganisationMethods, theirs: readonly string[] | undefined): MethodPolicy {
  const on = (...ids: readonly string[]) =>
    policy.authenticationMethodConfigurations
      .filter(({ id }) => ids.includes(id.toLowerCase()))
      .map((one) => switchedOn(one, theirs))
      .reduce<SwitchedOn>(either, false);
  const voice = policy.authenticationMethodConfigurations.find(({ id }) => id.toLowerCase() === 'voice');
  const call = on('voice');
  return {
    text: on('sms'),
    call,
    officePhone: voice?.isOfficePhoneAllowed === true && call,
    email: on('email'),
    app: on('microsoftauthenticator', 'softwareoath'),
    alone: policy.policyMigrationState === 'migrationComplete',
    reconfirmDays: policy.reconfirmationInDays ?? null,
  };
}

function switchedOn({ state, includeTargets, excludeTargets }: Configuration, theirs?: readonly string[]): SwitchedOn {
  if (state !== 'enabled') return false;
  const [included, excluded] = [idsOf(includeTargets ?? [{ id: everybody }]), idsOf(excludeTargets ?? [])];
  if (theirs) {
    const own = [everybody, ...theirs.map((id) => id.toLowerCase())];
    return included.some((id) => own.includes(id)) && !excluded.some((id) => own.includes(id));
  }
  if (excluded.includes(everybody) || included.length === 0) return false;
  return included.includes(everybody) && excluded.length === 0 ? true : 'some';
}

const everybody = 'all_users';

function idsOf(list: readonly { readonly id: string }[]): readonly string[] {
  return list.map(({ id }) => id.toLowerCase());
}

function either(one: SwitchedOn, other: SwitchedOn): SwitchedOn {
  return one === true || other === true ? true : one || other;
}

/** How long the list counts as new, and how long a failure keeps anybody from asking again. */
const fresh = hour;
const rest = minute;
/** How long the first one waits; all others get what is known. */
const patience = 3 * second;

const domains = z.object({
  value: z.array(z.object({ id: z.string(), isVerified: z.boolean().nullish() })),
  '@odata.nextLink': z.string().optional(),
});

/** The organisation's domains. Permission: Domain.Read.All. Source: Microsoft Learn, "List domains". */
function domainsOf(): Wanted<Page<z.infer<typeof domains>['value'][number]>> {
  const call = { what: 'domains', workload: 'directory', path: '/domains?$select=id,isVerified' } as const;
  return { call, schema: domains, maxAge: 0 };
}

/** Names of the domains that the organisation has shown to be its own, in lower case; undefined: they can't be read. */
export async function verifiedDomains(reader: Reader, signal: AbortSignal): Promise<readonly string[] | undefined> {
  const found = await reader.all(domainsOf(), signal);
  if (found.kind !== 'read') return undefined;
  return found.value.filter(({ isVerified }) => isVerified === true).map(({ id }) => id.toLowerCase());
}

/**
 * The organisation's own domains, as they were last read. Nobody waits for them but the first one who asks; what can't be
 * read leaves the list as it was. Never throws.
 */
export function ownDomainsSource(reader: Reader, time: Time): () => Promise<readonly string[]> {
  let known: readonly string[] = [];
  let due: Instant = 0;
  let first: Promise<void> | undefined;

  async function read(): Promise<void> {
    due = time.now() + rest;
    const found = await within(time, patience, new AbortController().signal, (signal) =>
      verifiedDomains(reader, signal),
    );
    if (found === undefined) return;
    known = found;
    due = time.now() + fresh;
  }

  return async () => {
    if (time.now() >= due) {
      const reading = read();
      first ??= reading;
    }
    await first;
    return known;
  };
}
