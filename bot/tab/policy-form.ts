import type { DecidedPolicy } from '../domain/policy.ts';
import { languages } from '../texts/languages.ts';
import type { Tell } from '../texts/tell.ts';
import type { DeskField } from './page-data.ts';

/** What of a policy the form changes. The rest stays as it is: nobody gives a role to themselves here. */
export const policyFields = [
  'methodsRequired',
  'phone',
  'email',
  'app',
  'officePhone',
  'unwritable',
  'phoneAfterRetirement',
  'writeback',
  'licences',
  'reconfirmDays',
  'adviseSpare',
  'countries',
  'ownDomains',
  'perEmployee',
  'perTenant',
  'contactName',
  'contactAddress',
  'contactHours',
  'contactPhone',
  'questions',
  'toRegister',
  'toAnswer',
  'predefined',
  'ownQuestions',
  'tiers',
  'unclaimedNormal',
  'unclaimedUrgent',
  'silentNormal',
  'silentUrgent',
  'supportLanguage',
  'timeZone',
] as const;
export type PolicyField = (typeof policyFields)[number];
export type PolicyValues = Readonly<Record<PolicyField, string>>;

/** Where a field of the form stands in a policy. */
const places: Readonly<Partial<Record<PolicyField, string>>> = {
  perEmployee: 'sends.perEmployee',
  perTenant: 'sends.perTenant',
  contactName: 'contact.name',
  contactAddress: 'contact.address',
  contactHours: 'contact.hours',
  contactPhone: 'contact.phone',
  questions: 'questions.allowed',
  toRegister: 'questions.toRegister',
  toAnswer: 'questions.toAnswer',
  predefined: 'questions.predefined',
  ownQuestions: 'questions.own',
  tiers: 'support.tiers',
  unclaimedNormal: 'support.unclaimed.normal',
  unclaimedUrgent: 'support.unclaimed.urgent',
  silentNormal: 'support.silent.normal',
  silentUrgent: 'support.silent.urgent',
  supportLanguage: 'support.language',
  timeZone: 'support.timeZone',
};

const yesOrNo = ['yes', 'no'] as const;
const choices = {
  methodsRequired: ['1', '2'],
  phone: ['both', 'text', 'call', 'off'],
  email: yesOrNo,
  app: yesOrNo,
  officePhone: yesOrNo,
  unwritable: ['link', 'keep'],
  phoneAfterRetirement: ['ends', 'own-provider'],
  writeback: ['not-said', 'on', 'off'],
  licences: ['as-seen', 'cover-reset'],
  adviseSpare: yesOrNo,
  questions: yesOrNo,
  toRegister: ['3', '4', '5'],
  toAnswer: ['3', '4', '5'],
  supportLanguage: languages,
} as const satisfies Partial<Record<PolicyField, readonly string[]>>;

const said = (flag: boolean) => (flag ? 'yes' : 'no');

/** A policy as the form shows it. */
export function policyValues(policy: DecidedPolicy): PolicyValues {
  const { phone, countries, sends, contact, questions, support } = policy;
  const channels = phone.channels.length === 2 ? 'both' : (phone.channels[0] ?? 'off');
  return {
    methodsRequired: `${policy.methodsRequired}`,
    phone: phone.allowed ? channels : 'off',
    email: said(policy.email.allowed),
    app: said(policy.app.allowed),
    officePhone: said(policy.officePhone.allowed),
    unwritable: policy.unwritable,
    phoneAfterRetirement: policy.phoneAfterRetirement,
    writeback: policy.writeback,
    licences: policy.licences,
    reconfirmDays: `${policy.reconfirmDays}`,
    adviseSpare: said(policy.adviseSpare),
    countries: countries === 'all' ? '' : countries.join(', '),
    ownDomains: policy.ownDomains.join('\n'),
    perEmployee: `${sends.perEmployee}`,
    perTenant: `${sends.perTenant}`,
    contactName: contact.name,
    contactAddress: contact.address,
    contactHours: contact.hours ?? '',
    contactPhone: contact.phone ?? '',
    questions: said(questions.allowed),
    toRegister: `${questions.toRegister}`,
    toAnswer: `${questions.toAnswer}`,
    predefined: questions.predefined === 'all' ? '' : questions.predefined.join(', '),
    ownQuestions: questions.own.join('\n'),
    tiers: tierLines(support.tiers),
    unclaimedNormal: `${support.unclaimed.normal}`,
    unclaimedUrgent: `${support.unclaimed.urgent}`,
    silentNormal: `${support.silent.normal}`,
    silentUrgent: `${support.silent.urgent}`,
    supportLanguage: support.language,
    timeZone: support.timeZone,
  };
}

