import { z } from 'zod';
import type { Page, Wanted } from './reader.ts';

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
