import { type MethodName, methodNames } from '../methods/method.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import type { Facts } from './facts.ts';

/**
 * Whether the methods are enough for a reset, and if not, why not: none at all · malformed: they would be, were their
 * values in a usable form · not-allowed: they would be, were they still allowed or taken · only-app: an authenticator app can't be
 * the only one · too-few.
 */
export type MethodsVerdict = 'enough' | 'none' | 'malformed' | 'not-allowed' | 'only-app' | 'too-few';

export interface UsableMethods {
  readonly methods: readonly MethodName[];
  readonly verdict: MethodsVerdict;
  readonly evidence: readonly Evidence[];
}

/** Methods the fixed rule for administrators takes. Source: Microsoft Learn, "Administrator reset policy differences". */
const forAdministrators = methodNames.filter((name) => name !== 'security-questions');

/** What can be used of what is registered; undefined when too little is known to say. */
export function usableMethods(facts: Facts): UsableMethods | undefined {
  const { methods, malformed, allowed, required, administrator, ended } = facts;
  if (methods.kind !== 'known') return undefined;
  const isAdministrator = administrator.kind === 'known' && administrator.value;
  const rule = isAdministrator ? forAdministrators : allowed.kind === 'known' ? allowed.value : methodNames;
  const needed = isAdministrator ? 2 : required.kind === 'known' ? required.value : undefined;
  const over = ended.kind === 'known' ? ended.value : [];
  const bad = malformed.kind === 'known' ? malformed.value : [];

  const registered = methodNames.filter((name) => methods.value.includes(name));
  const wellFormed = registered.filter((name) => !bad.includes(name));
  const left = wellFormed.filter((name) => rule.includes(name) && !over.includes(name));
  const verdict = verdictOf(registered, wellFormed, left, needed);
  if (verdict === undefined) return undefined;
  const evidence = [
    evidenceOf(registered.length === 0 ? 'methods.none' : 'methods.these', 'methods', methods.value, methods),
    ...(malformed.kind === 'known' && verdict === 'malformed'
      ? [evidenceOf('malformed', 'malformed', malformed.value, malformed)]
      : []),
    ...(administrator.kind === 'known' && isAdministrator && verdict !== 'none'
      ? [evidenceOf('administrator.true', 'administrator', true, administrator)]
      : []),
    ...(allowed.kind === 'known' && !isAdministrator && verdict === 'not-allowed'
      ? [evidenceOf('allowed.these', 'allowed', allowed.value, allowed)]
      : []),
    ...(ended.kind === 'known' && verdict === 'not-allowed' && wellFormed.some((name) => over.includes(name))
      ? [evidenceOf('ended', 'ended', ended.value, ended)]
      : []),
    ...(required.kind === 'known' && !isAdministrator && verdict !== 'none'
      ? [evidenceOf(`required.${required.value}`, 'required', required.value, required)]
      : []),
  ];
  return { methods: left, verdict, evidence };
}

function verdictOf(
  registered: readonly MethodName[],
  wellFormed: readonly MethodName[],
  left: readonly MethodName[],
  needed: 1 | 2 | undefined,
): MethodsVerdict | undefined {
  if (registered.length === 0) return 'none';
  const least = needed ?? (left.length === 0 ? 1 : 2);
  if (enough(left, least)) return 'enough';
  // One method may be enough or not, as long as nobody said how many it takes.
  if (needed === undefined && left.length > 0 && !onlyApp(left)) return undefined;
  if (enough(wellFormed, least)) return 'not-allowed';
  if (enough(registered, least)) return 'malformed';
  return onlyApp(registered) && least === 1 ? 'only-app' : 'too-few';
}

function enough(methods: readonly MethodName[], needed: number): boolean {
  return methods.length >= needed && !onlyApp(methods);
}

function onlyApp(methods: readonly MethodName[]): boolean {
  return methods.length === 1 && methods[0] === 'authenticator-app';
}
