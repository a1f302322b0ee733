import type { ListedPerson } from '../../bot/providers/directory/embedded/embedded.ts';

export const tenantId = '11111111-1111-4111-8111-111111111111';
export const kim = { tenantId, objectId: 'aaaaaaaa-0000-4000-8000-000000000001' } as const;

const mobileId = '3179e48a-750b-4051-897c-87b9720928f7';
const alternateId = 'b6332ec1-7057-4abe-9331-3d72feddfe41';
const officeId = 'e37fc753-ff3b-4958-9484-eaa9425c82bc';
export const emailId = '3ddfcfc8-9383-446f-83cc-3ab9be4be18f';

export interface PhoneMethod {
  readonly id: string;
  phoneNumber: string;
  readonly phoneType: 'mobile' | 'alternateMobile' | 'office';
  readonly smsSignInState: 'notConfigured';
}

export interface Role {
  readonly id: string;
  readonly roleTemplateId: string | null;
}

export interface Group {
  readonly id: string;
  readonly isAssignableToRole: boolean | null;
}

/** A role given to a person or a group, or one they could activate. */
export interface GivenRole {
  readonly principalId: string;
  readonly roleDefinitionId: string;
  readonly directoryScopeId: string;
}

/** One person as the tenant holds them. Tests change what they like between two calls. */
export interface TenantPerson {
  user: Record<string, unknown> & { readonly id: string };
  /** Held at present for the whole tenant. */
  roles: Role[];
  groups: Group[];
  phones: PhoneMethod[];
  email: string | null;
  /** Null: none, as for a closed account. */
  report: Record<string, unknown> | null;
  licenses: object[];
  audits: AuditEntry[];
  /** The app was installed for them; denied: their policy forbids it. Left out: it is not. */
  app?: 'installed' | 'denied';
}

export interface AuditEntry {
  readonly id: string;
  readonly category: string;
  readonly correlationId: string | null;
  readonly result: 'success' | 'failure' | 'timeout';
  readonly resultReason: string;
  readonly activityDisplayName: string;
  /** Left out: the reset service. */
  readonly loggedByService?: string;
  readonly activityDateTime: string;
}

/** All that the fake Graph knows. */
export interface Tenant {
  readonly people: TenantPerson[];
  /** Empty: nothing syncs. */
  synchronisation: object[];
  readonly domains: Record<string, 'Managed' | 'Federated'>;
  /** Claimed, and not shown to be theirs. */
  readonly unverified: string[];
  methodsPolicy: Record<string, unknown>;
  allowedToUseSSPR: boolean;
  premium: boolean;
  /** Whether there is a licence for roles that are activated. */
  privilegedIdentity: boolean;
  assignments: GivenRole[];
  eligible: GivenRole[];
  /** One line of the report comes wrapped in `value`, as in the example of the reference. */
  wrapped?: boolean;
  /** Apps in the organisation's catalogue, by the id in their manifest. */
  readonly apps?: Readonly<Record<string, string>>;
  /** Who is in which group, by object id. */
  readonly members?: Readonly<Record<string, readonly string[]>>;
  /** More of what the directory says of a group. */
  readonly groups?: Readonly<Record<string, object>>;
  /** Client secrets of app registrations, by app id. */
  readonly secrets?: Readonly<Record<string, readonly { readonly hint: string; readonly endDateTime: string }[]>>;
}

const premiumLicense = {
  id: 'L1',
  skuId: '078d2b04-f1bd-4111-bbd4-b4b1b354cef4',
  servicePlans: [
    {
      servicePlanId: '41781fb2-bc02-4b7c-bd55-b576c07bb09d',
      provisioningStatus: 'Success',
      servicePlanName: 'AAD_PREMIUM',
    },
  ],
};

const all = { targetType: 'group', id: 'all_users', isRegistrationRequired: false };

/** @param target what the targets of this method have besides */
function configuration(type: string, id: string, more: object = {}, target: object = {}) {
  const kind = `#microsoft.graph.${type}AuthenticationMethodConfiguration`;
  const includeTargets = [{ ...all, ...target }];
  return { '@odata.type': kind, id, state: 'enabled', excludeTargets: [], includeTargets, ...more };
}

