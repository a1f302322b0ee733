-- Up Migration

-- What one process has made for all: counts of everybody, and when the records were last swept.
CREATE TABLE reset_ready.shared_result (
  place bytea PRIMARY KEY, version bytea NOT NULL, name bytea NOT NULL, body bytea NOT NULL
) WITH (fillfactor = 85, toast_tuple_target = 8160);
ALTER TABLE reset_ready.shared_result ALTER COLUMN body SET STORAGE EXTERNAL;
