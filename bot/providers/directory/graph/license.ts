import { z } from 'zod';
import { type Page, personAge, type Wanted } from './reader.ts';
import { personPath } from './user.ts';

const licenses = z.object({
  value: z.array(
    z.object({
      skuId: z.string().nullish(),
      servicePlans: z
        .array(z.object({ servicePlanId: z.string().nullish(), provisioningStatus: z.string().nullish() }))
        .nullish(),
    }),
  ),
  '@odata.nextLink': z.string().optional(),
});

type License = z.infer<typeof licenses>['value'][number];

/** Permission: LicenseAssignment.Read.All, or User.Read.All. */
export function licensesOf(objectId: string): Wanted<Page<License>> {
  const path = `${personPath(objectId)}/licenseDetails?$select=id,skuId,servicePlans`;
  return { call: { what: 'licenses', workload: 'directory', path }, schema: licenses, maxAge: personAge };
}

/** Entra ID P1 and P2. Source: Microsoft Learn, "Product names and service plan identifiers for licensing". */
const premiumPlans = new Set(['41781fb2-bc02-4b7c-bd55-b576c07bb09d', 'eec0eb4f-6444-4f95-aba0-50c24d67f998']);
/** Microsoft 365 Business Standard, which covers cloud passwords only. Same source. */
const cloudProducts = new Set(['f245ecc8-75af-4f8e-b61f-27d8114de5f3']);

/** What of the reset service somebody's licenses cover. Source: Microsoft Learn, "Licensing requirements for SSPR". */
export function coverOf(held: readonly License[]): 'premium' | 'cloud' | 'none' {
  const plans = held.flatMap(({ servicePlans }) => servicePlans ?? []);
  const works = plans.filter(({ provisioningStatus }) => provisioningStatus !== 'Disabled');
  if (works.some(({ servicePlanId }) => premiumPlans.has(servicePlanId?.toLowerCase() ?? ''))) return 'premium';
  return held.some(({ skuId }) => cloudProducts.has(skuId?.toLowerCase() ?? '')) ? 'cloud' : 'none';
}