/** A tenant where everything is on, with one person who has everything. */
export function goodTenant(...people: readonly TenantPerson[]): Tenant {
  return {
    people: people.length > 0 ? [...people] : [goodPerson()],
    synchronisation: [],
    domains: { 'example.org': 'Managed' },
    unverified: [],
    methodsPolicy: {
      id: 'authenticationMethodsPolicy',
      policyMigrationState: 'migrationComplete',
      reconfirmationInDays: null,
      authenticationMethodConfigurations: [
        configuration('sms', 'Sms', {}, { isUsableForSignIn: false }),
        configuration('voice', 'Voice', { isOfficePhoneAllowed: true }),
        configuration('email', 'Email'),
        configuration('microsoftAuthenticator', 'MicrosoftAuthenticator'),
        configuration('softwareOath', 'SoftwareOath'),
      ],
    },
    allowedToUseSSPR: true,
    premium: true,
    privilegedIdentity: true,
    assignments: [],
    eligible: [],
  };
}

export function goodPerson(more: Partial<TenantPerson> = {}): TenantPerson {
  return {
    user: {
      id: kim.objectId,
      displayName: 'Kim Ström',
      userPrincipalName: 'kim@example.org',
      mail: 'kim.strom@example.org',
      proxyAddresses: ['SMTP:kim.strom@example.org', 'smtp:kim@example.org', 'sip:kim@example.org'],
      accountEnabled: true,
      userType: 'Member',
      businessPhones: ['+46 8 505 123 45'],
      mobilePhone: '070-123 45 67',
      otherMails: ['kim@home.example'],
      onPremisesSyncEnabled: null,
      usageLocation: 'SE',
      preferredLanguage: 'sv-SE',
      lastPasswordChangeDateTime: '2026-05-01T08:00:00Z',
    },
    roles: [],
    groups: [{ id: 'bbbbbbbb-0000-4000-8000-000000000001', isAssignableToRole: null }],
    phones: [phone('mobile', '+46 701234567')],
    email: null,
    report: {
      id: kim.objectId,
      isAdmin: false,
      isSsprEnabled: true,
      isSsprRegistered: true,
      isSsprCapable: true,
      methodsRegistered: ['mobilePhone'],
      lastUpdatedDateTime: '2026-11-23T04:00:00Z',
    },
    licenses: [premiumLicense],
    audits: [],
    ...more,
  };
}

export function phone(phoneType: PhoneMethod['phoneType'], phoneNumber: string): PhoneMethod {
  const ids = { mobile: mobileId, alternateMobile: alternateId, office: officeId } as const;
  return { id: ids[phoneType], phoneNumber, phoneType, smsSignInState: 'notConfigured' };
}

export const helpdeskRole: Role = {
  id: 'fe8f10bf-c9c2-47eb-95cb-c26cc85f1830',
  roleTemplateId: '729827e3-9c14-49f7-bb1b-9608f156bbb8',
};

export const roleGroup: Group = { id: 'bbbbbbbb-0000-4000-8000-000000000002', isAssignableToRole: true };

/** A role for a person or group; for a part of the tenant where a scope is told. */
export function given(principalId: string, directoryScopeId = '/'): GivenRole {
  return { principalId, roleDefinitionId: '729827e3-9c14-49f7-bb1b-9608f156bbb8', directoryScopeId };
}

/** The people of a contract suite as a tenant would hold them. */
export function listedPerson({ employee, entry }: ListedPerson): TenantPerson[] {
  if (!entry) return [];
  const { displayName, signInName, mailboxes, account, administrator, country, language, officePhone, prefilled } =
    entry;
  return [
    goodPerson({
      user: {
        id: employee.objectId,
        displayName,
        userPrincipalName: signInName,
        mail: mailboxes[0] ?? 'somebody@partner.example',
        proxyAddresses: mailboxes.map((one, position) => `${position === 0 ? 'SMTP' : 'smtp'}:${one}`),
        accountEnabled: account !== 'disabled',
        userType: account === 'guest' ? 'Guest' : 'Member',
        businessPhones: officePhone === undefined ? [] : [officePhone],
        mobilePhone: prefilled?.phone ?? null,
        otherMails: prefilled?.email === undefined ? [] : [prefilled.email],
        onPremisesSyncEnabled: null,
        usageLocation: country ?? null,
        preferredLanguage: language ?? null,
        lastPasswordChangeDateTime: null,
      },
      roles: administrator ? [helpdeskRole] : [],
    }),
  ];
}
