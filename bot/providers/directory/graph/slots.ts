import { formatPhone } from '../../../domain/methods/phone.ts';
import type { Slot, Standing } from '../../../domain/ports/method-writer.ts';
import type { Call } from './client.ts';
import { emailId, emailsPath, phoneIds, phonesByKind, phonesPath, phoneTypes } from './methods.ts';

/** What the lists of phone and e-mail methods say stands where. */
export function standingOf(
  phones: Parameters<typeof phonesByKind>[0],
  emails: readonly { readonly emailAddress?: string | null | undefined }[],
): Standing {
  const { mobile = null, alternate = null } = phonesByKind(phones);
  return { mobile, alternate, email: emails[0]?.emailAddress ?? null };
}

/**
 * A value in the form Graph takes: `+46 701234567`, with one space after the country code; it refuses all others.
 * Source: Microsoft Learn, phoneAuthenticationMethod resource type.
 * @param value E.164, or a plain address
 */
export function graphForm(slot: Slot, value: string): string {
  if (slot === 'email') return value;
  const shown = formatPhone(value);
  const space = shown.indexOf(' ');
  return `${shown.slice(0, space)} ${shown.slice(space).replace(/\D/gu, '')}`;
}

/** Whether two values mean the same, however they are spelled. */
export function sameValue(one: string | null, other: string | null): boolean {
  return plain(one) === plain(other);
}

function plain(value: string | null): string {
  const lower = (value ?? '').trim().toLowerCase();
  return lower.includes('@') ? lower : lower.replace(/[^+\dx]/gu, '');
}

/**
 * The request that puts a value in a slot: POST where nothing stands, PATCH where something does. Permission:
 * UserAuthMethod-Phone.ReadWrite.All, UserAuthMethod-Email.ReadWrite.All.
 */
export function writing(objectId: string, slot: Slot, value: string, exists: boolean): Call {
  const method = exists ? 'PATCH' : 'POST';
  if (slot === 'email') {
    const path = exists ? `${emailsPath(objectId)}/${emailId}` : emailsPath(objectId);
    return { what: 'write email method', workload: 'methods', method, path, body: { emailAddress: value } };
  }
  const path = exists ? `${phonesPath(objectId)}/${phoneIds[slot]}` : phonesPath(objectId);
  const body = { phoneNumber: value, phoneType: phoneTypes[slot] };
  return { what: 'write phone method', workload: 'methods', method, path, body };
}
