import { maskEmail } from '../bot/domain/methods/email.ts';
import { maskPhone } from '../bot/domain/methods/phone.ts';
import {
  type AddressMethodName,
  addressOf,
  isAddressMethod,
  type MethodName,
  type Methods,
} from '../bot/domain/methods.ts';
import type { Tell } from '../bot/texts/tell.ts';

/** An address as it may be shown after it was typed. It stays on one line. */
export function masked(method: AddressMethodName, address: string): string {
  const shown = method === 'authentication-email' ? maskEmail(address) : maskPhone(address);
  return shown.replaceAll(' ', '\u00a0');
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
