import { answersFor } from '../../../domain/methods/phone.ts';
import type { Slot, SlotName } from '../../../domain/reset-service/slots.ts';
import type { Standing } from './phone-slots.ts';
import type { GraphUser } from './user.ts';

/** What the report calls what stands in each slot. Source: Microsoft Learn, userRegistrationDetails, methodsRegistered. */
const names = {
  mobile: 'mobilePhone',
  alternate: 'alternateMobilePhone',
  office: 'officePhone',
  email: 'email',
} as const satisfies Record<SlotName, string>;

/**
 * Names of the report that tell of a registered method which no list shows. All count, those nobody here has heard of too:
 * but for what the bot itself wrote or removed lately, as the report is up to a day and a half behind.
 */
export function unlistedNames(
  reported: readonly string[],
  standing: Standing,
  recent: readonly Slot[],
): readonly string[] {
  const slots = Object.entries(names) as readonly (readonly [SlotName, string])[];
  const known = slots.filter(([slot]) => standing[slot] !== null || recent.some((one) => one === slot));
  return reported.filter((name) => !known.some(([, other]) => other === name));
}

/**
 * What is left of the names where somebody has shown values that an administrator filled in: the report may have called
 * those registered.
 */
export function unexplainedNames(
  unlisted: readonly string[],
  { mobilePhone, businessPhones, otherMails, usageLocation }: GraphUser,
  shown: readonly string[],
): readonly string[] {
  const filledIn: ReadonlyMap<string, readonly (string | null | undefined)[]> = new Map([
    [names.mobile, [mobilePhone]],
    [names.office, businessPhones ?? []],
    [names.email, otherMails ?? []],
  ]);
  const isShown = (value: string | null | undefined) =>
    value && shown.some((one) => answersFor(one, value, usageLocation ?? undefined));
  return unlisted.filter((name) => !filledIn.get(name)?.some(isShown));
}
