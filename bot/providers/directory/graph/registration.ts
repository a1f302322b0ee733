import { z } from 'zod';
import type { RegistrationReport } from '../../../domain/account/facts.ts';
import { type Page, personAge, type Wanted } from './reader.ts';

const shape = z.object({
  isSsprEnabled: z.boolean(),
  isSsprRegistered: z.boolean(),
  isSsprCapable: z.boolean(),
  isAdmin: z.boolean().nullish(),
  methodsRegistered: z.array(z.string()).nullish(),
  lastUpdatedDateTime: z.string(),
});

const line = shape.transform((one, context): RegistrationReport => {
  const report = reportIn(one);
  if (report) return report;
  context.addIssue('no date');
  return z.NEVER;
});

function reportIn(one: z.infer<typeof shape>): RegistrationReport | undefined {
  const at = Date.parse(one.lastUpdatedDateTime);
  if (Number.isNaN(at)) return undefined;
  return {
    at,
    enabled: one.isSsprEnabled,
    registered: one.isSsprRegistered,
    capable: one.isSsprCapable,
    administrator: one.isAdmin === true,
    methods: one.methodsRegistered ?? [],
  };
}

/** The reference shows one line wrapped in `value`; which of both the service sends is not known. */
const details = z.union([line, z.object({ value: line }).transform(({ value }) => value)]);

/**
 * One person's line of the registration report. Permission: AuditLog.Read.All; the organisation needs Entra ID P1.
 * Takes no query options. Source: Microsoft Learn, "Get userRegistrationDetails".
 */
export function reportOf(objectId: string, maxAge = personAge): Wanted<RegistrationReport> {
  const id = encodeURIComponent(objectId.toLowerCase());
  const path = `/reports/authenticationMethods/userRegistrationDetails/${id}`;
  return { call: { what: 'registration report', workload: 'reports', path }, schema: details, maxAge };
}

const list = z.object({
  value: z.array(z.object({ id: z.string() })),
  '@odata.nextLink': z.string().optional(),
});

/**
 * The first page of those that reset is not switched on for; the report leaves out accounts that are closed. The list takes
 * no page size. Source: Microsoft Learn, "List userRegistrationDetails".
 */
export function notEnabled(): Wanted<z.infer<typeof list>> {
  const path = '/reports/authenticationMethods/userRegistrationDetails?$filter=isSsprEnabled%20eq%20false';
  return { call: { what: 'people without reset', workload: 'reports', path }, schema: list, maxAge: 0 };
}

const identified = shape.extend({ id: z.string() });

const everybody = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });

/**
 * Everybody's lines, a page at a time; closed accounts are not among them. Permission: AuditLog.Read.All; the organisation
 * needs Entra ID P1. Asked for without query options, it decides itself how long a page is. Source: Microsoft Learn, "List
 * userRegistrationDetails".
 */
export function registrations(): Wanted<Page<unknown>> {
  const path = '/reports/authenticationMethods/userRegistrationDetails';
  return { call: { what: 'registration list', workload: 'reports', path }, schema: everybody, maxAge: 0 };
}

/** Whose line it is, in lower case, and what it says; undefined: it is in no form we know, and must not hide the others. */
export function lineIn(item: unknown): readonly [objectId: string, report: RegistrationReport] | undefined {
  const { data } = identified.safeParse(item);
  const report = data && reportIn(data);
  return report && [data.id.toLowerCase(), report];
}

/** Lines of the registration report, as far as it is asked who depends on a method. */
export const methodLines = z.object({
  value: z.array(z.object({ isAdmin: z.boolean().nullish(), methodsRegistered: z.array(z.string()).nullish() })),
  '@odata.nextLink': z.string().optional(),
});

type Holder = z.infer<typeof methodLines>['value'][number];

/**
 * Everybody with security questions, by the registration report. Permission: AuditLog.Read.All.
 * Source of the filter: Microsoft Graph reference, userRegistrationDetails, `methodsRegistered`: `any` with `eq`.
 */
export function questionHolders(): Wanted<Page<Holder>> {
  const filter = encodeURIComponent("methodsRegistered/any(m:m eq 'securityQuestion')");
  const path = `/reports/authenticationMethods/userRegistrationDetails?$filter=${filter}`;
  return { call: { what: 'people with questions', workload: 'reports', path }, schema: methodLines, maxAge: 0 };
}
