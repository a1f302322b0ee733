import type { EmployeeKey } from '../domain/account/person.ts';

/** Whether somebody may see the numbers of the organisation. Asked at every act, never remembered from the page. */
export type IsSupporter = (employee: EmployeeKey) => Promise<boolean>;
