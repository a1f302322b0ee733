import type { Read } from './reader.ts';

/** The same in every tenant. Source: Microsoft Learn, "Microsoft Entra built-in roles", Global Administrator. */
const template = '62e90394-69f5-4237-9190-012177145e10';

interface Held {
  readonly roleTemplateId?: string | null | undefined;
}

/** Whether the roles held now name that one. What Graph does not name counts as no, which is the earlier of two dates. */
export function isGlobalAdministrator(held: Read<readonly Held[]>): boolean {
  return held.kind === 'read' && held.value.some(({ roleTemplateId }) => roleTemplateId?.toLowerCase() === template);
}
