/** Longer than anything a field of ours takes. */
const longest = 400;

/** What was typed into a field, shortened where it can't be right anyway: it is then refused with a reason. */
export function cut(typed: string): string {
  return typed.slice(0, longest);
}
