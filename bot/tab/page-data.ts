/* What the page gets from the bot, in final words: it adds none and reckons nothing. Nothing is imported here, since the
   page's own scripts are checked against it in the browser's world. */

/** What it needs before it knows who reads it. */
export interface FixedWords {
  readonly language: string;
  readonly wait: string;
  readonly again: string;
  readonly chat: string;
  readonly signInProblem: string;
  readonly awayProblem: string;
}

/** What somebody sees of themselves. */
export interface MyView {
  readonly kind: 'mine';
  readonly language: string;
  readonly title: string;
  /** What has to be said first; empty when all is well. */
  readonly notes: readonly string[];
  /** Where they stand; more than one where something stops a reset. */
  readonly sentences: readonly string[];
  /** The picture: a ring of `required` parts, `proven` of them filled, with a sign in it. `progress` says the same. */
  readonly proven: number;
  readonly required: number;
  /** stopped: something else than methods stops a reset. */
  readonly sign: 'ready' | 'stopped' | 'none';
  readonly progress: string;
  readonly due: { readonly title: string; readonly rows: readonly string[] };
  readonly methods: { readonly title: string; readonly rows: readonly MethodRow[] };
  readonly tickets: { readonly title: string; readonly none: string; readonly rows: readonly TicketRow[] };
  readonly privacy: { readonly title: string; readonly text: string };
  readonly chat: string;
  /** Name of the other half of the page, for those who may see it. */
  readonly organisation: string | null;
}

export interface MethodRow {
  readonly name: string;
  /** Masked; empty for a method without an address. */
  readonly address: string;
  readonly state: string;
  /** When it should be looked at again; empty when never, or when it is not set up. */
  readonly next: string;
  readonly tone: 'good' | 'attention' | 'open';
}

export interface TicketRow {
  readonly name: string;
  readonly state: string;
}

/** Why somebody sees nothing of themselves: a guest, an account that is switched off or not in the directory. */
export interface ClosedView {
  readonly kind: 'closed';
  readonly language: string;
  readonly title: string;
  readonly text: string;
}

/** A number with its name. */
export interface Count {
  readonly name: string;
  readonly count: number;
}

/** What supporters see of everybody: numbers without names. */
export interface OrganisationView {
  readonly kind: 'organisation';
  readonly language: string;
  readonly title: string;
  /** How many people are ready: enough methods, and nothing that is known stops a reset. `sentence` says it. */
  readonly able: number;
  readonly sentence: string;
  readonly overTime: {
    readonly title: string;
    readonly tableTitle: string;
    readonly day: string;
    readonly ready: string;
    readonly partly: string;
    readonly none: string;
    /** Oldest first, evenly spaced; the last is now. */
    readonly days: readonly {
      readonly day: string;
      readonly ready: number;
      readonly partly: number;
      readonly none: number;
    }[];
  };
  readonly tickets: { readonly title: string; readonly rows: readonly Count[]; readonly none: string };
  readonly failures: { readonly title: string; readonly rows: readonly Count[]; readonly none: string };
  /** Who is ready now, and will not be from a known date on. */
  readonly lapsing: {
    readonly title: string;
    readonly text: string;
    /** The button that asks for names; null when there are none to ask for. */
    readonly ask: string | null;
    readonly noted: string;
  };
  readonly reckoned: string;
}

/** The people behind a number, for a supporter who asked. */
export interface NamesView {
  readonly kind: 'names';
  readonly names: readonly string[];
}
