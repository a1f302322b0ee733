import type { MethodPolicy, Seen, SwitchedOn } from '../domain/account/facts.ts';
import { type MethodName, methodNames } from '../domain/methods/method.ts';
import { methodsRequired, type Policy } from '../domain/policy.ts';
import { seen } from '../providers/directory/graph/account-facts.ts';
import {
  authenticationMethodsPolicy,
  authorizationPolicy,
  methodPolicyFor,
  synchronisation,
  writebackOf,
} from '../providers/directory/graph/organisation.ts';
import type { Reader } from '../providers/directory/graph/reader.ts';
import { notEnabled } from '../providers/directory/graph/registration.ts';
import type { CheckFinding } from './examination.ts';

/** What the directory shows of the organisation's own rules. */
export interface Observed {
  readonly methodPolicy: Seen<MethodPolicy>;
  readonly administratorsMayReset: Seen<boolean>;
  readonly writeback: Seen<'on' | 'off' | 'none'>;
  /** How many people reset is not switched on for; `more` when there are yet others. */
  readonly notEnabled: Seen<{ readonly count: number; readonly more: boolean }>;
}

/** Something our policy offers, and what of the directory's it stands on. */
interface Offer {
  readonly id: string;
  readonly name: string;
  readonly there: string;
  readonly offered: (policy: Policy) => boolean;
  readonly allowed: (observed: MethodPolicy) => SwitchedOn;
}

const offers: Readonly<Record<MethodName, readonly Offer[]>> = {
  'authentication-phone': [
    {
      id: 'drift-text-off',
      name: 'codes by text message',
      there: 'SMS',
      offered: ({ phone }) => phone.allowed && phone.channels.includes('text'),
      allowed: ({ text }) => text,
    },
    {
      id: 'drift-call-off',
      name: 'codes by call',
      there: 'Voice call',
      offered: ({ phone }) => phone.allowed && phone.channels.includes('call'),
      allowed: ({ call }) => call,
    },
  ],
  'office-phone': [
    {
      id: 'drift-office-phone-off',
      name: 'the office phone',
      there: 'Voice call (with office phones)',
      offered: ({ officePhone }) => officePhone.allowed,
      allowed: ({ officePhone }) => officePhone,
    },
  ],
  'authentication-email': [
    {
      id: 'drift-email-off',
      name: 'e-mail',
      there: 'Email OTP',
      offered: ({ email }) => email.allowed,
      allowed: ({ email }) => email,
    },
  ],
  'authenticator-app': [
    {
      id: 'drift-app-off',
      name: 'an authenticator app',
      there: 'Microsoft Authenticator or Software OATH tokens',
      offered: ({ app }) => app.allowed,
      allowed: ({ app }) => app,
    },
  ],
  /** The authentication methods policy has no switch for them. */
  'security-questions': [],
};

const methodsPage = 'Entra ID > Authentication methods > Policies; the policy of the bot';

/** Where the policy and what is observed disagree. What could not be seen is no disagreement. */
export function driftOf(policy: Policy, observed: Observed): readonly CheckFinding[] {
  const { methodPolicy, administratorsMayReset, writeback, notEnabled } = observed;
  return [
    ...(methodPolicy.kind === 'seen' ? methodDrift(policy, methodPolicy.value) : []),
    ...(notEnabled.kind === 'seen' ? enabledDrift(notEnabled.value) : []),
    ...(writeback.kind === 'seen' ? writebackDrift(policy, writeback.value) : []),
    ...(administratorsMayReset.kind === 'seen' && !administratorsMayReset.value ? [administratorsOff] : []),
  ];
}

function methodDrift(policy: Policy, observed: MethodPolicy): readonly CheckFinding[] {
  // Where older policies still count, a method that is off here may be on there.
  const verdict = observed.alone ? 'warning' : 'note';
  const all = Object.values(offers).flat();
  const off = all
    .filter((one) => one.offered(policy) && one.allowed(observed) === false)
    .map(({ id, name, there }): CheckFinding => {
      const says = `The bot offers ${name}, but "${there}" is switched off in the authentication methods policy. What people set up there may not work on the day they need it.`;
      const fix = `switch on "${there}" (Entra ID > Authentication methods > Policies), or take ${name} out of the bot's policy.`;
      return { id, verdict, says, where: methodsPage, fix };
    });
  const partly = all
    .filter((one) => one.offered(policy) && one.allowed(observed) === 'some')
    .map(({ id, name, there }): CheckFinding => {
      const says = `The bot offers ${name} to everybody, but "${there}" is on for some groups only in the authentication methods policy. Others can't use what they set up.`;
      const fix = `include everybody in "${there}" (Entra ID > Authentication methods > Policies), or take ${name} out of the bot's policy.`;
      return { id: id.replace(/-off$/, '-some'), verdict, says, where: methodsPage, fix };
    });
  return [...off, ...partly, ...tooFew(policy, observed), ...days(policy, observed), ...older(observed)];
}

