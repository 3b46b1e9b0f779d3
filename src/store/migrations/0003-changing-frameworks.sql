-- Changing a framework: ratings that were carried to another version, drafts of own frameworks, comments on drafts.
-- Conventions of 0001-first.sql hold: keys start with org_id, row security is forced, every column has a tag.

-- The revision on another version that this one repeats. No foreign key, as with replaces: an import may bring the
-- assessment of the newer version before that of the older one.
ALTER TABLE rating_revision ADD COLUMN carried_from uuid;
COMMENT ON COLUMN rating_revision.carried_from IS 'owner=owner_id subject=subject_id purpose=order retention=person';
CREATE OR REPLACE VIEW current_rating WITH (security_invoker = true) AS
  SELECT DISTINCT ON (org_id, assessment_id, skill) *
  FROM rating_revision
  ORDER BY org_id, assessment_id, skill, version DESC;

-- One move of one person from one version to another: what was decided for each rating, and what undoing needs.
CREATE TABLE carry_over (
  org_id          uuid NOT NULL,
  id              uuid NOT NULL,
  owner_id        uuid NOT NULL,
  before_digest   text NOT NULL,
  after_digest    text NOT NULL,
  -- The assessment on the new version; null where nothing was rated on the old one.
  assessment_id   uuid,
  -- A list of {revisionId, skill, decision}.
  decisions       jsonb NOT NULL,
  audience        text NOT NULL DEFAULT 'owner',
  made_at         timestamptz NOT NULL,
  undone_at       timestamptz,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, before_digest) REFERENCES framework_version (org_id, digest),
  FOREIGN KEY (org_id, after_digest) REFERENCES framework_version (org_id, digest),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id)
);
CREATE INDEX carry_over_owner ON carry_over (org_id, owner_id, made_at);

-- A draft lies over the folder of an own framework: it holds the files that were touched and nothing else.
CREATE TABLE draft (
  org_id       uuid NOT NULL,
  id           uuid NOT NULL,
  owner_id     uuid NOT NULL,
  framework_id text NOT NULL,
  audience     text NOT NULL DEFAULT 'owner',
  created_at   timestamptz NOT NULL,
  -- Set when it was published or let go; it does not change from then on.
  ended_at     timestamptz,
  -- The version it became; null while it is open, and where it was let go. No foreign key: a draft that has ended
  -- keeps nobody from removing the framework.
  digest       text,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id)
);
CREATE UNIQUE INDEX draft_open ON draft (org_id, owner_id, framework_id) WHERE ended_at IS NULL;

CREATE TABLE draft_file (
  org_id      uuid NOT NULL,
  draft_id    uuid NOT NULL,
  path        text NOT NULL,
  owner_id    uuid NOT NULL,
  revision_id uuid NOT NULL,
  -- Null: the draft removes the file.
  content     text,
  -- SHA-256 of the folder's file that was edited; null where there was none. Tells when both were changed.
  base_hash   text CHECK (base_hash ~ '^[0-9a-f]{64}$'),
  audience    text NOT NULL DEFAULT 'owner',
  updated_at  timestamptz NOT NULL,
  PRIMARY KEY (org_id, draft_id, path),
  FOREIGN KEY (org_id, draft_id) REFERENCES draft (org_id, id)
);
CREATE INDEX draft_file_owner ON draft_file (org_id, owner_id);

-- A remark on a skill, on a level of it, or on what a role expects of it, while a draft is open.
CREATE TABLE comment (
  org_id      uuid NOT NULL,
  id          uuid NOT NULL,
  draft_id    uuid NOT NULL,
  owner_id    uuid NOT NULL,
  skill       text NOT NULL,
  level       integer CHECK (level >= 0),
  role        text,
  content     text NOT NULL,
  audience    text NOT NULL DEFAULT 'owner',
  written_at  timestamptz NOT NULL,
  resolved_at timestamptz,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, draft_id) REFERENCES draft (org_id, id),
  CHECK (level IS NULL OR role IS NULL)
);
CREATE INDEX comment_draft ON comment (org_id, draft_id, written_at);
CREATE INDEX comment_owner ON comment (org_id, owner_id);

DO $$
DECLARE
  name text;
  mine constant text := 'org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid AND (audience <> ''owner'' OR owner_id = nullif(current_setting(''app.person_id'', true), '''')::uuid)';
BEGIN
  FOREACH name IN ARRAY ARRAY['carry_over', 'draft', 'draft_file', 'comment'] LOOP
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
-- What was decided stays; only that it was undone, ended or resolved is added. A draft's files are work in progress.
GRANT UPDATE (undone_at) ON carry_over TO skillmap_app;
GRANT UPDATE (ended_at, digest) ON draft TO skillmap_app;
GRANT UPDATE (revision_id, content, base_hash, updated_at), DELETE ON draft_file TO skillmap_app;
GRANT UPDATE (resolved_at) ON comment TO skillmap_app;

DO $$
DECLARE
  tag record;
BEGIN
  FOR tag IN SELECT * FROM (VALUES
    ('carry_over', 'id', 'identify'),
    ('carry_over', 'owner_id', 'identify'),
    ('carry_over', 'before_digest', 'assess'),
    ('carry_over', 'after_digest', 'assess'),
    ('carry_over', 'assessment_id', 'assess'),
    ('carry_over', 'decisions', 'assess'),
    ('carry_over', 'audience', 'access'),
    ('carry_over', 'made_at', 'order'),
    ('carry_over', 'undone_at', 'order'),
    ('draft', 'id', 'identify'),
    ('draft', 'owner_id', 'identify'),
    ('draft', 'framework_id', 'identify'),
    ('draft', 'audience', 'access'),
    ('draft', 'created_at', 'order'),
    ('draft', 'ended_at', 'order'),
    ('draft', 'digest', 'describe-work'),
    ('draft_file', 'draft_id', 'identify'),
    ('draft_file', 'path', 'describe-work'),
    ('draft_file', 'owner_id', 'identify'),
    ('draft_file', 'revision_id', 'identify'),
    ('draft_file', 'content', 'describe-work'),
    ('draft_file', 'base_hash', 'trace'),
    ('draft_file', 'audience', 'access'),
    ('draft_file', 'updated_at', 'order'),
    ('comment', 'id', 'identify'),
    ('comment', 'draft_id', 'identify'),
    ('comment', 'owner_id', 'identify'),
    ('comment', 'skill', 'describe-work'),
    ('comment', 'level', 'describe-work'),
    ('comment', 'role', 'describe-work'),
    ('comment', 'content', 'describe-work'),
    ('comment', 'audience', 'access'),
    ('comment', 'written_at', 'order'),
    ('comment', 'resolved_at', 'order')
  ) AS tags (tab, col, purpose) LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I IS %L', tag.tab, tag.col,
      format('owner=owner_id subject=owner_id purpose=%s retention=person', tag.purpose));
  END LOOP;
  FOR tag IN SELECT unnest(ARRAY['carry_over', 'draft', 'draft_file', 'comment']) AS tab LOOP
    EXECUTE format('COMMENT ON COLUMN %I.org_id IS %L', tag.tab, 'owner=org subject=- purpose=identify retention=org');
  END LOOP;
END
$$;
