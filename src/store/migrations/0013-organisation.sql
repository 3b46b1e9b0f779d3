-- An organisation on a server of its own: teams, who belongs to them, who manages whom, the role that the organisation
-- holds somebody in, who administers what, invitations, and which views of several people are switched on.
-- Conventions of 0001-first.sql hold: keys start with org_id, row security is forced, every column has a tag.
-- Dates are days; "until" is the last day on which it held, and null while it holds. Moves and leavers keep history.
-- What belongs to the organisation's list is written with the audience 'organisation'; rules say who reads it.

CREATE TABLE team (
  org_id     uuid NOT NULL,
  id         uuid NOT NULL,
  name       text NOT NULL,
  -- The team that this one belongs to.
  parent_id  uuid,
  -- The last day of a team that is no more.
  ended_on   date,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id) REFERENCES org (org_id),
  FOREIGN KEY (org_id, parent_id) REFERENCES team (org_id, id)
);

CREATE TABLE team_member (
  org_id   uuid NOT NULL,
  id       uuid NOT NULL,
  owner_id uuid NOT NULL,
  team_id  uuid NOT NULL,
  from_on  date NOT NULL,
  until_on date,
  audience text NOT NULL DEFAULT 'owner',
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, team_id) REFERENCES team (org_id, id),
  CHECK (until_on IS NULL OR until_on >= from_on)
);
CREATE INDEX team_member_owner ON team_member (org_id, owner_id);
CREATE INDEX team_member_team ON team_member (org_id, team_id);

-- Who managed whom. The owner is the person who is managed.
CREATE TABLE management (
  org_id     uuid NOT NULL,
  id         uuid NOT NULL,
  owner_id   uuid NOT NULL,
  manager_id uuid NOT NULL,
  from_on    date NOT NULL,
  until_on   date,
  audience   text NOT NULL DEFAULT 'owner',
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, manager_id) REFERENCES person (org_id, id),
  CHECK (owner_id <> manager_id),
  CHECK (until_on IS NULL OR until_on >= from_on)
);
CREATE INDEX management_owner ON management (org_id, owner_id);
CREATE INDEX management_manager ON management (org_id, manager_id);

-- The role that the organisation holds somebody in. What a person says of themselves is their target.
CREATE TABLE held_role (
  org_id       uuid NOT NULL,
  id           uuid NOT NULL,
  owner_id     uuid NOT NULL,
  framework_id text NOT NULL,
  role         text NOT NULL,
  from_on      date NOT NULL,
  until_on     date,
  audience     text NOT NULL DEFAULT 'owner',
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id),
  CHECK (until_on IS NULL OR until_on >= from_on)
);
CREATE INDEX held_role_owner ON held_role (org_id, owner_id);

-- The last day of somebody who has left; null for everybody else.
ALTER TABLE person ADD COLUMN left_on date;

CREATE TABLE admin_grant (
  org_id     uuid NOT NULL,
  id         uuid NOT NULL,
  owner_id   uuid NOT NULL,
  scope      text NOT NULL CHECK (scope IN ('people', 'frameworks', 'backups', 'rounds', 'views', 'audit')),
  -- Null: from the terminal of the server.
  granted_by uuid,
  granted_at timestamptz NOT NULL,
  ended_at   timestamptz,
  audience   text NOT NULL DEFAULT 'owner',
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id)
);
CREATE INDEX admin_grant_owner ON admin_grant (org_id, owner_id);

-- A link that lets one person make their account. Only a hash of its secret is kept.
CREATE TABLE invitation (
  org_id     uuid NOT NULL,
  id         uuid NOT NULL,
  owner_id   uuid NOT NULL,
  token_hash text NOT NULL,
  -- Null: from the terminal of the server.
  invited_by uuid,
  invited_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz,
  audience   text NOT NULL DEFAULT 'owner',
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, token_hash),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id)
);
CREATE INDEX invitation_owner ON invitation (org_id, owner_id);

-- Every view of several people is off until an administrator of views switches it on and says what for.
CREATE TABLE view_switch (
  org_id         uuid NOT NULL,
  id             uuid NOT NULL,
  view           text NOT NULL,
  purpose        text NOT NULL,
  switched_on_by uuid,
  switched_on_at timestamptz NOT NULL,
  ended_at       timestamptz,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id) REFERENCES org (org_id)
);
CREATE INDEX view_switch_view ON view_switch (org_id, view);

-- A session that can be shown in a list and ended without its secret.
ALTER TABLE session ADD COLUMN id uuid;
-- What the browser calls itself, shortened: to tell one's sessions apart.
ALTER TABLE session ADD COLUMN browser text;
-- When its person last proved who they are, for what needs a fresh proof.
ALTER TABLE session ADD COLUMN proved_at timestamptz;

DO $$
DECLARE
  name text;
  org constant text := 'org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid';
  own text;
