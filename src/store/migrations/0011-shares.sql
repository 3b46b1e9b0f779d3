-- What was handed over, and what was received from others. The words are sealed (src/store/private-text.ts).
-- Conventions of 0001-first.sql hold: keys start with org_id, row security is forced, every column has a tag.

CREATE TABLE share_revision (
  org_id           uuid NOT NULL,
  owner_id         uuid NOT NULL,
  id               uuid NOT NULL,
  revision_id      uuid NOT NULL,
  version          integer NOT NULL CHECK (version >= 1),
  replaces         uuid,
  withdrawn        boolean NOT NULL DEFAULT false,
  framework_digest text NOT NULL,
  -- The copy as it was handed over, as sealed JSON.
  sealed           text NOT NULL,
  audience         text NOT NULL DEFAULT 'owner',
  shared_at        timestamptz NOT NULL,
  PRIMARY KEY (org_id, revision_id),
  UNIQUE (org_id, owner_id, id, version),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, framework_digest) REFERENCES framework_version (org_id, digest)
);
CREATE VIEW current_share WITH (security_invoker = true) AS
  SELECT DISTINCT ON (org_id, owner_id, id) *
  FROM share_revision
  ORDER BY org_id, owner_id, id, version DESC;

DO $$
DECLARE
  mine constant text := 'org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid AND (audience <> ''owner'' OR owner_id = nullif(current_setting(''app.person_id'', true), '''')::uuid)';
BEGIN
  ALTER TABLE share_revision ENABLE ROW LEVEL SECURITY;
  ALTER TABLE share_revision FORCE ROW LEVEL SECURITY;
  EXECUTE format('CREATE POLICY of_viewer ON share_revision TO skillmap_app, skillmap_eraser USING (%s) WITH CHECK (%s)', mine, mine);
  CREATE POLICY of_keeper ON share_revision TO skillmap_keeper USING (true) WITH CHECK (true);
END
$$;
REVOKE ALL ON share_revision, current_share FROM PUBLIC;
GRANT SELECT, INSERT ON share_revision TO skillmap_app;
GRANT SELECT, DELETE ON share_revision TO skillmap_eraser;
GRANT SELECT, INSERT, DELETE ON share_revision TO skillmap_keeper;
GRANT SELECT ON current_share TO skillmap_app;

DO $$
DECLARE
  tag record;
BEGIN
  FOR tag IN SELECT * FROM (VALUES
    ('owner_id', 'identify'),
    ('id', 'identify'),
    ('revision_id', 'identify'),
    ('version', 'order'),
    ('replaces', 'order'),
    ('withdrawn', 'order'),
    ('framework_digest', 'share'),
    ('sealed', 'sealed-text'),
    ('audience', 'access'),
    ('shared_at', 'order')
  ) AS tags (col, purpose) LOOP
    EXECUTE format('COMMENT ON COLUMN share_revision.%I IS %L', tag.col,
      format('owner=owner_id subject=owner_id purpose=%s retention=person', tag.purpose));
  END LOOP;
  COMMENT ON COLUMN share_revision.org_id IS 'owner=org subject=- purpose=identify retention=org';
END
$$;

CREATE TABLE received_share_revision (
  org_id           uuid NOT NULL,
  owner_id         uuid NOT NULL,
  id               uuid NOT NULL,
  revision_id      uuid NOT NULL,
  version          integer NOT NULL CHECK (version >= 1),
  replaces         uuid,
  withdrawn        boolean NOT NULL DEFAULT false,
  framework_digest text NOT NULL,
  -- Whom it is from.
  subject_id       uuid NOT NULL,
  -- The file as it came, and whom it is from, as sealed JSON.
  sealed           text NOT NULL,
  audience         text NOT NULL DEFAULT 'owner',
  received_at      timestamptz NOT NULL,
  PRIMARY KEY (org_id, revision_id),
  UNIQUE (org_id, owner_id, id, version),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, subject_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, framework_digest) REFERENCES framework_version (org_id, digest)
);
CREATE VIEW current_received_share WITH (security_invoker = true) AS
  SELECT DISTINCT ON (org_id, owner_id, id) *
  FROM received_share_revision
  ORDER BY org_id, owner_id, id, version DESC;

DO $$
DECLARE
  mine constant text := 'org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid AND (audience <> ''owner'' OR owner_id = nullif(current_setting(''app.person_id'', true), '''')::uuid)';
BEGIN
  ALTER TABLE received_share_revision ENABLE ROW LEVEL SECURITY;
  ALTER TABLE received_share_revision FORCE ROW LEVEL SECURITY;
  EXECUTE format('CREATE POLICY of_viewer ON received_share_revision TO skillmap_app, skillmap_eraser USING (%s) WITH CHECK (%s)', mine, mine);
  CREATE POLICY of_keeper ON received_share_revision TO skillmap_keeper USING (true) WITH CHECK (true);
END
$$;
REVOKE ALL ON received_share_revision, current_received_share FROM PUBLIC;
GRANT SELECT, INSERT ON received_share_revision TO skillmap_app;
GRANT SELECT, DELETE ON received_share_revision TO skillmap_eraser;
GRANT SELECT, INSERT, DELETE ON received_share_revision TO skillmap_keeper;
GRANT SELECT ON current_received_share TO skillmap_app;

DO $$
DECLARE
  tag record;
BEGIN
  FOR tag IN SELECT * FROM (VALUES
    ('owner_id', 'identify'),
    ('id', 'identify'),
    ('revision_id', 'identify'),
    ('version', 'order'),
    ('replaces', 'order'),
    ('withdrawn', 'order'),
    ('framework_digest', 'share'),
    ('subject_id', 'share'),
    ('sealed', 'sealed-text'),
    ('audience', 'access'),
    ('received_at', 'order')
  ) AS tags (col, purpose) LOOP
    EXECUTE format('COMMENT ON COLUMN received_share_revision.%I IS %L', tag.col,
      format('owner=owner_id subject=subject_id purpose=%s retention=person', tag.purpose));
  END LOOP;
  COMMENT ON COLUMN received_share_revision.org_id IS 'owner=org subject=- purpose=identify retention=org';
END
$$;