/** The policy as a file would say it, with what the form says in its place. What can't be read is found wrong by its reader. */
export function policyFrom(values: PolicyValues, { phone, support, roles, resetPage, rules }: DecidedPolicy): unknown {
  const predefined = partsOf(values.predefined, /[\s,;]+/).map((one) => one.toLowerCase());
  const countries = partsOf(values.countries, /[\s,;]+/).map((one) => one.toUpperCase());
  const channels = { both: ['text', 'call'], text: ['text'], call: ['call'] }[values.phone];
  return {
    questions: {
      allowed: values.questions === 'yes',
      toRegister: numberTyped(values.toRegister),
      toAnswer: numberTyped(values.toAnswer),
      predefined: predefined.length === 0 ? 'all' : predefined,
      own: partsOf(values.ownQuestions, /\r?\n/),
    },
    support: {
      ...support,
      tiers: tiersTyped(values.tiers),
      unclaimed: { normal: numberTyped(values.unclaimedNormal), urgent: numberTyped(values.unclaimedUrgent) },
      silent: { normal: numberTyped(values.silentNormal), urgent: numberTyped(values.silentUrgent) },
      language: values.supportLanguage,
      timeZone: values.timeZone,
    },
    roles,
    resetPage,
    rules,
    methodsRequired: numberTyped(values.methodsRequired),
    // Switched off, it keeps how codes travelled.
    phone: channels ? { allowed: true, channels } : { ...phone, allowed: false },
    email: { allowed: values.email === 'yes' },
    app: { allowed: values.app === 'yes' },
    officePhone: { allowed: values.officePhone === 'yes' },
    unwritable: values.unwritable,
    phoneAfterRetirement: values.phoneAfterRetirement,
    writeback: values.writeback,
    licences: values.licences,
    reconfirmDays: numberTyped(values.reconfirmDays),
    adviseSpare: values.adviseSpare === 'yes',
    countries: countries.length === 0 ? 'all' : countries,
    ownDomains: partsOf(values.ownDomains, /\s+/),
    sends: { perEmployee: numberTyped(values.perEmployee), perTenant: numberTyped(values.perTenant) },
    contact: {
      name: values.contactName,
      address: values.contactAddress,
      hours: values.contactHours,
      phone: values.contactPhone,
    },
  };
}

export function numberTyped(text: string): number | string {
  return /^\d+$/.test(text) ? Number(text) : text;
}

export function partsOf(text: string, border: RegExp): readonly string[] {
  return text
    .split(border)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Tier by tier, a line each. */
export function tierLines(tiers: DecidedPolicy['support']['tiers']): string {
  return tiers.map((tier) => tier.join(', ')).join('\n');
}

export function tiersTyped(text: string): readonly (readonly string[])[] {
  return partsOf(text, /\r?\n/).map((line) => partsOf(line, /[\s,;]+/));
}

/** What a value is called in a sentence. */
export function valueWords(tell: Tell, field: PolicyField, value: string): string {
  switch (field) {
    case 'phone':
    case 'email':
    case 'app':
    case 'officePhone':
    case 'unwritable':
    case 'phoneAfterRetirement':
    case 'licences':
    case 'adviseSpare':
    case 'questions':
      return choiceWords(tell, value);
    case 'writeback':
      return value === 'off' ? tell('desk.value.off-writeback') : choiceWords(tell, value);
    case 'countries':
    case 'predefined':
      return value === '' ? tell('desk.value.all') : value;
    case 'supportLanguage':
      return new Intl.DisplayNames(tell.language, { type: 'language' }).of(value) ?? value;
    default:
      return value === '' ? tell('desk.value.none') : value.replaceAll('\n', ', ');
  }
}

const worded = [
  'yes',
  'no',
  'both',
  'text',
  'call',
  'off',
  'link',
  'keep',
  'ends',
  'own-provider',
  'not-said',
  'on',
  'as-seen',
  'cover-reset',
] as const;

function choiceWords(tell: Tell, value: string): string {
  const known = worded.find((one) => one === value);
  return known ? tell(`desk.value.${known}`) : value;
}

/** The field's name, and how to write it where that is not plain. */
function labelOf(tell: Tell, name: PolicyField): string {
  const label = tell(`desk.field.${name}`);
  switch (name) {
    case 'reconfirmDays':
    case 'countries':
    case 'ownDomains':
    case 'predefined':
    case 'ownQuestions':
    case 'tiers':
      return `${label} (${tell(`desk.hint.${name}`)})`;
    default:
      return label;
  }
}

const lines: ReadonlySet<PolicyField> = new Set(['ownDomains', 'ownQuestions', 'tiers']);
const numbers: ReadonlySet<PolicyField> = new Set([
  'reconfirmDays',
  'perEmployee',
  'perTenant',
  'unclaimedNormal',
  'unclaimedUrgent',
  'silentNormal',
  'silentUrgent',
]);

/** @param wrong places in a policy that need another look */
export function policyFormFields(tell: Tell, values: PolicyValues, wrong: readonly string[]): readonly DeskField[] {
  return policyFields.map((name): DeskField => {
    const place = places[name] ?? name;
    const options: readonly string[] = name in choices ? choices[name as keyof typeof choices] : [];
    const kind = options.length > 0 ? 'choice' : lines.has(name) ? 'lines' : 'text';
    return {
      name,
      label: labelOf(tell, name),
      kind: numbers.has(name) ? 'number' : kind,
      value: values[name],
      choices: options.map((value) => ({ value, title: valueWords(tell, name, value) })),
      wrong: wrong.some((one) => one === place || one.startsWith(`${place}.`)) ? tell('desk.form.wrong') : null,
    };
  });
}
