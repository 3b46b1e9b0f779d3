-- Check-ins of weeks, and the reminders that a calendar program may fetch.
-- Conventions of 0001-first.sql hold: keys start with org_id, row security is forced, every column has a tag.

CREATE TABLE check_in_revision (
  org_id        uuid NOT NULL,
  owner_id      uuid NOT NULL,
  revision_id   uuid NOT NULL,
  -- A Monday.
  week          date NOT NULL,
  version       integer NOT NULL CHECK (version >= 1),
  replaces      uuid,
  withdrawn     boolean NOT NULL DEFAULT false,
  -- What is in the way, and the person's own answers, as sealed JSON (src/store/private-text.ts).
  sealed        text NOT NULL,
  audience      text NOT NULL DEFAULT 'owner',
  checked_in_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, revision_id),
  UNIQUE (org_id, owner_id, week, version),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id)
);
CREATE VIEW current_check_in WITH (security_invoker = true) AS
  SELECT DISTINCT ON (org_id, owner_id, week) *
  FROM check_in_revision
  ORDER BY org_id, owner_id, week, version DESC;

-- One row for each person who wants reminders.
CREATE TABLE reminder (
  org_id      uuid NOT NULL,
  owner_id    uuid NOT NULL,
  revision_id uuid NOT NULL,
  choices     jsonb NOT NULL,
  -- SHA-256 of the secret in the address that a calendar program fetches; null: there is no such address.
  token_hash  text,
  audience    text NOT NULL DEFAULT 'owner',
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (org_id, owner_id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id)
);

DO $$
DECLARE
  name text;
  mine constant text := 'org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid AND (audience <> ''owner'' OR owner_id = nullif(current_setting(''app.person_id'', true), '''')::uuid)';
BEGIN
  FOREACH name IN ARRAY ARRAY['check_in_revision', 'reminder'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY of_viewer ON %I TO skillmap_app, skillmap_eraser USING (%s) WITH CHECK (%s)', name, mine, mine);
    EXECUTE format('CREATE POLICY of_keeper ON %I TO skillmap_keeper USING (true) WITH CHECK (true)', name);
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO skillmap_app', name);
    EXECUTE format('GRANT SELECT, DELETE ON %I TO skillmap_eraser', name);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO skillmap_keeper', name);
  END LOOP;
END
$$;
GRANT UPDATE (revision_id, choices, token_hash, changed_at) ON reminder TO skillmap_app;
REVOKE ALL ON current_check_in FROM PUBLIC;
GRANT SELECT ON current_check_in TO skillmap_app;

DO $$
DECLARE
  tag record;
BEGIN
  FOR tag IN SELECT * FROM (VALUES
    ('check_in_revision', 'owner_id', 'identify'),
    ('check_in_revision', 'revision_id', 'identify'),
    ('check_in_revision', 'week', 'check-in'),
    ('check_in_revision', 'version', 'order'),
    ('check_in_revision', 'replaces', 'order'),
    ('check_in_revision', 'withdrawn', 'order'),
    ('check_in_revision', 'sealed', 'sealed-text'),
    ('check_in_revision', 'audience', 'access'),
    ('check_in_revision', 'checked_in_at', 'order'),
    ('reminder', 'owner_id', 'identify'),
    ('reminder', 'revision_id', 'order'),
    ('reminder', 'choices', 'remind'),
    ('reminder', 'token_hash', 'secret'),
    ('reminder', 'audience', 'access'),
    ('reminder', 'changed_at', 'order')
  ) AS tags (tab, col, purpose) LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I IS %L', tag.tab, tag.col,
      format('owner=owner_id subject=owner_id purpose=%s retention=person', tag.purpose));
  END LOOP;
  FOR tag IN SELECT unnest(ARRAY['check_in_revision', 'reminder']) AS tab LOOP
    EXECUTE format('COMMENT ON COLUMN %I.org_id IS %L', tag.tab, 'owner=org subject=- purpose=identify retention=org');
  END LOOP;
END
$$;
