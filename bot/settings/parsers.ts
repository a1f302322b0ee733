import { z } from 'zod';
import { loopbackHost } from '../http/caller.ts';

/** A value in the form wanted, or what is wrong with it: the problem reads on after the setting's name. */
export type ParsedSetting<T> = { readonly value: T } | { readonly problem: string };

/** Settings as they were found: by name, without those that are empty. */
export type GivenSettings = Readonly<Partial<Record<string, string>>>;

/** What the parsers of some settings come to. */
export type ParsedSettings<Shape extends z.ZodRawShape> = z.infer<z.ZodObject<Shape>>;

export function parsed<T>(from: (text: string) => ParsedSetting<T>) {
  return z.string().transform((text, context) => {
    const result = from(text);
    if ('value' in result) return result.value;
    context.addIssue(result.problem);
    return z.NEVER;
  });
}

export function matching(pattern: RegExp, problem: string) {
  return z.string().regex(pattern, { error: problem });
}

export function oneAmong<const T extends string>(...values: readonly T[]) {
  return z.enum(values, { error: `must be one of ${values.join(', ')}` });
}

export function whole(least: number, most: number) {
  const problem = `must be a whole number from ${least} to ${most}`;
  return parsed((text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most ? { value } : { problem };
  });
}

/** A comma list, in lower case. @param pattern of each */
export function listOf(pattern: RegExp, problem: string) {
  return parsed((text) => {
    const value = text.split(',').flatMap((one) => one.trim().toLowerCase() || []);
    return value.length > 0 && value.every((one) => pattern.test(one)) ? { value } : { problem };
  });
}

/** https, or plain on this machine. */
export function secureAddress(text: string): ParsedSetting<string> {
  const url = URL.parse(text);
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopbackHost(url.hostname));
  if (!url || !secure) return { problem: 'must be an https:// address' };
  // No request can be made to such an address, and what names it would show them.
  return url.username || url.password ? { problem: 'must have no user name or password in it' } : { value: text };
}

/** An address others are put behind: no path, query or slash at its end. */
export function originOf(text: string): ParsedSetting<string> {
  const secure = secureAddress(text);
  if ('problem' in secure) return secure;
  return new URL(text).origin === text.replace(/\/$/, '')
    ? { value: text.replace(/\/$/, '') }
    : { problem: 'must be an https:// address without a path' };
}

/** A header with a secret that another service knows us by: `Authorization: Bearer …`. */
export function headerLine(text: string): ParsedSetting<{ readonly name: string; readonly value: string }> {
  const [, name, value] = /^([\w!#$%&'*+.^`|~-]{1,64}): ?([\x21-\x7e][\x20-\x7e]{0,4000})$/.exec(text) ?? [];
  return name && value ? { value: { name, value } } : { problem: 'must be Name: value, on one line' };
}

/** What is missing of the others that a setting needs, a sentence each. */
export function missing(given: GivenSettings, name: string, ...others: readonly string[]): readonly string[] {
  if (given[name] === undefined) return [];
  return others.filter((one) => given[one] === undefined).map((one) => `${one} is missing: ${name} needs it.`);
}

/** Secrets that stand beside each other while one is changed for the other. */
export function secretsIn(list: string | undefined): readonly string[] {
  return list?.split(',').map((one) => one.trim()) ?? [];
}
