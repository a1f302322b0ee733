import { z } from 'zod';
import { type MethodName, methodNames } from './methods/method.ts';
import { questionPolicySchema, questionsAllowed } from './methods/questions/policy.ts';
import type { Channel } from './ports/delivery.ts';
import { rolesPolicySchema } from './roles.ts';
import { type Stored, storedObject } from './stored-shape.ts';
import { supportPolicySchema } from './tickets/support-policy.ts';

const offered = storedObject({ allowed: z.boolean() });
const phones = storedObject({ allowed: z.boolean(), channels: z.array(z.enum(['text', 'call'])) });
const count = z.union([z.literal(1), z.literal(2)]);
const contact = storedObject({
  name: z.string(),
  address: z.string(),
  /** When they answer, in the organisation's own words: "weekdays 8 to 17, usually within an hour". */
  hours: z.string().optional(),
  /** For whoever cannot wait. */
  phone: z.string().optional(),
});

/**
 * What IT has decided for everybody. One for the whole bot; ranges are those of the reset service itself. What is left out has the default
 * that stands here, in a policy file and in a record. Sources: the reset service's own defaults and its deployment advice.
 */
export const policySchema = storedObject({
  /** How many different methods a reset takes: 1 or 2. Directory administrators always need 2. */
  methodsRequired: count.default(2),
  phone: phones.default({ allowed: true, channels: ['text', 'call'] }),
  email: offered.default({ allowed: true }),
  app: offered.default({ allowed: true }),
  officePhone: offered.default({ allowed: true }),
  /** Calls reach an extension. Not decided by IT: what delivers them can or can't. */
  dialsExtensions: z.boolean().exactOptional(),
  questions: questionPolicySchema.prefault({}),
  /**
   * Apps and questions, where people's methods are put into the reset service: nobody can write those there. link: they
   * are set up on Microsoft's page only · keep: here as well, to show the bot that it is still them.
   */
  unwritable: z.enum(['link', 'keep']).default('link'),
  /**
   * What becomes of phones once Microsoft stops its own texts and calls. ends: they count no more · own-provider: the
   * organisation has a telephony provider of its own in Entra, so they go on counting.
   */
  phoneAfterRetirement: z.enum(['ends', 'own-provider']).default('ends'),
  /**
   * Whether a reset is written back to the organisation's own servers. Microsoft Graph shows it of Entra Connect only, and
   * perhaps to no application at all; not-said: as far as it shows.
   */
  writeback: z.enum(['not-said', 'on', 'off']).default('not-said'),
  /**
   * Whether everybody's licence covers a reset. There are more products than anybody lists, so that somebody may seem to
   * hold none; as-seen: as far as the directory shows.
   */
  licences: z.enum(['as-seen', 'cover-reset']).default('as-seen'),
  /** After how many days people are asked whether their methods are still right, 0 to 730; 0: never. */
  reconfirmDays: z.number().default(180),
  /** Whether people who are ready are advised to add one more method. */
  adviseSpare: z.boolean().default(true),
  /** Countries a code may be sent to, ISO 3166-1 alpha-2, or every one. */
  countries: z.union([z.literal('all'), z.array(z.string())]).default('all'),
  /** The organisation's own mail domains: their mailboxes need the password in question. */
  ownDomains: z.array(z.string()).default([]),
  sends: storedObject({
    /** Codes one employee may have sent in 24 hours. */
    perEmployee: z.number(),
    /** Codes the whole organisation may have sent in 24 hours: a ceiling on costs. */
    perTenant: z.number(),
  }).default({ perEmployee: 15, perTenant: 5_000 }),
  /** Where people reset their password when a reset asks the bot, an https address; empty: they were told elsewhere. */
  resetPage: z.string().default(''),
  /** Who helps when the bot can't, as shown to people. An empty name: "IT support", in the reader's language. */
  contact: contact.default({ name: '', address: '', hours: '', phone: '' }),
  support: supportPolicySchema.prefault({}),
  /** Who in IT does what in the tab. */
  roles: rolesPolicySchema.prefault({}),
});

/** Whom a rule is about: who is in any of the groups, and in any of the countries, where it names such. It names some. */
const ruleReach = storedObject({
  /** Directory ids, in lower case. Whoever is in a group within them is in them. */
  groups: z.array(z.string()).default([]),
  /** ISO 3166-1 alpha-2, as the directory has them of people. */
  countries: z.array(z.string()).default([]),
});

/**
 * What IT has decided otherwise for some people. What a rule leaves out is as for everybody; what it has takes the place of
 * that whole. The questions the organisation wrote itself are everybody's: people keep their answers by a question's place.
 */
