import { z } from 'zod';
import type { AccountSeen } from '../../../domain/account/facts.ts';
import type { DirectoryEntry } from '../../../domain/ports/directory.ts';
import { type Page, personAge, type Wanted } from './reader.ts';

const text = z.string().nullish();

const user = z.object({
  id: z.string(),
  displayName: text,
  userPrincipalName: z.string(),
  mail: text,
  proxyAddresses: z.array(z.string()).nullish(),
  accountEnabled: z.boolean().nullish(),
  userType: text,
  businessPhones: z.array(z.string()).nullish(),
  mobilePhone: text,
  otherMails: z.array(z.string()).nullish(),
  onPremisesSyncEnabled: z.boolean().nullish(),
  usageLocation: text,
  preferredLanguage: text,
  lastPasswordChangeDateTime: text,
  identities: z.array(z.object({ issuer: text })).nullish(),
});

export type GraphUser = z.infer<typeof user>;

/** The person. Permission: User.Read.All. Only what is selected comes back. */
export function userOf(objectId: string): Wanted<GraphUser> {
  const path = `${personPath(objectId)}?$select=${Object.keys(user.shape).join()}`;
  return { call: { what: 'user', workload: 'directory', path }, schema: user, maxAge: personAge };
}

const listed = user.omit({ lastPasswordChangeDateTime: true, identities: true }).extend({ department: text });
type ListedUser = z.infer<typeof listed>;

/** Who is on a page of everybody: one that is in no form we know must not hide the others. */
const everybody = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });

/** Everybody, 999 a page. Permission: User.Read.All. */
export function usersListed(): Wanted<Page<unknown>> {
  const path = `/users?$select=${Object.keys(listed.shape).join()}&$top=999`;
  return { call: { what: 'everybody', workload: 'directory', path }, schema: everybody, maxAge: 0 };
}

export function userIn(item: unknown): ListedUser | undefined {
  return listed.safeParse(item).data;
}

/** The object id comes from a token the channel signed, and is a GUID; nothing else goes into a path. */
export function personPath(objectId: string): string {
  return `/users/${encodeURIComponent(objectId.toLowerCase())}`;
}

/** Not said whether the account is enabled: it is not treated as closed. */
function accountKind(user: Pick<GraphUser, 'userType' | 'accountEnabled'>): DirectoryEntry['account'] {
  if (isGuest(user)) return 'guest';
  return user.accountEnabled === false ? 'disabled' : 'member';
}

function isGuest({ userType }: Pick<GraphUser, 'userType'>): boolean {
  return userType?.toLowerCase() === 'guest';
}

/** What the directory says of an account, in the words of the diagnosis. */
export function accountSeen(user: GraphUser): AccountSeen {
  const changed = Date.parse(user.lastPasswordChangeDateTime ?? '');
  const mobile = worded(user.mobilePhone);
  const office = worded(user.businessPhones?.find(worded));
  const email = worded(user.otherMails?.find(worded));
  return {
    disabled: user.accountEnabled === false,
    guest: isGuest(user) ? homeOf(user) : 'no',
    source: user.onPremisesSyncEnabled === true ? 'on-premises' : 'cloud',
    passwordChangedAt: Number.isNaN(changed) ? null : changed,
    signInIsMail: user.mail?.toLowerCase() === user.userPrincipalName.toLowerCase(),
    filledIn: {
      ...(mobile !== undefined && { mobile }),
      ...(office !== undefined && { office }),
      ...(email !== undefined && { email }),
    },
  };
}

/**
 * Where a guest's own account is. Of the ways to sign in that Graph names, only `MicrosoftAccount` is a personal one.
 * Source: Microsoft Learn, "Properties of a Microsoft Entra B2B collaboration user".
 */
function homeOf({ identities }: GraphUser): 'organisation' | 'personal' {
  return identities?.some(({ issuer }) => issuer?.toLowerCase() === 'microsoftaccount') ? 'personal' : 'organisation';
}

/** What the directory says of a person, in the words of the port. */
export function entryOf(found: Omit<ListedUser, 'department'>, administrator: boolean): DirectoryEntry {
  const account = accountKind(found);
  const phone = worded(found.mobilePhone);
  const email = worded(found.otherMails?.find(worded));
  const prefilled = { ...(phone !== undefined && { phone }), ...(email !== undefined && { email }) };
  const officePhone = worded(found.businessPhones?.find(worded));
  const country = worded(found.usageLocation)?.toUpperCase();
  const language = worded(found.preferredLanguage);
  return {
    displayName: worded(found.displayName) ?? '',
    signInName: found.userPrincipalName,
    // A guest's mailboxes are of another organisation: its password is not the one in question.
    mailboxes: account === 'guest' ? [] : mailboxesOf(found),
    account,
    administrator,
    ...(country !== undefined && { country }),
    ...(officePhone !== undefined && { officePhone }),
    ...(Object.keys(prefilled).length > 0 && { prefilled }),
    ...(language !== undefined && { language }),
  };
}

/** Each once, whatever its case. `SMTP:` marks the first of a mailbox's addresses, `smtp:` the others. */
function mailboxesOf({ userPrincipalName, mail, proxyAddresses }: Omit<ListedUser, 'department'>): readonly string[] {
  const proxies = proxyAddresses?.flatMap((one) => (/^smtp:/i.test(one) ? one.slice('smtp:'.length) : [])) ?? [];
  return [...new Set([userPrincipalName, mail ?? '', ...proxies].map((one) => one.trim().toLowerCase()))].filter(
    Boolean,
  );
}

function worded(value: string | null | undefined): string | undefined {
  return value?.trim() || undefined;
}

const licenses = z.object({
  value: z.array(
    z.object({
      skuId: z.string().nullish(),
      servicePlans: z
        .array(z.object({ servicePlanId: z.string().nullish(), provisioningStatus: z.string().nullish() }))
        .nullish(),
    }),
  ),
  '@odata.nextLink': z.string().optional(),
});

type License = z.infer<typeof licenses>['value'][number];

/** Permission: LicenseAssignment.Read.All, or User.Read.All. */
export function licensesOf(objectId: string): Wanted<Page<License>> {
  const path = `${personPath(objectId)}/licenseDetails?$select=id,skuId,servicePlans`;
  return { call: { what: 'licenses', workload: 'directory', path }, schema: licenses, maxAge: personAge };
}

/** Entra ID P1 and P2. Source: Microsoft Learn, "Product names and service plan identifiers for licensing". */
const premiumPlans = new Set(['41781fb2-bc02-4b7c-bd55-b576c07bb09d', 'eec0eb4f-6444-4f95-aba0-50c24d67f998']);
/** Microsoft 365 Business Standard, which covers cloud passwords only. Same source. */
const cloudProducts = new Set(['f245ecc8-75af-4f8e-b61f-27d8114de5f3']);

/** What of the reset service somebody's licenses cover. Source: Microsoft Learn, "Licensing requirements for SSPR". */
export function coverOf(held: readonly License[]): 'premium' | 'cloud' | 'none' {
  const plans = held.flatMap(({ servicePlans }) => servicePlans ?? []);
  const works = plans.filter(({ provisioningStatus }) => provisioningStatus !== 'Disabled');
  if (works.some(({ servicePlanId }) => premiumPlans.has(servicePlanId?.toLowerCase() ?? ''))) return 'premium';
  return held.some(({ skuId }) => cloudProducts.has(skuId?.toLowerCase() ?? '')) ? 'cloud' : 'none';
}
