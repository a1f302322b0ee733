-- Up Migration

-- Campaigns, and whom they are about. A group is counted by what it is found by, so its indexes are the whole of it.

CREATE TABLE reset_ready.campaign (
  place bytea PRIMARY KEY, version bytea NOT NULL, name bytea NOT NULL, body bytea NOT NULL,
  open float8, ended float8
) WITH (fillfactor = 85, toast_tuple_target = 8160);
CREATE INDEX campaign_open ON reset_ready.campaign (open, place) WHERE open IS NOT NULL;
CREATE INDEX campaign_ended ON reset_ready.campaign (ended, place) WHERE ended IS NOT NULL;

CREATE TABLE reset_ready.campaign_recipient (
  place bytea PRIMARY KEY, version bytea NOT NULL, name bytea NOT NULL, body bytea NOT NULL,
  due float8, open bytea, person bytea, standing bytea, sent bytea, unsure bytea
) WITH (fillfactor = 85, toast_tuple_target = 8160);
CREATE INDEX campaign_recipient_due ON reset_ready.campaign_recipient (due, place) WHERE due IS NOT NULL;
CREATE INDEX campaign_recipient_open ON reset_ready.campaign_recipient (open, place) WHERE open IS NOT NULL;
CREATE INDEX campaign_recipient_person ON reset_ready.campaign_recipient (person, place);
CREATE INDEX campaign_recipient_standing ON reset_ready.campaign_recipient (standing, place);
CREATE INDEX campaign_recipient_sent ON reset_ready.campaign_recipient (sent, place);
CREATE INDEX campaign_recipient_unsure ON reset_ready.campaign_recipient (unsure, place);

CREATE TABLE reset_ready.personal_chat (
  place bytea PRIMARY KEY, version bytea NOT NULL, name bytea NOT NULL, body bytea NOT NULL
) WITH (fillfactor = 85, toast_tuple_target = 8160);

-- Sealed bytes don't get smaller.
ALTER TABLE reset_ready.personal_chat ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE reset_ready.campaign ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE reset_ready.campaign_recipient ALTER COLUMN body SET STORAGE EXTERNAL;
