/** What an English reader sees of a failed reset: what happened, why, and what to do now. */
export const situations = {} as const;
