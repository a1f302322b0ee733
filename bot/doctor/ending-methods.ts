import { z } from 'zod';
import type { MethodName } from '../domain/methods/method.ts';
import type { Policy } from '../domain/policy.ts';
import type { Reader, Wanted } from '../providers/directory/graph/reader.ts';
import { methodLines } from '../providers/directory/graph/registration.ts';
import { dependsOn, type ReportLine } from './ending-checks.ts';
import type { Finding } from './finding.ts';

/** What is known of how the organisation leans on what Microsoft ends; undefined: it could not be read. */
export interface Leaning {
  /** Numbers may be sign-in names: SMS is switched on for sign-in, for somebody. */
  readonly signInByText: boolean | undefined;
  /** People whose reset would work today; `more` when there are yet others. */
  readonly ready: { readonly lines: readonly ReportLine[]; readonly more: boolean } | undefined;
}

const page = { where: 'Entra ID > Authentication methods > Policies' } as const;

const smsPolicy = z.object({
  authenticationMethodConfigurations: z.array(
    z.object({
      id: z.string(),
      state: z.string().nullish(),
      includeTargets: z.array(z.object({ isUsableForSignIn: z.boolean().nullish() })).nullish(),
    }),
  ),
});

/** Permission: Policy.Read.AuthenticationMethod. Source of the target's property: Microsoft Learn, "smsAuthenticationMethodTarget". */
const signInByText: Wanted<z.infer<typeof smsPolicy>> = {
  call: { what: 'sign-in by text', workload: 'policies', path: '/policies/authenticationMethodsPolicy' },
  schema: smsPolicy,
  // The same path is read in another form elsewhere.
  maxAge: 0,
};

/** The first page of those who can reset. Permission: AuditLog.Read.All; the list takes no page size. */
const peopleReady: Wanted<z.infer<typeof methodLines>> = {
  call: {
    what: 'people who can reset',
    workload: 'reports',
    path: '/reports/authenticationMethods/userRegistrationDetails?$filter=isSsprCapable%20eq%20true',
  },
  schema: methodLines,
  maxAge: 0,
};

/** What Microsoft is ending, and who in the directory depends on it. Names nobody, changes nothing. */
export async function checkEndingMethods(
  reader: Reader,
  policy: Policy,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const [sms, ready] = await Promise.all([reader.one(signInByText, signal), reader.one(peopleReady, signal)]);
  return endingFindings(policy, {
    signInByText:
      sms.kind === 'read'
        ? sms.value.authenticationMethodConfigurations.some(
            ({ id, state, includeTargets }) =>
              id.toLowerCase() === 'sms' &&
              state === 'enabled' &&
              includeTargets?.some((target) => target.isUsableForSignIn === true),
          )
        : undefined,
    ready:
      ready.kind === 'read'
        ? { lines: ready.value.value, more: ready.value['@odata.nextLink'] !== undefined }
        : undefined,
  });
}

const phones = ['authentication-phone', 'office-phone'] as const satisfies readonly MethodName[];

/**
 * Source of what ends: Microsoft Learn, "Passkeys by default and retirement of Microsoft-provided SMS and voice
 * authentication", its FAQ (for resets too), "Security questions authentication method", and "Frequently asked questions
 * about telephony providers" (sign-in by text ends whoever sends it).
 */
export function endingFindings(policy: Policy, { signInByText, ready }: Leaning): readonly Finding[] {
  const found: readonly Finding[] = [
    ...(signInByText ? [numbersAsNames] : []),
    ...(ready ? dependingOnPhones(policy, ready) : []),
  ];
  if (found.length > 0 || ready === undefined || signInByText === undefined) return found;
  return [
    {
      id: 'ending',
      verdict: 'good',
      says: 'Nobody who was looked at depends on texts and calls, which Microsoft is ending.',
    },
  ];
}

const numbersAsNames: Finding = {
  id: 'ending-sign-in-by-text',
  verdict: 'note',
  says: 'A number that is set up for codes may also become a sign-in name: SMS is switched on "for sign-in". Microsoft is ending that sign-in, and a number can be the name of one person only.',
  fix: 'clear "Use for sign-in" (Entra ID > Authentication methods > Policies > SMS), and move those people to a passkey or a QR code.',
  ...page,
};

/** Questions have a finding of their own: see `ending-checks.ts`. */
function dependingOnPhones(policy: Policy, { lines: read, more }: NonNullable<Leaning['ready']>): readonly Finding[] {
  if (policy.phoneAfterRetirement === 'own-provider') return [];
  const count = read.filter((line) => dependsOn(phones, line, policy)).length;
  if (count === 0) return [];
  const of = `${more ? 'the first ' : ''}${read.length}`;
  return [
    {
      id: 'ending-phone-depended-on',
      verdict: 'warning',
      says: `${count} of ${of} people who can reset their password today could not without texts and calls, which Microsoft is ending. By the registration report.`,
      fix: 'let them add an app or an e-mail address in time, or configure a telephony provider of your own there.',
      ...page,
    },
  ];
}
