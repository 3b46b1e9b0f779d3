-- Whoever is removed from the list must not be referred to, and the database looks that up for each of them in each
-- table: without an index it would read the whole table, for every person of a file that is taken back.

CREATE INDEX ask_sent_subject ON ask_sent (org_id, subject_id);
CREATE INDEX ask_sent_rater ON ask_sent (org_id, rater_id);
CREATE INDEX dispute_rater ON dispute (org_id, rater_id);
CREATE INDEX draft_owner ON draft (org_id, owner_id);
CREATE INDEX job_owner ON job (org_id, owner_id);
CREATE INDEX received_share_revision_subject ON received_share_revision (org_id, subject_id);
