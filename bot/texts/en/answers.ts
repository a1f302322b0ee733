/** What an English reader sees of security questions, the questions themselves apart. */
export const answers = {} as const;
