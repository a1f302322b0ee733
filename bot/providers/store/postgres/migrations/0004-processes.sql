-- Up Migration

/*
 * Which bots are there, for moments: what each runs, how it writes records, and which keys it knows (the version and a print of
 * each, the one that seals first). Gone after a crash of the server; they come again.
 */
CREATE UNLOGGED TABLE reset_ready.process (
  id bytea PRIMARY KEY, release text NOT NULL, format integer NOT NULL, keys text[] NOT NULL, seen timestamptz NOT NULL
);
