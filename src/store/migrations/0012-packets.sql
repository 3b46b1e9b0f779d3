-- Packets: what somebody shows for a review or a promotion. The words are sealed with their key (src/store/private-text.ts).
-- Conventions of 0001-first.sql hold: keys start with org_id, row security is forced, every column has a tag.

-- The state that holds. It is work in progress and is overwritten; what is to stay is kept as a version.
CREATE TABLE packet (
  org_id           uuid NOT NULL,
  id               uuid NOT NULL,
  owner_id         uuid NOT NULL,
  revision_id      uuid NOT NULL,
  framework_digest text NOT NULL,
  sealed           text NOT NULL,
  audience         text NOT NULL DEFAULT 'owner',
  created_at       timestamptz NOT NULL,
  saved_at         timestamptz NOT NULL,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, revision_id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, framework_digest) REFERENCES framework_version (org_id, digest)
);
CREATE INDEX packet_owner ON packet (org_id, owner_id);

-- A state that was kept, such as the one that was handed in. Nothing changes one.
CREATE TABLE packet_version (
  org_id           uuid NOT NULL,
  id               uuid NOT NULL,
  packet_id        uuid NOT NULL,
  owner_id         uuid NOT NULL,
  version          integer NOT NULL CHECK (version >= 1),
  framework_digest text NOT NULL,
  sealed           text NOT NULL,
  audience         text NOT NULL DEFAULT 'owner',
  kept_at          timestamptz NOT NULL,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, packet_id, version),
  FOREIGN KEY (org_id, packet_id) REFERENCES packet (org_id, id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, framework_digest) REFERENCES framework_version (org_id, digest)
);
CREATE INDEX packet_version_owner ON packet_version (org_id, owner_id);

DO $$
DECLARE
  name text;
  mine constant text := 'org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid AND (audience <> ''owner'' OR owner_id = nullif(current_setting(''app.person_id'', true), '''')::uuid)';
BEGIN
  FOREACH name IN ARRAY ARRAY['packet', 'packet_version'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY of_viewer ON %I TO skillmap_app, skillmap_eraser USING (%s) WITH CHECK (%s)', name, mine, mine);
    EXECUTE format('CREATE POLICY of_keeper ON %I TO skillmap_keeper USING (true) WITH CHECK (true)', name);
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC', name);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO skillmap_app', name);
    EXECUTE format('GRANT SELECT, DELETE ON %I TO skillmap_eraser', name);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO skillmap_keeper', name);
  END LOOP;
END
$$;
GRANT UPDATE (revision_id, framework_digest, sealed, saved_at) ON packet TO skillmap_app;

DO $$
DECLARE
  tag record;
BEGIN
  FOR tag IN SELECT * FROM (VALUES
    ('packet', 'id', 'identify'),
    ('packet', 'owner_id', 'identify'),
    ('packet', 'revision_id', 'identify'),
    ('packet', 'framework_digest', 'packet'),
    ('packet', 'sealed', 'sealed-text'),
    ('packet', 'audience', 'access'),
    ('packet', 'created_at', 'order'),
    ('packet', 'saved_at', 'order'),
    ('packet_version', 'id', 'identify'),
    ('packet_version', 'packet_id', 'identify'),
    ('packet_version', 'owner_id', 'identify'),
    ('packet_version', 'version', 'order'),
    ('packet_version', 'framework_digest', 'packet'),
    ('packet_version', 'sealed', 'sealed-text'),
    ('packet_version', 'audience', 'access'),
    ('packet_version', 'kept_at', 'order')
  ) AS tags (tab, col, purpose) LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I IS %L', tag.tab, tag.col,
      format('owner=owner_id subject=owner_id purpose=%s retention=person', tag.purpose));
  END LOOP;
  FOR tag IN SELECT unnest(ARRAY['packet', 'packet_version']) AS tab LOOP
    EXECUTE format('COMMENT ON COLUMN %I.org_id IS %L', tag.tab, 'owner=org subject=- purpose=identify retention=org');
  END LOOP;
END
$$;