/** Each method counts once, however many channels it has. */
function tooFew(policy: Policy, observed: MethodPolicy): readonly CheckFinding[] {
  const usable = methodNames.filter((method) =>
    method === 'security-questions'
      ? policy.questions.allowed
      : offers[method].some(({ offered, allowed }) => offered(policy) && allowed(observed)),
  ).length;
  const required = methodsRequired(policy, false);
  if (usable >= required || !observed.alone) return [];
  const says = `A reset takes ${required} ${required === 1 ? 'method' : 'methods'}, but only ${usable} of those the bot offers can be used in your directory. Nobody can get ready.`;
  const fix = 'allow more methods in both places.';
  return [{ id: 'drift-too-few-methods', verdict: 'problem', says, where: methodsPage, fix }];
}

function days(policy: Policy, { reconfirmDays }: MethodPolicy): readonly CheckFinding[] {
  if (reconfirmDays === null || reconfirmDays === policy.reconfirmDays) return [];
  const says = `The bot asks people to confirm their methods every ${policy.reconfirmDays} days (0: never), the directory every ${reconfirmDays}.`;
  return [
    {
      id: 'drift-reconfirm-days',
      verdict: 'warning',
      says,
      where: 'reconfirmDays in the policy',
      fix: `set reconfirmDays to ${reconfirmDays} in the bot's policy, or change the directory's.`,
    },
  ];
}

function older({ alone }: MethodPolicy): readonly CheckFinding[] {
  if (alone) return [];
  const says =
    'Your methods are not yet managed by the authentication methods policy alone: the older settings of password reset and MFA count too, and the bot can not see those.';
  return [
    {
      id: 'drift-older-policies',
      verdict: 'note',
      says,
      fix: 'finish the migration (Entra ID > Authentication methods > Policies > Manage migration).',
    },
  ];
}

function enabledDrift({ count, more }: { readonly count: number; readonly more: boolean }): readonly CheckFinding[] {
  if (count === 0) return [];
  const says = `Password reset is not switched on for ${more ? 'at least ' : ''}${count} people, by the registration report. The bot invites them to get ready all the same, and their reset would fail.`;
  const fix =
    'switch it on (Entra ID > Password reset > Properties: All, or put them in the selected group), and check their licenses.';
  const where = 'Entra ID > Password reset';
  return [{ id: 'drift-not-enabled', verdict: 'warning', says, where, fix }];
}

/** Who has said that it is on, by cloud sync perhaps, is not told that it is off. */
function writebackDrift({ writeback }: Policy, shown: 'on' | 'off' | 'none'): readonly CheckFinding[] {
  if (writeback === 'not-said') return shown === 'off' ? [writebackOff] : [];
  if (writeback === 'on' || shown !== 'on') return [];
  const says = "The bot's policy says that resets are not written back to your own servers, but Entra Connect does so.";
  const fix = "set writeback to on in the bot's policy.";
  return [{ id: 'drift-writeback-said', verdict: 'warning', says, where: 'writeback in the policy', fix }];
}

const writebackOff: CheckFinding = {
  id: 'drift-writeback-off',
  verdict: 'warning',
  says: 'Your directory syncs with your own servers, but password writeback is off in Entra Connect. People whose password is kept there can not reset it.',
  where: 'Entra Connect',
  fix: 'switch on password writeback in Entra Connect and under Entra ID > Password reset > On-premises integration. With cloud sync instead of Entra Connect, look there: Graph does not show it.',
};

const administratorsOff: CheckFinding = {
  id: 'drift-administrators-off',
  verdict: 'note',
  says: 'Holders of directory roles may not reset their own password here (allowedToUseSSPR is false). The bot tells them that a colleague has to help.',
};

/** Reads what the directory shows of the organisation's own rules. Never throws. */
export async function observe(reader: Reader, signal: AbortSignal): Promise<Observed> {
  const [methodPolicy, authorization, sync, dark] = await Promise.all([
    reader.one(authenticationMethodsPolicy(), signal),
    reader.one(authorizationPolicy(), signal),
    reader.all(synchronisation(), signal),
    reader.one(notEnabled(), signal),
  ]);
  return {
    methodPolicy: seen(methodPolicy, (value) => methodPolicyFor(value, undefined)),
    administratorsMayReset: seen(authorization, ({ allowedToUseSSPR }) => allowedToUseSSPR !== false),
    writeback: seen(sync, writebackOf),
    notEnabled: seen(dark, ({ value, '@odata.nextLink': next }) => ({ count: value.length, more: next !== undefined })),
  };
}
