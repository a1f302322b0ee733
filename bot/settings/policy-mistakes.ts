import { isSupportedCountry } from 'libphonenumber-js/max';
import type { z } from 'zod';
import type { QuestionPolicyMistake } from '../domain/methods/questions/policy.ts';
import { defaultPolicy, type PolicyRule } from '../domain/policy.ts';
import { nearestName } from './nearest-name.ts';

/** What is wrong with an entry of `countries`; undefined: nothing. */
export function countryMistake(code: string): string | undefined {
  if (isSupportedCountry(code)) return undefined;
  const meant = mistaken[code];
  if (meant !== undefined) return meant;
  return /^[A-Z]{2}$/.test(code)
    ? 'is no country of ISO 3166-1 with telephone numbers of its own'
    : 'must be an ISO 3166-1 code of two letters, such as SE';
}

/** Codes that look right. Source: ISO 3166-1, exceptional reservations; the European Union's own codes. */
const mistaken: Readonly<Record<string, string>> = {
  UK: 'is not the code of a country in ISO 3166-1; the United Kingdom is GB',
  EL: 'is the European Union’s code; in ISO 3166-1 Greece is GR',
  EU: 'is not a country; list its countries one by one',
  EN: 'is a language; England is in GB',
  SW: 'is no country; Sweden is SE, Switzerland CH',
};

/** The rules of security questions are the domain's own; these are their words. */
export const questionMistakes: Readonly<Record<QuestionPolicyMistake['kind'], string>> = {
  'count-out-of-range': 'must be 3, 4 or 5',
  'more-to-answer-than-registered': 'must not be more than toRegister',
  'unknown-question': 'must be one of q1 to q35',
  'question-listed-twice': 'stands in the list twice',
  'too-many-own-questions': 'must be at most 20 questions',
  'own-question-too-short': 'must have at least 3 letters or digits',
  'own-question-too-long': 'must have at most 200 characters',
  'own-question-twice': 'stands in the list twice, but for capitals and spaces',
  'too-few-questions-offered': 'must offer, with own, at least as many questions as toRegister says',
};

const { methodsRequired, phone, email, app, officePhone, questions, contact, support } = defaultPolicy;
const { own: _, ...ruledQuestions } = questions;
const everyFieldOfARule: PolicyRule = {
  name: '',
  rank: 1,
  for: { groups: [], countries: [] },
  ...{ methodsRequired, phone, email, app, officePhone, questions: ruledQuestions, contact },
  support: { tiers: support.tiers },
};

/** One line a mistake: the field, what it must be, and what stands there. A field has one line. */
export function policyMistakes(issues: readonly z.core.$ZodIssue[], file: unknown): readonly string[] {
  return fieldMistakes(issues, file, { ...defaultPolicy, rules: [everyFieldOfARule] }, 'the policy');
}

/** The same for another file that people write. @param usual has every field there is @param whole what the file is */
export function fieldMistakes(
  issues: readonly z.core.$ZodIssue[],
  file: unknown,
  usual: object,
  whole: string,
): readonly string[] {
  const lines = new Map<string, string>();
  for (const issue of issues) {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) lines.set([...path, key].join('.'), unknownField(path, key, usual, whole));
    else {
      const name = path.join('.') || whole;
      if (!lines.has(name)) lines.set(name, told(name, issue.message, at(file, path)));
    }
  }
  return [...lines.values()];
}

function told(name: string, message: string, there: unknown): string {
  if (there === undefined)
    return message.startsWith('must ') ? `${name}: is missing; it ${message}` : `${name}: ${message}`;
  return typeof there === 'object' ? `${name}: ${message}` : `${name}: ${message}; it is ${short(there)}`;
}

function unknownField(path: readonly string[], key: string, usual: object, whole: string): string {
  // All that stand in a list are alike.
  const there = at(
    usual,
    path.map((step) => (/^\d+$/.test(step) ? '0' : step)),
  );
  const names = typeof there === 'object' && there !== null ? Object.keys(there) : [];
  const near = nearestName(key, names);
  const help = near === undefined ? `; known are ${names.join(', ')}` : `; did you mean ${near}?`;
  return `${[...path, key].join('.')}: is not a field of ${whole}${help}`;
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[step] : undefined,
    value,
  );
}

function short(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
