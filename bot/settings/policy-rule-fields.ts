import { z } from 'zod';
import { readQuestionPolicy } from '../domain/methods/questions/policy.ts';
import { allowedMethods, type DecidedPolicy, type Policy, type PolicyRule } from '../domain/policy.ts';
import { policyByRule } from '../domain/policy-rules.ts';
import type { GroupSeen } from '../domain/ports/whereabouts.ts';
import { countryField, directoryIdField, fieldList, quotedText, wholeNumber } from './file-fields.ts';
import {
  allowed,
  contact,
  defined,
  methodCount,
  phones,
  questionFields,
  questionsError,
  tiers,
} from './policy-fields.ts';
import { questionMistakes } from './policy-mistakes.ts';

const reach = z
  .strictObject(
    {
      groups: fieldList(directoryIdField, 'directory ids of groups').max(50, 'must name at most 50 groups').default([]),
      countries: fieldList(countryField, 'countries').default([]),
    },
    { error: 'must be an object such as {"groups": ["<directory id>"], "countries": ["SE"]}' },
  )
  .refine(
    ({ groups, countries }) => groups.length + countries.length > 0,
    'must name a group or a country: a rule about nobody holds for nobody',
  );

const rule = z
  .strictObject(
    {
      name: quotedText(60).trim().min(1, 'must not be empty'),
      rank: wholeNumber(1, 1_000),
      for: reach,
      methodsRequired: methodCount.optional(),
      phone: phones.optional(),
      email: allowed.optional(),
      app: allowed.optional(),
      officePhone: allowed.optional(),
      questions: z.strictObject(questionFields, questionsError).partial().transform(defined).optional(),
      contact: contact.optional(),
      support: z
        .strictObject({ tiers }, { error: 'must be an object such as {"tiers": [["it@example.org"]]}' })
        .optional(),
    },
    { error: 'must be an object such as {"name": "Stores", "rank": 1, "for": {"countries": ["SE"]}}' },
  )
  // Its questions are read with everybody's, once those are.
  .transform((given) => defined(given) as PolicyRule);

/** Rules of a policy file. Whether each comes to a policy that can be kept, `ruleMistakes` says. */
export const ruleList = fieldList(rule, 'rules').max(50, 'must have at most 50 rules');

/** Something that is wrong at a place in the policy. */
export interface Mistake {
  readonly message: string;
  readonly path: readonly string[];
}

/** What a policy can't be kept by, whoever it is for. Places are those of everybody's policy. */
export function methodMistakes(policy: Policy | DecidedPolicy): readonly Mistake[] {
  const { methodsRequired, app } = policy;
  const offered = allowedMethods(policyWithoutRules(policy), false).length;
  if (offered < methodsRequired) {
    return [{ message: 'fewer methods are allowed than a reset takes', path: ['methodsRequired'] }];
  }
  // The reset service's own rule: an app is never the only method, and beside it two need two more.
  if (app.allowed && offered <= methodsRequired) {
    const message = `an authenticator app needs ${methodsRequired} other allowed methods beside it`;
    return [{ message, path: ['app', 'allowed'] }];
  }
  return [];
}

function policyWithoutRules({ rules: _, ...policy }: Policy | DecidedPolicy): Policy {
  return policy;
}

/** What is wrong with rules as they are: two of a name or a rank, and one that comes to a policy nobody could keep. */
export function ruleMistakes(decided: DecidedPolicy): readonly Mistake[] {
  const folded = decided.rules.map(({ name }) => name.toLowerCase());
  return decided.rules.flatMap((one, at): readonly Mistake[] => {
    const place = ['rules', `${at}`];
    const within = (found: readonly Mistake[]) =>
      found.map(({ message, path }) => ({
        message: `${message}, with what is everybody's`,
        path: [...place, ...path],
      }));
    const read = readQuestionPolicy({ ...decided.questions, ...one.questions });
    const questions =
      read.kind === 'question-policy'
        ? []
        : read.mistakes.map(({ kind, at: where }) => ({
            message: questionMistakes[kind],
            path: ['questions', ...where.split('.')],
          }));
    const earlier = decided.rules.findIndex(({ rank }) => rank === one.rank);
    return [
      ...(folded.indexOf(folded[at] ?? '') < at
        ? [{ message: 'is the name of another rule', path: [...place, 'name'] }]
        : []),
      ...(earlier < at
        ? [{ message: `is the rank of "${decided.rules[earlier]?.name}" as well`, path: [...place, 'rank'] }]
        : []),
      ...within(questions.length > 0 ? questions : methodMistakes(policyByRule(decided, one))),
    ];
  });
}

/** The groups that the directory does not have, each a line: place, what must stand there, what does. */
export function absentGroups(
  { rules }: Pick<DecidedPolicy, 'rules'>,
  seen: ReadonlyMap<string, GroupSeen>,
): readonly string[] {
  return rules.flatMap((one, at) =>
    one.for.groups.flatMap((group, place) =>
      seen.get(group)?.kind === 'absent'
        ? [`rules.${at}.for.groups.${place}: must be a group of the directory; it is "${group}"`]
        : [],
    ),
  );
}
