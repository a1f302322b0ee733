import { z } from 'zod';
import type { PhoneKind } from '../../../domain/account/facts.ts';
import { extensionOf, formatPhone, mainLine, withExtension } from '../../../domain/methods/phone.ts';
import type { Slot, SlotName } from '../../../domain/reset-service/slots.ts';
import type { Call } from './client.ts';
import { type Page, personAge, type Wanted } from './reader.ts';
import { personPath } from './user.ts';

/** Ids that are the same for everybody. Source: Microsoft Learn, phoneAuthenticationMethod resource type. */
const phoneIds = {
  mobile: '3179e48a-750b-4051-897c-87b9720928f7',
  alternate: 'b6332ec1-7057-4abe-9331-3d72feddfe41',
  office: 'e37fc753-ff3b-4958-9484-eaa9425c82bc',
} as const satisfies Record<PhoneKind, string>;

/** What Graph calls each kind. */
const phoneTypes = {
  mobile: 'mobile',
  alternate: 'alternateMobile',
  office: 'office',
} as const satisfies Record<PhoneKind, string>;

const phones = z.object({
  value: z.array(z.object({ id: z.string(), phoneNumber: z.string().nullish() })),
  '@odata.nextLink': z.string().optional(),
});

type PhoneMethod = z.infer<typeof phones>['value'][number];

/** Permission: UserAuthMethod-Phone.Read.All. Takes no query options. */
export function phonesOf(objectId: string, maxAge = personAge): Wanted<Page<PhoneMethod>> {
  return { call: { what: 'phone methods', workload: 'methods', path: phonesPath(objectId) }, schema: phones, maxAge };
}

export function phonesPath(objectId: string): string {
  return `${personPath(objectId)}/authentication/phoneMethods`;
}

export function phonesByKind(methods: readonly PhoneMethod[]): { readonly [K in PhoneKind]?: string } {
  const numberOf = (id: string) => methods.find((one) => one.id.toLowerCase() === id)?.phoneNumber ?? undefined;
  const kinds = Object.entries(phoneIds).map(([kind, id]) => [kind, numberOf(id)] as const);
  return Object.fromEntries(kinds.filter(([, number]) => number !== undefined));
}

const emails = z.object({
  value: z.array(z.object({ id: z.string(), emailAddress: z.string().nullish() })),
  '@odata.nextLink': z.string().optional(),
});

type EmailMethod = z.infer<typeof emails>['value'][number];

/** At most one a person. Permission: UserAuthMethod-Email.Read.All. Takes no query options. */
export function emailsOf(objectId: string, maxAge = personAge): Wanted<Page<EmailMethod>> {
  return { call: { what: 'email methods', workload: 'methods', path: emailsPath(objectId) }, schema: emails, maxAge };
}

export function emailsPath(objectId: string): string {
  return `${personPath(objectId)}/authentication/emailMethods`;
}

/** Source of the id: the examples of Microsoft Learn, emailAuthenticationMethod; it is what the list gives, too. */
const emailId = '3ddfcfc8-9383-446f-83cc-3ab9be4be18f';

/** What is registered, in the form it has there; null: nothing. The bot writes its own slots only. */
export type RegisteredValues = { readonly [S in SlotName]: string | null };

/** What the lists of phone and e-mail methods say stands where. */
export function standingOf(
  phones: Parameters<typeof phonesByKind>[0],
  emails: readonly { readonly emailAddress?: string | null | undefined }[],
): RegisteredValues {
  const { mobile = null, alternate = null, office = null } = phonesByKind(phones);
  return { mobile, alternate, office, email: emails[0]?.emailAddress ?? null };
}

/**
 * A value in the form Graph takes: `+46 701234567`, with one space after the country code; it refuses all others.
 * An extension follows an x. Source: Microsoft Learn, phoneAuthenticationMethod resource type.
 * @param value E.164, or a plain address
 */
export function graphForm(slot: Slot, value: string): string {
  if (slot === 'email') return value;
  const shown = formatPhone(mainLine(value));
  const space = shown.indexOf(' ');
  const number = `${shown.slice(0, space)} ${shown.slice(space).replace(/\D/gu, '')}`;
  return withExtension(number, extensionOf(value));
}

/**
 * The request that puts a value in a slot: POST where nothing stands, PATCH where something does; DELETE for none at all.
 * Permission: UserAuthMethod-Phone.ReadWrite.All, UserAuthMethod-Email.ReadWrite.All.
 */
export function writing(objectId: string, slot: Slot, value: string | null, exists: boolean): Call {
  const [all, id, body] =
    slot === 'email'
      ? [emailsPath(objectId), emailId, { emailAddress: value }]
      : [phonesPath(objectId), phoneIds[slot], { phoneNumber: value, phoneType: phoneTypes[slot] }];
  const common = { what: `write ${slot}`, workload: 'methods', path: exists ? `${all}/${id}` : all } as const;
  if (value === null) return { ...common, method: 'DELETE' };
  return { ...common, method: exists ? 'PATCH' : 'POST', body };
}
