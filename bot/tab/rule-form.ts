import type { DecidedPolicy, PolicyRule } from '../domain/policy.ts';
import type { Tell } from '../texts/tell.ts';
import type { DeskField } from './page-data.ts';
import { numberTyped, type PolicyField, partsOf, tierLines, tiersTyped, valueWords } from './policy-form.ts';

/** What of a rule the form changes. Which of Microsoft's questions are offered stays as it is. */
export const ruleFields = [
  'name',
  'rank',
  'groups',
  'inCountries',
  'methodsRequired',
  'phone',
  'email',
  'app',
  'officePhone',
  'questions',
  'toRegister',
  'toAnswer',
  'contactName',
  'contactAddress',
  'contactHours',
  'contactPhone',
  'tiers',
] as const;
type RuleField = (typeof ruleFields)[number];
/** Empty: as for everybody. */
export type RuleValues = Readonly<Record<RuleField, string>>;

/** Where a field of the form stands in a rule. */
const places: Readonly<Record<RuleField, string>> = {
  name: 'name',
  rank: 'rank',
  groups: 'for.groups',
  inCountries: 'for.countries',
  methodsRequired: 'methodsRequired',
  phone: 'phone',
  email: 'email',
  app: 'app',
  officePhone: 'officePhone',
  questions: 'questions.allowed',
  toRegister: 'questions.toRegister',
  toAnswer: 'questions.toAnswer',
  contactName: 'contact.name',
  contactAddress: 'contact.address',
  contactHours: 'contact.hours',
  contactPhone: 'contact.phone',
  tiers: 'support.tiers',
};

const yesOrNo = ['', 'yes', 'no'] as const;
const counts = ['', '3', '4', '5'] as const;
const choices: Readonly<Partial<Record<RuleField, readonly string[]>>> = {
  methodsRequired: ['', '1', '2'],
  phone: ['', 'both', 'text', 'call', 'off'],
  email: yesOrNo,
  app: yesOrNo,
  officePhone: yesOrNo,
  questions: yesOrNo,
  toRegister: counts,
  toAnswer: counts,
};

const said = (flag: boolean | undefined) => (flag === undefined ? '' : flag ? 'yes' : 'no');
const counted = (count: number | undefined) => (count === undefined ? '' : `${count}`);

/** A rule as the form shows it; undefined: a new one. */
export function ruleValues(rule: PolicyRule | undefined, next: number): RuleValues {
  const { phone, questions, contact, support } = rule ?? {};
  const channels = phone?.channels.length === 2 ? 'both' : (phone?.channels[0] ?? 'off');
  return {
    name: rule?.name ?? '',
    rank: `${rule?.rank ?? next}`,
    groups: rule?.for.groups.join('\n') ?? '',
    inCountries: rule?.for.countries.join(', ') ?? '',
    methodsRequired: counted(rule?.methodsRequired),
    phone: phone ? (phone.allowed ? channels : 'off') : '',
    email: said(rule?.email?.allowed),
    app: said(rule?.app?.allowed),
    officePhone: said(rule?.officePhone?.allowed),
    questions: said(questions?.allowed),
    toRegister: counted(questions?.toRegister),
    toAnswer: counted(questions?.toAnswer),
    contactName: contact?.name ?? '',
    contactAddress: contact?.address ?? '',
    contactHours: contact?.hours ?? '',
    contactPhone: contact?.phone ?? '',
    tiers: support ? tierLines(support.tiers) : '',
  };
}

/** The rule as a file would say it. @param before what it is now; undefined: it is new @param usual how codes travel for everybody */
export function ruleFrom(values: RuleValues, before: PolicyRule | undefined, usual: DecidedPolicy['phone']): unknown {
  const channels = { both: ['text', 'call'], text: ['text'], call: ['call'] }[values.phone];
  const off = { ...(before?.phone ?? usual), allowed: false };
  const predefined = before?.questions?.predefined;
  const questions = {
    ...(values.questions !== '' && { allowed: values.questions === 'yes' }),
    ...(values.toRegister !== '' && { toRegister: numberTyped(values.toRegister) }),
    ...(values.toAnswer !== '' && { toAnswer: numberTyped(values.toAnswer) }),
    ...(predefined !== undefined && { predefined }),
  };
  const contact = {
    name: values.contactName,
    address: values.contactAddress,
    hours: values.contactHours,
    phone: values.contactPhone,
  };
  const tiers = tiersTyped(values.tiers);
  const offered = (value: string) => ({ allowed: value === 'yes' });
  return {
    name: values.name,
    rank: numberTyped(values.rank),
    for: {
      groups: partsOf(values.groups, /[\s,;]+/),
      countries: partsOf(values.inCountries, /[\s,;]+/).map((one) => one.toUpperCase()),
    },
    ...(values.methodsRequired !== '' && { methodsRequired: numberTyped(values.methodsRequired) }),
    ...(values.phone !== '' && { phone: channels ? { allowed: true, channels } : off }),
    ...(values.email !== '' && { email: offered(values.email) }),
    ...(values.app !== '' && { app: offered(values.app) }),
    ...(values.officePhone !== '' && { officePhone: offered(values.officePhone) }),
    ...(Object.keys(questions).length > 0 && { questions }),
    ...(Object.values(contact).some((one) => one !== '') && { contact }),
    ...(tiers.length > 0 && { support: { tiers } }),
  };
}

function labelOf(tell: Tell, name: RuleField): string {
  switch (name) {
    case 'name':
    case 'rank':
    case 'groups':
      return tell(`desk.rule.${name}`);
    case 'inCountries':
      return tell('desk.rule.countries');
    case 'tiers':
      return `${tell('desk.field.tiers')} (${tell('desk.hint.tiers')})`;
    default:
      return tell(`desk.field.${name}`);
  }
}

function wordsOf(tell: Tell, name: RuleField, value: string): string {
  if (value === '') return tell('desk.value.same');
  return name === 'questions' ? valueWords(tell, 'app', value) : valueWords(tell, name as PolicyField, value);
}

/** @param wrong places in the rule that need another look, each with the words for it */
export function ruleFormFields(
  tell: Tell,
  values: RuleValues,
  wrong: ReadonlyMap<string, string>,
): readonly DeskField[] {
  return ruleFields.map((name): DeskField => {
    const place = places[name];
    const options = choices[name] ?? [];
    const lines = name === 'groups' || name === 'tiers';
    const found = [...wrong].find(
      ([one]) => one === place || one.startsWith(`${place}.`) || place.startsWith(`${one}.`),
    );
    return {
      name,
      label: labelOf(tell, name),
      kind: options.length > 0 ? 'choice' : lines ? 'lines' : name === 'rank' ? 'number' : 'text',
      value: values[name],
      choices: options.map((value) => ({ value, title: wordsOf(tell, name, value) })),
      wrong: found?.[1] ?? null,
    };
  });
}

/** What is different by a rule, in words; empty: nothing. */
export function ruleDifferences(tell: Tell, rule: PolicyRule): string {
  const values = ruleValues(rule, rule.rank);
  const own: ReadonlySet<RuleField> = new Set(['name', 'rank', 'groups', 'inCountries']);
  return ruleFields
    .filter((name) => !own.has(name) && values[name] !== '')
    .map(
      (name) =>
        `${tell(`desk.field.${name as Exclude<RuleField, 'name' | 'rank' | 'groups' | 'inCountries'>}`)}: ${wordsOf(tell, name, values[name])}`,
    )
    .join('; ');
}
