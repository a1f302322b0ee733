import { extensionOf, formatPhone, mainLine, withExtension } from '../../../domain/methods/phone.ts';
import type { Slot, SlotName } from '../../../domain/reset-service/slots.ts';
import type { Call } from './client.ts';
import { emailId, emailsPath, phoneIds, phonesByKind, phonesPath, phoneTypes } from './methods.ts';

/** What is registered, in the form it has there; null: nothing. The bot writes its own slots only. */
export type Standing = { readonly [S in SlotName]: string | null };

/** What the lists of phone and e-mail methods say stands where. */
export function standingOf(
  phones: Parameters<typeof phonesByKind>[0],
  emails: readonly { readonly emailAddress?: string | null | undefined }[],
): Standing {
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
