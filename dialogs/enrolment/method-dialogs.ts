import type { MethodName } from '../../bot/domain/methods/method.ts';

const methodDialogs = {
  'authentication-phone': 'phone-method',
  'authentication-email': 'email-method',
  'authenticator-app': 'app-method',
  'security-questions': 'questions-method',
  'office-phone': 'office-method',
} as const satisfies Record<MethodName, string>;

/** The dialog that sets a method up, or puts a new value in its place. */
export function methodDialogOf(method: MethodName): string {
  return methodDialogs[method];
}
