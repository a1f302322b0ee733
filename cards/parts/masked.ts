import type { AccountFacts } from '../../bot/domain/account/facts.ts';
import { maskEmail } from '../../bot/domain/methods/email.ts';
import {
  type AddressMethodName,
  addressOf,
  isAddressMethod,
  type MethodName,
  type Methods,
} from '../../bot/domain/methods/method.ts';
import { extensionOf, maskPhone, readPhone } from '../../bot/domain/methods/phone.ts';
import type { Tell } from '../../bot/texts/tell.ts';

/** An address as it may be shown after it was typed. It stays on one line. */
export function masked(method: AddressMethodName, address: string): string {
  const shown = method === 'authentication-email' ? maskEmail(address) : maskPhone(address);
  return shown.replaceAll(' ', '\u00a0');
}

/** Said before a call: that an extension is not dialled, and the main line rings. @returns none or one line */
export function undialled(tell: Tell, number: string, dials: boolean): readonly string[] {
  const extension = extensionOf(number);
  return extension === undefined || dials ? [] : [tell('office.undialled', { extension })];
}

/** "Phone: +46 70 ••• •• 67", or the name alone where there is no address. */
export function methodLine(tell: Tell, methods: Methods, method: MethodName): string {
  const address = maskedOf(methods, method);
  const name = tell(`method.${method}`);
  return address ? tell('confirm.value', { method: name, address }) : name;
}

/** The address of a method that is set up and has one, masked. */
export function maskedOf(methods: Methods, method: MethodName): string | undefined {
  const proven = addressOf(methods, method);
  return proven && isAddressMethod(method) ? masked(method, proven.address) : undefined;
}

/** The directory's own spelling, masked; nothing for what is in no form that can be read. */
export function maskedThere(method: MethodName, { methods: { phones, email } }: AccountFacts): string {
  if (method === 'authentication-email')
    return email.kind === 'seen' && email.value ? masked('authentication-email', email.value) : '';
  if (phones.kind !== 'seen' || (method !== 'authentication-phone' && method !== 'office-phone')) return '';
  const number = method === 'office-phone' ? phones.value.office : phones.value.mobile;
  const read = number === undefined ? undefined : readPhone(number, 'call', undefined);
  return read?.kind === 'phone' ? masked(method, read.number) : '';
}
