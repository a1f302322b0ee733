import { z } from 'zod';
import type { RegistrationReport } from '../../../domain/ports/account-facts.ts';
import { personAge, type Wanted } from './read.ts';

const details = z
  .object({
    isSsprEnabled: z.boolean(),
    isSsprRegistered: z.boolean(),
    isSsprCapable: z.boolean(),
    isAdmin: z.boolean().nullish(),
    methodsRegistered: z.array(z.string()).nullish(),
    lastUpdatedDateTime: z.string(),
  })
  .transform((one, context): RegistrationReport => {
    const at = Date.parse(one.lastUpdatedDateTime);
    if (Number.isNaN(at)) {
      context.addIssue('no date');
      return z.NEVER;
    }
    return {
      at,
      enabled: one.isSsprEnabled,
      registered: one.isSsprRegistered,
      capable: one.isSsprCapable,
      administrator: one.isAdmin === true,
      methods: one.methodsRegistered ?? [],
    };
  });

const selected = 'id,isSsprEnabled,isSsprRegistered,isSsprCapable,isAdmin,methodsRegistered,lastUpdatedDateTime';

/** One person's line of the registration report. Permission: AuditLog.Read.All; the organisation needs Entra ID P1. */
export function reportOf(objectId: string, maxAge = personAge): Wanted<RegistrationReport> {
  const id = encodeURIComponent(objectId.toLowerCase());
  const path = `/reports/authenticationMethods/userRegistrationDetails/${id}?$select=${selected}`;
  return { call: { what: 'registration report', workload: 'reports', path }, schema: details, maxAge };
}

const list = z.object({ value: z.array(z.object({ id: z.string() })) });

/** Some of those that reset is not switched on for; the report leaves out accounts that are closed. */
export function notEnabled(most: number): Wanted<z.infer<typeof list>> {
  const path = `/reports/authenticationMethods/userRegistrationDetails?$filter=isSsprEnabled%20eq%20false&$select=id&$top=${most}`;
  return { call: { what: 'people without reset', workload: 'reports', path }, schema: list, maxAge: 0 };
}
