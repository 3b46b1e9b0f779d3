-- What was published of a framework, when, from when it holds and who approved it; the content is in framework_version.
-- Conventions of 0001-first.sql hold: keys start with org_id, row security is forced, every column has a tag.

CREATE TABLE framework_publication (
  org_id         uuid NOT NULL,
  digest         text NOT NULL,
  framework_id   text NOT NULL,
  published_at   timestamptz NOT NULL,
  effective_from date,
  note           text NOT NULL,
  -- Names as they were given, so that a version says who stood behind it.
  approvers      jsonb NOT NULL,
  source         text NOT NULL CHECK (source IN ('built-in', 'imported', 'edited')),
  -- SHA-256 of the files that it was read from; says whether the folder was changed since. Null: no folder.
  files_hash     text CHECK (files_hash ~ '^[0-9a-f]{64}$'),
  PRIMARY KEY (org_id, digest),
  FOREIGN KEY (org_id, digest) REFERENCES framework_version (org_id, digest)
);
CREATE INDEX framework_publication_family ON framework_publication (org_id, framework_id, published_at);

DO $$
DECLARE
  mine constant text := 'org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid';
BEGIN
  ALTER TABLE framework_publication ENABLE ROW LEVEL SECURITY;
  ALTER TABLE framework_publication FORCE ROW LEVEL SECURITY;
  EXECUTE format('CREATE POLICY of_viewer ON framework_publication TO skillmap_app, skillmap_eraser USING (%s) WITH CHECK (%s)', mine, mine);
  CREATE POLICY of_keeper ON framework_publication TO skillmap_keeper USING (true) WITH CHECK (true);
END
$$;

DO $$
DECLARE
  tag record;
BEGIN
  FOR tag IN SELECT * FROM (VALUES
    ('org_id', 'identify'),
    ('digest', 'identify'),
    ('framework_id', 'identify'),
    ('published_at', 'order'),
    ('effective_from', 'order'),
    ('note', 'describe-work'),
    ('approvers', 'approve'),
    ('source', 'trace'),
    ('files_hash', 'trace')
  ) AS tags (col, purpose) LOOP
    EXECUTE format('COMMENT ON COLUMN framework_publication.%I IS %L', tag.col,
      format('owner=org subject=- purpose=%s retention=org', tag.purpose));
  END LOOP;
END
$$;

REVOKE ALL ON framework_publication FROM PUBLIC;
GRANT SELECT, INSERT ON framework_publication TO skillmap_app;
-- Comments in the files may change without changing the framework: then the same version has other files.
GRANT UPDATE (files_hash) ON framework_publication TO skillmap_app;
GRANT SELECT, INSERT, DELETE ON framework_publication TO skillmap_keeper;
-- A framework that nothing refers to may go; foreign keys hold every version that something refers to.
GRANT SELECT, DELETE ON framework_publication, framework_version TO skillmap_eraser;
