-- Keeping the list of people: what each change did, so that it can be read and taken back; what other programs call
-- somebody; and the tokens of programs that keep the list (SCIM).
-- Conventions of 0001-first.sql hold: keys start with org_id, row security is forced, every column has a tag.

-- From this moment nobody gets in as them, even on their last day; null while they may.
ALTER TABLE person ADD COLUMN closed_at timestamptz;

-- A line that never held ends on the day before its first: that is how a mistake is taken back without removing it.
ALTER TABLE team_member DROP CONSTRAINT team_member_check;
ALTER TABLE team_member ADD CHECK (until_on IS NULL OR until_on >= from_on - 1);
ALTER TABLE management DROP CONSTRAINT management_check1;
ALTER TABLE management ADD CHECK (until_on IS NULL OR until_on >= from_on - 1);
ALTER TABLE held_role DROP CONSTRAINT held_role_check;
ALTER TABLE held_role ADD CHECK (until_on IS NULL OR until_on >= from_on - 1);

-- One change of the list: of one person, of a whole file, or by a directory.
CREATE TABLE list_change (
  org_id      uuid NOT NULL,
  id          uuid NOT NULL,
  source      text NOT NULL CHECK (source IN ('page', 'file', 'directory', 'undo')),
  -- The name of the file, or of the directory's token; empty for the others.
  label       text NOT NULL,
  -- Ids of the teams that it added.
  added_teams jsonb NOT NULL,
  people      integer NOT NULL,
  -- Null: a directory.
  made_by     uuid,
  made_at     timestamptz NOT NULL,
  undone_at   timestamptz,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id) REFERENCES org (org_id)
);

-- What a change did to one person.
CREATE TABLE member_change (
  org_id    uuid NOT NULL,
  id        uuid NOT NULL,
  owner_id  uuid NOT NULL,
  change_id uuid NOT NULL,
  -- What was before and after, line by line: core/organisation/people-list.ts.
  effects   jsonb NOT NULL,
  made_at   timestamptz NOT NULL,
  audience  text NOT NULL DEFAULT 'owner',
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, change_id) REFERENCES list_change (org_id, id)
);
CREATE INDEX member_change_owner ON member_change (org_id, owner_id, made_at);
CREATE INDEX member_change_change ON member_change (org_id, change_id);

-- What other programs call somebody: to find them again, never to let them in.
CREATE TABLE directory_entry (
  org_id      uuid NOT NULL,
  owner_id    uuid NOT NULL,
  user_name   text,
  external_id text,
  audience    text NOT NULL DEFAULT 'owner',
  updated_at  timestamptz NOT NULL,
  PRIMARY KEY (org_id, owner_id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id)
);
CREATE UNIQUE INDEX directory_entry_user_name ON directory_entry (org_id, lower(user_name));
CREATE UNIQUE INDEX directory_entry_external_id ON directory_entry (org_id, external_id);

-- A secret by which a directory keeps the list of people. Only a hash of it is kept.
CREATE TABLE directory_token (
  org_id       uuid NOT NULL,
  id           uuid NOT NULL,
  label        text NOT NULL,
  token_hash   text NOT NULL,
  made_by      uuid,
  made_at      timestamptz NOT NULL,
  last_used_at timestamptz,
  ended_at     timestamptz,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, token_hash),
  FOREIGN KEY (org_id) REFERENCES org (org_id)
);

DO $$
DECLARE
  name text;
  org constant text := 'org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid';
  own text;
BEGIN
  FOREACH name IN ARRAY ARRAY['list_change', 'member_change', 'directory_entry', 'directory_token'] LOOP
    own := org || ' AND (audience <> ''owner'' OR owner_id = nullif(current_setting(''app.person_id'', true), '''')::uuid)';
    -- A token is looked up by its hash before anybody is known; a change of the list is the organisation's.
    IF name IN ('list_change', 'directory_token') THEN own := org; END IF;
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY of_viewer ON %I TO skillmap_app, skillmap_eraser USING (%s) WITH CHECK (%s)', name, own, own);
    EXECUTE format('CREATE POLICY of_keeper ON %I TO skillmap_keeper USING (true) WITH CHECK (true)', name);
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO skillmap_app', name);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO skillmap_keeper', name);
  END LOOP;
END
$$;
GRANT UPDATE (undone_at) ON list_change TO skillmap_app;
GRANT UPDATE (user_name, external_id, updated_at) ON directory_entry TO skillmap_app;
GRANT UPDATE (last_used_at, ended_at) ON directory_token TO skillmap_app;
GRANT SELECT, DELETE ON member_change, directory_entry TO skillmap_eraser;

DO $$
DECLARE
  tag record;
BEGIN
  FOR tag IN SELECT * FROM (VALUES
    ('person', 'closed_at', 'id', 'id', 'sign-in', 'person'),
    ('list_change', 'org_id', 'org', '-', 'identify', 'org'),
    ('list_change', 'id', 'org', '-', 'identify', 'org'),
    ('list_change', 'source', 'org', '-', 'trace', 'org'),
    ('list_change', 'label', 'org', '-', 'trace', 'org'),
    ('list_change', 'added_teams', 'org', '-', 'trace', 'org'),
    ('list_change', 'people', 'org', '-', 'trace', 'org'),
    ('list_change', 'made_by', 'org', '-', 'trace', 'org'),
    ('list_change', 'made_at', 'org', '-', 'order', 'org'),
    ('list_change', 'undone_at', 'org', '-', 'order', 'org'),
    ('member_change', 'org_id', 'org', '-', 'identify', 'org'),
    ('member_change', 'id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('member_change', 'owner_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('member_change', 'change_id', 'owner_id', '-', 'trace', 'person'),
    ('member_change', 'effects', 'owner_id', 'owner_id', 'trace', 'person'),
    ('member_change', 'made_at', 'owner_id', 'owner_id', 'order', 'person'),
    ('member_change', 'audience', 'owner_id', 'owner_id', 'access', 'person'),
    ('directory_entry', 'org_id', 'org', '-', 'identify', 'org'),
    ('directory_entry', 'owner_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('directory_entry', 'user_name', 'owner_id', 'owner_id', 'identify', 'person'),
    ('directory_entry', 'external_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('directory_entry', 'audience', 'owner_id', 'owner_id', 'access', 'person'),
    ('directory_entry', 'updated_at', 'owner_id', 'owner_id', 'order', 'person'),
    ('directory_token', 'org_id', 'org', '-', 'identify', 'org'),
    ('directory_token', 'id', 'org', '-', 'identify', 'org'),
    ('directory_token', 'label', 'org', '-', 'name', 'org'),
    ('directory_token', 'token_hash', 'org', '-', 'secret', 'org'),
    ('directory_token', 'made_by', 'org', '-', 'trace', 'org'),
    ('directory_token', 'made_at', 'org', '-', 'order', 'org'),
    ('directory_token', 'last_used_at', 'org', '-', 'order', 'org'),
    ('directory_token', 'ended_at', 'org', '-', 'order', 'org')
  ) AS tags (tab, col, owner, subject, purpose, retention) LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I IS %L', tag.tab, tag.col,
      format('owner=%s subject=%s purpose=%s retention=%s', tag.owner, tag.subject, tag.purpose, tag.retention));
  END LOOP;
END
$$;
