import { z } from 'zod';
import { hostOf, loopbackHost } from '../http/caller.ts';

/** A value in the form wanted, or what is wrong with it: the problem reads on after the setting's name. */
export type Read<T> = { readonly value: T } | { readonly problem: string };

export function read<T>(from: (text: string) => Read<T>) {
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

export function secureAddress(text: string): Read<string> {
  const secure = text.startsWith('https://') || loopbackHost(hostOf(text) ?? '');
  return secure && URL.canParse(text) ? { value: text } : { problem: 'must be an https:// address' };
}
