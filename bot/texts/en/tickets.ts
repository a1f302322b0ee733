/** What an English reader sees of a request for help: the employee's side and the supporter's. */
export const tickets = {} as const;
