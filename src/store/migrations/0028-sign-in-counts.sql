-- How often somebody began or failed to get in, counted for all processes on one database. Conventions of 0001-first.sql
-- hold. A key is a keyed hash of an address, a passkey or an identity: who has the table alone learns none of them.

CREATE TABLE sign_in_count (
  org_id     uuid NOT NULL,
  key_hash   text NOT NULL,
  times      integer NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, key_hash),
  FOREIGN KEY (org_id) REFERENCES org (org_id)
  -- Room for newer versions of a row on its page. Nothing that counting changes stands in an index, so that it writes
  -- no index either.
) WITH (fillfactor = 70);
ALTER TABLE sign_in_count ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in_count FORCE ROW LEVEL SECURITY;
CREATE POLICY of_viewer ON sign_in_count TO skillmap_app, skillmap_eraser
  USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid)
  WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);
CREATE POLICY of_keeper ON sign_in_count TO skillmap_keeper USING (true) WITH CHECK (true);
REVOKE ALL ON sign_in_count FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE (times, expires_at) ON sign_in_count TO skillmap_app;
GRANT SELECT, INSERT, DELETE ON sign_in_count TO skillmap_keeper;

COMMENT ON COLUMN sign_in_count.org_id IS 'owner=org subject=- purpose=identify retention=org';
COMMENT ON COLUMN sign_in_count.key_hash IS 'owner=org subject=- purpose=sign-in retention=expires';
COMMENT ON COLUMN sign_in_count.times IS 'owner=org subject=- purpose=sign-in retention=expires';
COMMENT ON COLUMN sign_in_count.expires_at IS 'owner=org subject=- purpose=sign-in retention=expires';
