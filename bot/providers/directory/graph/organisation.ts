import { z } from 'zod';
import type { MethodPolicy } from '../../../domain/ports/account-facts.ts';
import { organisationAge, type Page, type Wanted } from './read.ts';

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

const authorization = z.object({ allowedToUseSSPR: z.boolean().nullish() });

/** Whether administrators may reset their own password. Permission: Policy.Read.All. */
export function authorizationPolicy(): Wanted<z.infer<typeof authorization>> {
  const path = '/policies/authorizationPolicy?$select=allowedToUseSSPR';
  const call = { what: 'authorization policy', workload: 'policies', path } as const;
  return { call, schema: authorization, maxAge: organisationAge };
}

const methodsPolicy = z
  .object({
    policyMigrationState: z.string().nullish(),
    reconfirmationInDays: z.number().nullish(),
    authenticationMethodConfigurations: z.array(
      z.object({ id: z.string(), state: z.string().nullish(), isOfficePhoneAllowed: z.boolean().nullish() }),
    ),
  })
  .transform((policy): MethodPolicy => {
    const on = (...ids: readonly string[]) =>
      policy.authenticationMethodConfigurations.find(
        (one) => ids.includes(one.id.toLowerCase()) && one.state === 'enabled',
      );
    return {
      text: on('sms') !== undefined,
      call: on('voice') !== undefined,
      officePhone: on('voice')?.isOfficePhoneAllowed === true,
      email: on('email') !== undefined,
      app: on('microsoftauthenticator', 'softwareoath') !== undefined,
      alone: policy.policyMigrationState === 'migrationComplete',
      reconfirmDays: policy.reconfirmationInDays ?? null,
    };
  });

/** Permission: Policy.Read.AuthenticationMethod, or Policy.Read.All. Takes no query options. */
export function authenticationMethodsPolicy(): Wanted<MethodPolicy> {
  const call = { what: 'methods policy', workload: 'policies', path: '/policies/authenticationMethodsPolicy' } as const;
  return { call, schema: methodsPolicy, maxAge: organisationAge };
}
