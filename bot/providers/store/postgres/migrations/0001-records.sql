-- Up Migration

/*
 * A table for each kind of record, all alike. `place`: SHA-256 of kind and id, so that any id fits. `version`: whose write
 * stands there, another at each write. `name` and `body`: the id and the record, sealed for this place. What a kind can be
 * found by: numbers as they are, texts as 16 bytes of an HMAC. Files are only added, never changed, and each keeps the
 * release before it working.
 */

REVOKE ALL ON SCHEMA reset_ready FROM PUBLIC;
GRANT USAGE ON SCHEMA reset_ready TO reset_ready_bot, reset_ready_reader;
GRANT SELECT ON reset_ready.migration TO reset_ready_bot, reset_ready_reader;
ALTER DEFAULT PRIVILEGES IN SCHEMA reset_ready GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO reset_ready_bot;
ALTER DEFAULT PRIVILEGES IN SCHEMA reset_ready GRANT SELECT ON TABLES TO reset_ready_reader;

CREATE TABLE reset_ready.person (
  place bytea PRIMARY KEY, version bytea NOT NULL, name bytea NOT NULL, body bytea NOT NULL,
  due float8, tenant bytea, letter bytea
) WITH (fillfactor = 85, toast_tuple_target = 8160);
CREATE INDEX person_due ON reset_ready.person (due, place) WHERE due IS NOT NULL;
CREATE INDEX person_tenant ON reset_ready.person (tenant, place);
CREATE INDEX person_letter ON reset_ready.person (letter, place) WHERE letter IS NOT NULL;

CREATE TABLE reset_ready.conversation (
  place bytea PRIMARY KEY, version bytea NOT NULL, name bytea NOT NULL, body bytea NOT NULL
) WITH (fillfactor = 85, toast_tuple_target = 8160);

CREATE TABLE reset_ready.address_limit (
  place bytea PRIMARY KEY, version bytea NOT NULL, name bytea NOT NULL, body bytea NOT NULL
) WITH (fillfactor = 85, toast_tuple_target = 8160);

CREATE TABLE reset_ready.tenant_limit (
  place bytea PRIMARY KEY, version bytea NOT NULL, name bytea NOT NULL, body bytea NOT NULL
) WITH (fillfactor = 85, toast_tuple_target = 8160);

CREATE TABLE reset_ready.policy (
  place bytea PRIMARY KEY, version bytea NOT NULL, name bytea NOT NULL, body bytea NOT NULL
) WITH (fillfactor = 85, toast_tuple_target = 8160);

CREATE TABLE reset_ready.audit_archive (
  place bytea PRIMARY KEY, version bytea NOT NULL, name bytea NOT NULL, body bytea NOT NULL,
  person bytea, last float8
) WITH (toast_tuple_target = 8160);
CREATE INDEX audit_archive_person ON reset_ready.audit_archive (person, place);
CREATE INDEX audit_archive_last ON reset_ready.audit_archive (last, place) WHERE last IS NOT NULL;

CREATE TABLE reset_ready.witness (
  place bytea PRIMARY KEY, version bytea NOT NULL, name bytea NOT NULL, body bytea NOT NULL,
  last float8
) WITH (fillfactor = 85, toast_tuple_target = 8160);
CREATE INDEX witness_last ON reset_ready.witness (last, place) WHERE last IS NOT NULL;

CREATE TABLE reset_ready.ticket (
  place bytea PRIMARY KEY, version bytea NOT NULL, name bytea NOT NULL, body bytea NOT NULL,
  due float8, employee bytea, request bytea, number float8, tenant bytea, open bytea
) WITH (fillfactor = 85, toast_tuple_target = 8160);
CREATE INDEX ticket_due ON reset_ready.ticket (due, place) WHERE due IS NOT NULL;
CREATE INDEX ticket_employee ON reset_ready.ticket (employee, place);
-- Of one request for help there is one ticket, whichever process it came to.
CREATE UNIQUE INDEX ticket_request ON reset_ready.ticket (request) WHERE request IS NOT NULL;
CREATE INDEX ticket_number ON reset_ready.ticket (number, place);
CREATE INDEX ticket_tenant ON reset_ready.ticket (tenant, place);
CREATE INDEX ticket_open ON reset_ready.ticket (open, place) WHERE open IS NOT NULL;

CREATE TABLE reset_ready.ticket_numbers (
  place bytea PRIMARY KEY, version bytea NOT NULL, name bytea NOT NULL, body bytea NOT NULL
) WITH (fillfactor = 85, toast_tuple_target = 8160);

CREATE TABLE reset_ready.support_channel (
  place bytea PRIMARY KEY, version bytea NOT NULL, name bytea NOT NULL, body bytea NOT NULL
) WITH (fillfactor = 85, toast_tuple_target = 8160);

-- Sealed bytes don't get smaller.
ALTER TABLE reset_ready.person ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE reset_ready.conversation ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE reset_ready.address_limit ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE reset_ready.tenant_limit ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE reset_ready.policy ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE reset_ready.audit_archive ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE reset_ready.witness ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE reset_ready.ticket ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE reset_ready.ticket_numbers ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE reset_ready.support_channel ALTER COLUMN body SET STORAGE EXTERNAL;

/*
 * Who is at work on what, for moments: gone after a crash of the server, and not on its replicas. `lease`: locks, kept up by
 * their holders. `claim`: records that were given to somebody to look for letters, as long as they have this version.
 */
CREATE UNLOGGED TABLE reset_ready.lease (key bytea PRIMARY KEY, holder bytea NOT NULL, until timestamptz NOT NULL);
CREATE UNLOGGED TABLE reset_ready.claim (place bytea PRIMARY KEY, version bytea NOT NULL, until timestamptz NOT NULL);

-- What is known of the records as a whole: which programs can read them and which key sealed them, where they have moved to.
CREATE TABLE reset_ready.setting (name text PRIMARY KEY, value text NOT NULL);
