/** What an English reader sees of an authenticator app. */
export const authenticator = {} as const;