BEGIN
  FOREACH name IN ARRAY ARRAY['team', 'team_member', 'management', 'held_role', 'admin_grant', 'invitation', 'view_switch'] LOOP
    own := org || ' AND (audience <> ''owner'' OR owner_id = nullif(current_setting(''app.person_id'', true), '''')::uuid)';
    -- An invitation is looked up by its secret before anybody is known; a team is the organisation's.
    IF name IN ('team', 'view_switch', 'invitation') THEN own := org; END IF;
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
GRANT UPDATE (name, parent_id, ended_on) ON team TO skillmap_app;
GRANT UPDATE (until_on) ON team_member, management, held_role TO skillmap_app;
GRANT UPDATE (ended_at) ON admin_grant, view_switch TO skillmap_app;
GRANT UPDATE (used_at) ON invitation TO skillmap_app;
GRANT SELECT, DELETE ON team_member, management, held_role, admin_grant, invitation TO skillmap_eraser;
-- Idle assessments of a whole organisation are closed by the keeper, who reads no word of them.
GRANT UPDATE (closed_at) ON assessment TO skillmap_keeper;

DO $$
DECLARE
  tag record;
BEGIN
  FOR tag IN SELECT * FROM (VALUES
    ('team', 'org_id', 'org', '-', 'identify', 'org'),
    ('team', 'id', 'org', '-', 'identify', 'org'),
    ('team', 'name', 'org', '-', 'name', 'org'),
    ('team', 'parent_id', 'org', '-', 'organise', 'org'),
    ('team', 'ended_on', 'org', '-', 'organise', 'org'),
    ('team', 'created_at', 'org', '-', 'order', 'org'),
    ('team_member', 'org_id', 'org', '-', 'identify', 'org'),
    ('team_member', 'id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('team_member', 'owner_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('team_member', 'team_id', 'owner_id', 'owner_id', 'organise', 'person'),
    ('team_member', 'from_on', 'owner_id', 'owner_id', 'organise', 'person'),
    ('team_member', 'until_on', 'owner_id', 'owner_id', 'organise', 'person'),
    ('team_member', 'audience', 'owner_id', 'owner_id', 'access', 'person'),
    ('management', 'org_id', 'org', '-', 'identify', 'org'),
    ('management', 'id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('management', 'owner_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('management', 'manager_id', 'owner_id', 'manager_id', 'organise', 'person'),
    ('management', 'from_on', 'owner_id', 'owner_id', 'organise', 'person'),
    ('management', 'until_on', 'owner_id', 'owner_id', 'organise', 'person'),
    ('management', 'audience', 'owner_id', 'owner_id', 'access', 'person'),
    ('held_role', 'org_id', 'org', '-', 'identify', 'org'),
    ('held_role', 'id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('held_role', 'owner_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('held_role', 'framework_id', 'owner_id', 'owner_id', 'organise', 'person'),
    ('held_role', 'role', 'owner_id', 'owner_id', 'organise', 'person'),
    ('held_role', 'from_on', 'owner_id', 'owner_id', 'organise', 'person'),
    ('held_role', 'until_on', 'owner_id', 'owner_id', 'organise', 'person'),
    ('held_role', 'audience', 'owner_id', 'owner_id', 'access', 'person'),
    ('person', 'left_on', 'id', 'id', 'organise', 'person'),
    ('admin_grant', 'org_id', 'org', '-', 'identify', 'org'),
    ('admin_grant', 'id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('admin_grant', 'owner_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('admin_grant', 'scope', 'owner_id', 'owner_id', 'access', 'person'),
    ('admin_grant', 'granted_by', 'owner_id', '-', 'trace', 'person'),
    ('admin_grant', 'granted_at', 'owner_id', 'owner_id', 'order', 'person'),
    ('admin_grant', 'ended_at', 'owner_id', 'owner_id', 'access', 'person'),
    ('admin_grant', 'audience', 'owner_id', 'owner_id', 'access', 'person'),
    ('invitation', 'org_id', 'org', '-', 'identify', 'org'),
    ('invitation', 'id', 'owner_id', 'owner_id', 'identify', 'expires'),
    ('invitation', 'owner_id', 'owner_id', 'owner_id', 'identify', 'expires'),
    ('invitation', 'token_hash', 'owner_id', 'owner_id', 'secret', 'expires'),
    ('invitation', 'invited_by', 'owner_id', '-', 'trace', 'expires'),
    ('invitation', 'invited_at', 'owner_id', 'owner_id', 'order', 'expires'),
    ('invitation', 'expires_at', 'owner_id', 'owner_id', 'sign-in', 'expires'),
    ('invitation', 'used_at', 'owner_id', 'owner_id', 'sign-in', 'expires'),
    ('invitation', 'audience', 'owner_id', 'owner_id', 'access', 'expires'),
    ('view_switch', 'org_id', 'org', '-', 'identify', 'org'),
    ('view_switch', 'id', 'org', '-', 'identify', 'org'),
    ('view_switch', 'view', 'org', '-', 'settings', 'org'),
    ('view_switch', 'purpose', 'org', '-', 'settings', 'org'),
    ('view_switch', 'switched_on_by', 'org', '-', 'trace', 'org'),
    ('view_switch', 'switched_on_at', 'org', '-', 'order', 'org'),
    ('view_switch', 'ended_at', 'org', '-', 'order', 'org'),
    ('session', 'id', 'owner_id', 'owner_id', 'identify', 'expires'),
    ('session', 'browser', 'owner_id', 'owner_id', 'sign-in', 'expires'),
    ('session', 'proved_at', 'owner_id', 'owner_id', 'sign-in', 'expires')
  ) AS tags (tab, col, owner, subject, purpose, retention) LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I IS %L', tag.tab, tag.col,
      format('owner=%s subject=%s purpose=%s retention=%s', tag.owner, tag.subject, tag.purpose, tag.retention));
  END LOOP;
END
$$;
