-- What one person of an organisation gave another to read, and notices to people that a table with them in it was taken
-- out. Conventions of 0001-first.sql hold: keys start with org_id, row security is forced, every column has a tag.

CREATE TABLE handover (
  org_id           uuid NOT NULL,
  id               uuid NOT NULL,
  owner_id         uuid NOT NULL,
  recipient_id     uuid NOT NULL,
  framework_digest text NOT NULL,
  -- A dated copy of what was chosen: src/core/handover/handover.ts.
  content          jsonb NOT NULL,
  audience         text NOT NULL DEFAULT 'owner',
  handed_over_at   timestamptz NOT NULL,
  -- The same time while the recipient may read it; null from when it was withdrawn.
  released_at      timestamptz,
  withdrawn_at     timestamptz,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, recipient_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, framework_digest) REFERENCES framework_version (org_id, digest),
  CHECK (owner_id <> recipient_id)
);
CREATE INDEX handover_owner ON handover (org_id, owner_id);
CREATE INDEX handover_recipient ON handover (org_id, recipient_id);

-- Written with the table, for each person in it: who took it out, when, and what for.
CREATE TABLE export_notice (
  org_id      uuid NOT NULL,
  id          uuid NOT NULL,
  owner_id    uuid NOT NULL,
  view        text NOT NULL,
  exported_by uuid NOT NULL,
  exported_at timestamptz NOT NULL,
  purpose     text NOT NULL,
  audience    text NOT NULL DEFAULT 'owner',
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id)
);
CREATE INDEX export_notice_owner ON export_notice (org_id, owner_id);

DO $$
DECLARE
  mine constant text := 'org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid';
  me constant text := 'nullif(current_setting(''app.person_id'', true), '''')::uuid';
  own text;
BEGIN
  -- Whom it was handed to reads it while it is released; only its owner writes it.
  ALTER TABLE handover ENABLE ROW LEVEL SECURITY;
  ALTER TABLE handover FORCE ROW LEVEL SECURITY;
  own := mine || ' AND owner_id = ' || me;
  EXECUTE format('CREATE POLICY of_viewer ON handover TO skillmap_app, skillmap_eraser USING (%s) WITH CHECK (%s)',
    mine || ' AND (owner_id = ' || me || ' OR (recipient_id = ' || me || ' AND released_at IS NOT NULL))', own);
  CREATE POLICY of_keeper ON handover TO skillmap_keeper USING (true) WITH CHECK (true);
  ALTER TABLE export_notice ENABLE ROW LEVEL SECURITY;
  ALTER TABLE export_notice FORCE ROW LEVEL SECURITY;
  -- Whoever takes the table out writes the notice; only the person in it reads it.
  EXECUTE format('CREATE POLICY of_viewer ON export_notice TO skillmap_app, skillmap_eraser USING (%s) WITH CHECK (%s)',
    own, mine || ' AND (owner_id = ' || me || ' OR exported_by = ' || me || ')');
  CREATE POLICY of_keeper ON export_notice TO skillmap_keeper USING (true) WITH CHECK (true);
END
$$;
REVOKE ALL ON handover, export_notice FROM PUBLIC;
GRANT SELECT, INSERT ON handover, export_notice TO skillmap_app;
GRANT UPDATE (released_at, withdrawn_at) ON handover TO skillmap_app;
GRANT SELECT, DELETE ON handover, export_notice TO skillmap_eraser;
GRANT SELECT, INSERT, DELETE ON handover, export_notice TO skillmap_keeper;

DO $$
DECLARE
  tag record;
BEGIN
  FOR tag IN SELECT * FROM (VALUES
    ('handover', 'id', 'owner_id', 'owner_id', 'identify'),
    ('handover', 'owner_id', 'owner_id', 'owner_id', 'identify'),
    ('handover', 'recipient_id', 'owner_id', 'recipient_id', 'share'),
    ('handover', 'framework_digest', 'owner_id', 'owner_id', 'share'),
    ('handover', 'content', 'owner_id', 'owner_id', 'share'),
    ('handover', 'audience', 'owner_id', 'owner_id', 'access'),
    ('handover', 'handed_over_at', 'owner_id', 'owner_id', 'order'),
    ('handover', 'released_at', 'owner_id', 'owner_id', 'access'),
    ('handover', 'withdrawn_at', 'owner_id', 'owner_id', 'access'),
    ('export_notice', 'id', 'owner_id', 'owner_id', 'identify'),
    ('export_notice', 'owner_id', 'owner_id', 'owner_id', 'identify'),
    ('export_notice', 'view', 'owner_id', 'owner_id', 'trace'),
    ('export_notice', 'exported_by', 'owner_id', '-', 'trace'),
    ('export_notice', 'exported_at', 'owner_id', 'owner_id', 'order'),
    ('export_notice', 'purpose', 'owner_id', 'owner_id', 'trace'),
    ('export_notice', 'audience', 'owner_id', 'owner_id', 'access')
  ) AS tags (tab, col, owner, subject, purpose) LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I IS %L', tag.tab, tag.col,
      format('owner=%s subject=%s purpose=%s retention=person', tag.owner, tag.subject, tag.purpose));
  END LOOP;
  COMMENT ON COLUMN handover.org_id IS 'owner=org subject=- purpose=identify retention=org';
  COMMENT ON COLUMN export_notice.org_id IS 'owner=org subject=- purpose=identify retention=org';
END
$$;
