import { isDeepStrictEqual } from 'node:util';
import type { Policy } from '../domain/policy.ts';

/** A field in which two policies differ. */
export interface PolicyDifference {
  /** Such as `sends.perTenant`. */
  readonly field: string;
  readonly file: unknown;
  readonly inForce: unknown;
}

/** Where a policy file and the policy in force differ, field by field; a list counts as one field. */
export function policyDifferences(file: Policy, inForce: Policy): readonly PolicyDifference[] {
  return differences(file, inForce, []);
}

function differences(file: unknown, inForce: unknown, path: readonly string[]): readonly PolicyDifference[] {
  if (isDeepStrictEqual(file, inForce)) return [];
  if (!isFields(file) || !isFields(inForce)) return [{ field: path.join('.'), file, inForce }];
  // Fields that only the record has are of a newer version.
  return Object.keys(file).flatMap((name) => differences(file[name], inForce[name], [...path, name]));
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
