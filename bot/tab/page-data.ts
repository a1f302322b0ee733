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
  /** Further pages, for those whose roles open them. */
  readonly pages: readonly DeskPage[];
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

/** A page of the desk of IT, by the name it is asked for. */
export interface DeskPage {
  readonly name: string;
  readonly title: string;
}

/** What a press asks the bot for. */
export interface DeskCall {
  readonly name: string;
  readonly given: Readonly<Record<string, string>>;
}

export interface DeskButton {
  readonly title: string;
  readonly call: DeskCall;
  /** Asked before it is done; null: it is done at once. */
  readonly sure: { readonly text: string; readonly yes: string; readonly no: string } | null;
  readonly plain: boolean;
}

export interface DeskField {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'date' | 'time' | 'number' | 'lines' | 'choice';
  readonly value: string;
  /** Of a choice. */
  readonly choices: readonly { readonly value: string; readonly title: string }[];
  /** What is wrong with it; null: nothing. */
  readonly wrong: string | null;
}

/** A part of a page. */
export type DeskBlock =
  | { readonly kind: 'heading' | 'text' | 'quiet' | 'note'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Its cells are words, not numbers. */
      readonly words: boolean;
      /** Where each row leads, outside of the page; null: nowhere. */
      readonly links?: readonly (string | null)[];
    }
  /** Numbers by name, each with a bar. The longest is `most`. */
  | { readonly kind: 'bars'; readonly title: string; readonly most: number; readonly rows: readonly Count[] }
  /** Numbers over time as columns, with the same as a table. */
  | {
      readonly kind: 'columns';
      readonly title: string;
      readonly table: string;
      readonly head: readonly [string, string];
      readonly rows: readonly Count[];
    }
  | { readonly kind: 'links'; readonly rows: readonly DeskLink[] }
  | { readonly kind: 'buttons'; readonly buttons: readonly DeskButton[] }
  | { readonly kind: 'form'; readonly fields: readonly DeskField[]; readonly submit: string; readonly call: DeskCall }
  /** A card as its reader sees it. */
  | {
      readonly kind: 'card';
      readonly title: string;
      readonly language: string;
      readonly lines: readonly string[];
      readonly buttons: readonly string[];
    }
  | { readonly kind: 'file'; readonly title: string; readonly file: string; readonly call: DeskCall };

export interface DeskLink {
  readonly title: string;
  readonly note: string;
  readonly call: DeskCall;
}

export interface DeskView {
  readonly kind: 'desk';
  readonly language: string;
  /** The page it belongs to. */
  readonly page: string;
  readonly title: string;
  readonly blocks: readonly DeskBlock[];
  /** What shows it anew. */
  readonly same: DeskCall;
  /** Something is under way: so many ms later there may be more. null: nothing is. */
  readonly again: number | null;
}

/** A file to keep. */
export interface FileView {
  readonly kind: 'file';
  readonly text: string;
}
