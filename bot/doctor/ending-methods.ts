import { z } from 'zod';
import { methodOf } from '../domain/diagnosis/gather-methods.ts';
import type { MethodName } from '../domain/methods.ts';
import { methodsRequired, type Policy } from '../domain/policy.ts';
import type { Reader, Wanted } from '../providers/directory/graph/read.ts';
import type { Finding } from './finding.ts';

/** A line of the registration report, as far as it is looked at. */
interface Line {
  readonly isAdmin?: boolean | null | undefined;
  readonly methodsRegistered?: readonly string[] | null | undefined;
}

/** What is known of how the organisation leans on what Microsoft ends; undefined: it could not be read. */
export interface Leaning {
  /** Numbers may be sign-in names: SMS is switched on for sign-in, for somebody. */
  readonly signInByText: boolean | undefined;
  /** People whose reset would work today; `more` when there are yet others. */
  readonly ready: { readonly lines: readonly Line[]; readonly more: boolean } | undefined;
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

const lines = z.object({
  value: z.array(z.object({ isAdmin: z.boolean().nullish(), methodsRegistered: z.array(z.string()).nullish() })),
  '@odata.nextLink': z.string().optional(),
});

/** The first page of those who can reset. Permission: AuditLog.Read.All; the list takes no page size. */
const peopleReady: Wanted<z.infer<typeof lines>> = {
  call: {
    what: 'people who can reset',
    workload: 'reports',
    path: '/reports/authenticationMethods/userRegistrationDetails?$filter=isSsprCapable%20eq%20true',
  },
  schema: lines,
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

const endings = {
  phone: { what: 'texts and calls', methods: ['authentication-phone', 'office-phone'] },
  questions: { what: 'security questions', methods: ['security-questions'] },
} as const satisfies Record<string, { readonly what: string; readonly methods: readonly MethodName[] }>;

/**
 * Source of what ends: Microsoft Learn, "Passkeys by default and retirement of Microsoft-provided SMS and voice
 * authentication", its FAQ (for resets too), "Security questions authentication method", and "Frequently asked questions
 * about telephony providers" (sign-in by text ends whoever sends it).
 */
export function endingFindings(policy: Policy, { signInByText, ready }: Leaning): readonly Finding[] {
  const found: readonly Finding[] = [
    ...(signInByText ? [numbersAsNames] : []),
    ...(policy.questions.allowed ? [questionsAllowed] : []),
    ...(ready ? (['phone', 'questions'] as const).flatMap((what) => dependingOn(what, policy, ready)) : []),
  ];
  if (found.length > 0 || ready === undefined || signInByText === undefined) return found;
  return [
    { id: 'ending', verdict: 'good', says: 'Nobody who was looked at depends on a method that Microsoft is ending.' },
  ];
}

const numbersAsNames: Finding = {
  id: 'ending-sign-in-by-text',
  verdict: 'note',
  says: 'A number that is set up for codes may also become a sign-in name: SMS is switched on "for sign-in". Microsoft is ending that sign-in, and a number can be the name of one person only.',
  fix: 'clear "Use for sign-in" (Entra ID > Authentication methods > Policies > SMS), and move those people to a passkey or a QR code.',
  ...page,
};

const questionsAllowed: Finding = {
  id: 'ending-questions-allowed',
  verdict: 'warning',
  says: 'The policy of the bot allows security questions, which Microsoft is ending for resets. Who sets them up now has to set up something else soon.',
  fix: "take security questions out of the bot's policy.",
  ...page,
};

function dependingOn(
  what: keyof typeof endings,
  policy: Policy,
  { lines: read, more }: NonNullable<Leaning['ready']>,
): readonly Finding[] {
  const count = read.filter((line) => depends(line, endings[what].methods, policy)).length;
  if (count === 0) return [];
  const of = `${more ? 'the first ' : ''}${read.length}`;
  return [
    {
      id: `ending-${what}-depended-on`,
      verdict: 'warning',
      says: `${count} of ${of} people who can reset their password today could not without ${endings[what].what}, which Microsoft is ending. By the registration report.`,
      fix:
        what === 'phone'
          ? 'let them add an app or an e-mail address in time, or configure a telephony provider of your own there.'
          : 'let them add an app or an e-mail address in time.',
      ...page,
    },
  ];
}

/** Enough with them, and not without. */
function depends({ isAdmin, methodsRegistered }: Line, ending: readonly MethodName[], policy: Policy): boolean {
  const registered = [...new Set((methodsRegistered ?? []).flatMap((name) => methodOf(name) ?? []))].filter(
    (name) => isAdmin !== true || name !== 'security-questions',
  );
  const enough = (methods: readonly MethodName[]) =>
    methods.length >= methodsRequired(policy, isAdmin === true) &&
    !(methods.length === 1 && methods[0] === 'authenticator-app');
  return enough(registered) && !enough(registered.filter((name) => !ending.includes(name)));
}
