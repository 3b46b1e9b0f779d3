-- The record: each line of the audit chain gets a salt of its own, so that the chain can be checked by somebody who may
-- not read every line; and erasures of people, with their proof. Conventions of 0001-first.sql hold.

-- Null for lines from before: their hash covers their contents directly.
ALTER TABLE audit ADD COLUMN salt text;
-- What somebody did, newest first.
CREATE INDEX audit_actor ON audit (org_id, actor_id, seq);
-- What administrators of the audit read; the list is that of src/core/audit/readable.ts.
CREATE INDEX audit_readable ON audit (org_id, seq) WHERE noun IN ('person', 'list-change', 'team', 'admin-grant',
  'invitation', 'directory-token', 'view-switch', 'release', 'round', 'calibration-case', 'calibration-round',
  'framework', 'organisation', 'backup', 'erasure', 'audit');

-- That somebody was erased, with the proof. It names an id and nobody: the name is gone. Kept for good, as the list of
-- erased people is, so that no older state of the database brings anybody back.
CREATE TABLE erasure (
  org_id     uuid NOT NULL,
  id         uuid NOT NULL,
  person_id  uuid NOT NULL,
  -- Null: the person themselves.
  erased_by  uuid,
  erased_at  timestamptz NOT NULL,
  -- src/core/audit/erasure-proof.ts
  proof      jsonb NOT NULL,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, person_id),
  FOREIGN KEY (org_id) REFERENCES org (org_id)
);
ALTER TABLE erasure ENABLE ROW LEVEL SECURITY;
ALTER TABLE erasure FORCE ROW LEVEL SECURITY;
CREATE POLICY of_viewer ON erasure TO skillmap_app, skillmap_eraser
  USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid)
  WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);
CREATE POLICY of_keeper ON erasure TO skillmap_keeper USING (true) WITH CHECK (true);
REVOKE ALL ON erasure FROM PUBLIC;
GRANT SELECT, INSERT ON erasure TO skillmap_app;
GRANT SELECT, INSERT, DELETE ON erasure TO skillmap_keeper;

COMMENT ON COLUMN audit.salt IS 'owner=org subject=- purpose=secret retention=chain';
COMMENT ON COLUMN erasure.org_id IS 'owner=org subject=- purpose=identify retention=org';
COMMENT ON COLUMN erasure.id IS 'owner=org subject=- purpose=identify retention=chain';
COMMENT ON COLUMN erasure.person_id IS 'owner=org subject=person_id purpose=trace retention=chain';
COMMENT ON COLUMN erasure.erased_by IS 'owner=org subject=erased_by purpose=trace retention=chain';
COMMENT ON COLUMN erasure.erased_at IS 'owner=org subject=- purpose=order retention=chain';
COMMENT ON COLUMN erasure.proof IS 'owner=org subject=- purpose=trace retention=chain';
