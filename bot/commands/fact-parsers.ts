import { z } from 'zod';
import { type AttemptEnd, type AttemptReason, attemptEnds, attemptReasons } from '../domain/account/facts.ts';
import { type CodeId, codes, isCode } from '../domain/diagnosis/codes.ts';
import { methodReported } from '../domain/diagnosis/collect-facts.ts';
import { type MethodName, methodNames } from '../domain/methods/method.ts';
import { attemptsOf } from '../providers/directory/graph/reset-log.ts';

/** Forms in which a facts file may state things. Each mistake says what was expected. */
export const whether = z.boolean({ error: 'must be true or false' });

export function oneOf<const T extends readonly string[]>(names: T) {
  return z.enum(names, { error: `must be one of ${names.join(', ')}` });
}

/** One of these names, or true and false for two of them. */
export function orWhether<const T extends string>(yes: NoInfer<T>, no: NoInfer<T>, names: readonly T[]) {
  const plain = z.boolean().transform((so): T => (so ? yes : no));
  return z.union([plain, z.enum(names)], { error: `must be true, false, or one of ${names.join(', ')}` });
}

export const time = z.iso
  .datetime({ offset: true, error: 'must be a time with its zone, such as 2026-11-23T08:00:00Z' })
  .transform((text) => Date.parse(text));

export const reason = oneOf([
  'permission-missing',
  'license-missing',
  'credentials-refused',
  'throttled',
  'late',
  'unavailable',
  'not-there',
  'looking',
  'not-asked',
  'too-old',
]);

const short: Readonly<Record<MethodName, string>> = {
  'authentication-phone': 'phone',
  'authentication-email': 'email',
  'authenticator-app': 'app',
  'security-questions': 'questions',
  'office-phone': 'office',
};

/** Methods of the directory that sign people in and reset nothing. */
const others =
  /^(alternateMobilePhone|fido|passKey|windowsHello|temporaryAccessPass|macOs|microsoftAuthenticatorPasswordless)/i;

/** A method in the bot's words, in short, or in the directory's; undefined: one that does not count for a reset. */
export const method = z.string().transform((name, context): MethodName | undefined => {
  const known = methodNames.find((one) => one === name || short[one] === name) ?? methodReported(name);
  if (known || others.test(name)) return known;
  context.addIssue(`must be one of ${methodNames.join(', ')}, or a method as the registration report names it`);
  return z.NEVER;
});

function endOf(reason: AttemptReason | null): AttemptEnd {
  if (reason?.startsWith('too-many')) return 'blocked';
  return reason?.startsWith('password') ? 'password-refused' : 'failed';
}

/** A try in the bot's words, or as an entry of the audit log with its own. */
const oneTry = z
  .strictObject({
    at: time,
    end: oneOf(attemptEnds).optional(),
    reason: oneOf(attemptReasons).nullable().default(null),
    activity: z.string().optional(),
    result: z.string().optional(),
    resultReason: z.string().optional(),
  })
  .transform(({ at, end, reason, activity, result, resultReason }) => {
    const logged = {
      at,
      flow: null,
      activity: activity ?? '',
      result: result ?? 'failure',
      reason: resultReason ?? '',
    };
    const [read] = activity === undefined && resultReason === undefined ? [] : attemptsOf([logged]);
    const why = reason ?? read?.reason ?? null;
    return { at, end: end ?? read?.end ?? endOf(why), reason: why };
  });

/** Newest first, in whatever order they were given. */
export const tries = z.array(oneTry).transform((list) => [...list].sort((one, other) => other.at - one.at));

/** `SSPR_0012`, `AADSTS50057`, `event 33004` (or the number alone), `hr 80230619` (or `0x80230619`). */
export const codeOf = z.union([z.string(), z.number()]).transform((given, context): CodeId => {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const wanted = plain(String(given));
  const forms = [wanted, `event${wanted}`, `hr${wanted.replace(/^0x/, '')}`, `aadsts${wanted}`];
  const found = Object.keys(codes).find((code) => forms.includes(plain(code)));
  if (found && isCode(found)) return found;
  context.addIssue('must be a known code such as SSPR_0012, AADSTS50057, event 33004 or hr 80230619');
  return z.NEVER;
});
