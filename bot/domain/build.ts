/** Which build of the bot runs. */
export interface Build {
  /** Of package.json. */
  readonly version: string;
  /** Abbreviated commit it was made from; `unknown` where nothing says so. */
  readonly commit: string;
}