const policyRuleSchema = storedObject({
  /** No two have the same, but for capitals. */
  name: z.string(),
  /** From 1. Of several rules about somebody the one with the lowest number holds; no two have the same. */
  rank: z.number(),
  for: ruleReach,
  methodsRequired: count.exactOptional(),
  phone: phones.exactOptional(),
  email: offered.exactOptional(),
  app: offered.exactOptional(),
  officePhone: offered.exactOptional(),
  questions: storedObject({
    allowed: questionPolicySchema.shape.allowed.unwrap().exactOptional(),
    toRegister: questionPolicySchema.shape.toRegister.unwrap().exactOptional(),
    toAnswer: questionPolicySchema.shape.toAnswer.unwrap().exactOptional(),
    predefined: questionPolicySchema.shape.predefined.unwrap().exactOptional(),
  }).exactOptional(),
  contact: contact.exactOptional(),
  support: storedObject({ tiers: supportPolicySchema.shape.tiers.unwrap() }).exactOptional(),
});
export type PolicyRule = Stored<typeof policyRuleSchema>;

/** All that IT has decided: for everybody, and by rules for some. */
const decidedPolicySchema = policySchema.extend({ rules: z.array(policyRuleSchema).default([]) });
export interface DecidedPolicy extends Stored<typeof decidedPolicySchema> {}

/** What holds for somebody. It has no rules: what asks for one can't be given all that was decided. */
export interface Policy extends Stored<typeof policySchema> {
  readonly rules?: readonly [];
  /** The name of the rule that it holds by; left out: it is everybody's. */
  readonly rule?: string;
}

/** Who put a policy in force, and which fields that changed: a chain, so that an entry that is changed or missing shows. */
const policyChangeSchema = storedObject({
  act: z.literal('put-in-force'),
  by: z.string(),
  /** Such as `methodsRequired, sends.perTenant`. */
  fields: z.string(),
  /** In the words of whoever did it; left out: they gave none. */
  reason: z.string().exactOptional(),
  at: z.number(),
  hash: z.string(),
});

/** The policy in force as it is kept, with how it came to be. */
export const policyRecordSchema = decidedPolicySchema.extend({
  history: z.array(policyChangeSchema).optional(),
  /** The one before, to go back to. */
  before: decidedPolicySchema.exactOptional(),
});
export type PolicyRecord = Stored<typeof policyRecordSchema>;

/** Used when no policy file is given. */
export const defaultPolicy: Policy & DecidedPolicy = { ...policySchema.parse({}), rules: [] };

/** The directory-administrator rule can't be configured: two methods, whatever the policy says. */
export function methodsRequired(policy: Policy, administrator: boolean): 1 | 2 {
  return administrator ? 2 : policy.methodsRequired;
}

export function methodAllowed(policy: Policy, method: MethodName, administrator: boolean): boolean {
  switch (method) {
    case 'authentication-phone':
      return policy.phone.allowed && policy.phone.channels.length > 0;
    case 'authentication-email':
      return policy.email.allowed;
    case 'authenticator-app':
      return policy.app.allowed;
    case 'office-phone':
      return policy.officePhone.allowed;
    case 'security-questions':
      return questionsAllowed(policy.questions, administrator);
  }
}

/** Every method that the policy allows somebody, in the usual order. */
export function allowedMethods(policy: Policy, administrator: boolean): readonly MethodName[] {
  return methodNames.filter((method) => methodAllowed(policy, method, administrator));
}

/** Whether nothing but its own page can put a method into the reset service. */
export function unwritable(method: MethodName): method is 'authenticator-app' | 'security-questions' {
  return method === 'authenticator-app' || method === 'security-questions';
}

/** How a code may travel to the address of a method; none for a method without an address. */
export function channelsOf(policy: Policy, method: MethodName): readonly Channel[] {
  switch (method) {
    case 'authentication-phone':
      return policy.phone.channels;
    case 'authentication-email':
      return ['email'];
    case 'office-phone':
      return ['call'];
    case 'authenticator-app':
    case 'security-questions':
      return [];
  }
}

/** The policy as far as it can be kept: a channel that nothing delivers is not offered, by no rule either. */
export function withChannels<P extends Policy | DecidedPolicy>(
  policy: P,
  delivered: readonly Channel[],
  dialsExtensions = false,
): P {
  const rules = policy.rules?.map((rule) => ({ ...rule, ...deliverable(rule, delivered) }));
  return { ...policy, ...deliverable(policy, delivered), dialsExtensions, ...(rules && { rules }) };
}

type Ways = Partial<Pick<Policy, 'phone' | 'email' | 'officePhone'>>;

function deliverable({ phone, email, officePhone }: Ways, delivered: readonly Channel[]): Ways {
  const channels = phone?.channels.filter((channel) => delivered.includes(channel)) ?? [];
  return {
    ...(phone && { phone: { ...phone, channels } }),
    ...(email && { email: { allowed: email.allowed && delivered.includes('email') } }),
    ...(officePhone && { officePhone: { allowed: officePhone.allowed && delivered.includes('call') } }),
  };
}

/** Every organisation's first domain lies below it, and the mailboxes of all of them. */
const firstDomains = 'onmicrosoft.com';

/**
 * The policy with the mail domains that are the organisation's own beside those it names: a mailbox there needs the very
 * password that was forgotten, the asker's or a colleague's.
 * @param verified as the directory has them
 */
export function withOwnDomains<P extends Policy | DecidedPolicy>(policy: P, verified: readonly string[]): P {
  return { ...policy, ownDomains: [...new Set([...policy.ownDomains, ...verified, firstDomains])] };
}
