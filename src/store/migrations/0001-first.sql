-- The first tables. Every key starts with org_id; every table forces row security; every column says
-- whose it is, who it is about, what it is for and how long it is kept (COMMENT ON COLUMN, read by code):
--   owner=<column or -> subject=<column or -> purpose=<word> retention=<word>
-- Retention: person = until the person is erased; org = as long as the organisation; expires = removed after
-- a time; chain = kept after an erase, because it holds ids and hashes only.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'skillmap_app') THEN
    CREATE ROLE skillmap_app NOLOGIN;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'skillmap_eraser') THEN
    CREATE ROLE skillmap_eraser NOLOGIN;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'skillmap_keeper') THEN
    CREATE ROLE skillmap_keeper NOLOGIN;
  END IF;
  -- The login role needs to be able to become these, and nothing else needs to.
  IF NOT pg_has_role(current_user, 'skillmap_app', 'MEMBER') THEN
    EXECUTE format('GRANT skillmap_app, skillmap_eraser, skillmap_keeper TO %I', current_user);
  END IF;
END
$$;

CREATE TABLE org (
  org_id     uuid NOT NULL,
  name       text,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id)
);

CREATE TABLE person (
  org_id       uuid NOT NULL,
  id           uuid NOT NULL,
  display_name text,
  audience     text NOT NULL DEFAULT 'owner',
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id) REFERENCES org (org_id)
);

-- A person may have no account: people are rated and planned for before they ever sign in.
CREATE TABLE account (
  org_id     uuid NOT NULL,
  id         uuid NOT NULL,
  owner_id   uuid NOT NULL,
  issuer     text NOT NULL,
  subject    text NOT NULL,
  audience   text NOT NULL DEFAULT 'owner',
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, issuer, subject),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id)
);
CREATE INDEX account_owner ON account (org_id, owner_id);

CREATE TABLE framework_version (
  org_id        uuid NOT NULL,
  digest        text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  framework_id  text NOT NULL,
  name          text NOT NULL,
  version_label text NOT NULL,
  content       jsonb NOT NULL,
  first_used_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, digest),
  FOREIGN KEY (org_id) REFERENCES org (org_id)
);
CREATE INDEX framework_version_family ON framework_version (org_id, framework_id, first_used_at);

CREATE TABLE target (
  org_id     uuid NOT NULL,
  owner_id   uuid NOT NULL,
  audience   text NOT NULL DEFAULT 'owner',
  created_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, owner_id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id)
);

CREATE TABLE target_revision (
  org_id           uuid NOT NULL,
  owner_id         uuid NOT NULL,
  revision_id      uuid NOT NULL,
  version          integer NOT NULL CHECK (version >= 1),
  replaces         uuid,
  framework_digest text NOT NULL,
  role             text NOT NULL,
  destinations     jsonb NOT NULL,
  audience         text NOT NULL DEFAULT 'owner',
  updated_at       timestamptz NOT NULL,
  PRIMARY KEY (org_id, revision_id),
  UNIQUE (org_id, owner_id, version),
  FOREIGN KEY (org_id, owner_id) REFERENCES target (org_id, owner_id),
  FOREIGN KEY (org_id, framework_digest) REFERENCES framework_version (org_id, digest)
);

CREATE TABLE assessment (
  org_id           uuid NOT NULL,
  id               uuid NOT NULL,
  owner_id         uuid NOT NULL,
  subject_id       uuid NOT NULL,
  rater_kind       text NOT NULL CHECK (rater_kind IN ('self', 'manager', 'peer', 'report', 'client')),
  framework_digest text NOT NULL,
  role             text NOT NULL,
  audience         text NOT NULL DEFAULT 'owner',
  opened_at        timestamptz NOT NULL,
  last_activity_at timestamptz NOT NULL,
  closed_at        timestamptz,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, subject_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, framework_digest) REFERENCES framework_version (org_id, digest)
);
CREATE INDEX assessment_owner ON assessment (org_id, owner_id, opened_at);
CREATE INDEX assessment_subject ON assessment (org_id, subject_id);

-- Who rated, in a table of its own: the one link that a sealed cycle destroys.
CREATE TABLE assessment_rater (
  org_id        uuid NOT NULL,
  assessment_id uuid NOT NULL,
  owner_id      uuid NOT NULL,
  audience      text NOT NULL DEFAULT 'owner',
  PRIMARY KEY (org_id, assessment_id),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id)
);
CREATE INDEX assessment_rater_owner ON assessment_rater (org_id, owner_id);

CREATE TABLE rating_revision (
  org_id        uuid NOT NULL,
  revision_id   uuid NOT NULL,
  assessment_id uuid NOT NULL,
  owner_id      uuid NOT NULL,
  subject_id    uuid NOT NULL,
  skill         text NOT NULL,
  version       integer NOT NULL CHECK (version >= 1),
  replaces      uuid,
  withdrawn     boolean NOT NULL DEFAULT false,
  level         integer CHECK (level >= 0),
  reason        text CHECK (reason IN ('not-seen', 'not-needed', 'cannot-tell')),
  approaching   boolean NOT NULL,
  behaviours    jsonb NOT NULL,
  confidence    text CHECK (confidence IN ('low', 'medium', 'high')),
  observed_on   date,
  note          text NOT NULL,
  audience      text NOT NULL DEFAULT 'owner',
  rated_at      timestamptz NOT NULL,
  PRIMARY KEY (org_id, revision_id),
  UNIQUE (org_id, assessment_id, skill, version),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id),
  -- A level, or none with a reason: never both, never neither.
  CHECK (withdrawn OR (level IS NULL) <> (reason IS NULL))
);
CREATE INDEX rating_revision_owner ON rating_revision (org_id, owner_id);

-- The tail of each history. A withdrawn tail is in the view, so that the next revision knows its version.
CREATE VIEW current_rating WITH (security_invoker = true) AS
  SELECT DISTINCT ON (org_id, assessment_id, skill) *
  FROM rating_revision
  ORDER BY org_id, assessment_id, skill, version DESC;

CREATE VIEW current_target WITH (security_invoker = true) AS
  SELECT DISTINCT ON (org_id, owner_id) *
  FROM target_revision
  ORDER BY org_id, owner_id, version DESC;

CREATE TABLE session (
  org_id       uuid NOT NULL,
  token_hash   text NOT NULL,
  owner_id     uuid NOT NULL,
  audience     text NOT NULL DEFAULT 'owner',
  created_at   timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  PRIMARY KEY (org_id, token_hash),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id)
);
CREATE INDEX session_owner ON session (org_id, owner_id);

-- Keys of people, wrapped by a key that is kept outside the database. Without its key, text is noise.
CREATE TABLE key (
  org_id      uuid NOT NULL,
  id          uuid NOT NULL,
  owner_id    uuid NOT NULL,
  purpose     text NOT NULL,
  wrapped_key text NOT NULL,
  audience    text NOT NULL DEFAULT 'owner',
  created_at  timestamptz NOT NULL,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id)
);
CREATE INDEX key_owner ON key (org_id, owner_id);

-- What happened, by ids and hashes alone. Each row holds the hash of the one before it.
CREATE TABLE audit (
  org_id        uuid NOT NULL,
  seq           bigint NOT NULL CHECK (seq >= 1),
  at            timestamptz NOT NULL,
  actor_id      uuid,
  action        text NOT NULL,
  noun          text NOT NULL,
  object_id     text NOT NULL,
  revision_id   uuid,
  previous_hash text NOT NULL,
  hash          text NOT NULL,
  PRIMARY KEY (org_id, seq),
  FOREIGN KEY (org_id) REFERENCES org (org_id)
);

CREATE TABLE idempotency (
  org_id       uuid NOT NULL,
  owner_id     uuid NOT NULL,
  key          text NOT NULL,
  request_hash text NOT NULL,
  status       integer NOT NULL,
  response     jsonb,
  audience     text NOT NULL DEFAULT 'owner',
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (org_id, owner_id, key),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id)
);

CREATE TABLE job (
  org_id     uuid NOT NULL,
  id         uuid NOT NULL,
  owner_id   uuid,
  kind       text NOT NULL,
  input      jsonb NOT NULL,
  state      text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  attempts   integer NOT NULL DEFAULT 0,
  run_after  timestamptz NOT NULL,
  audience   text NOT NULL DEFAULT 'owner',
  created_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id)
);
CREATE INDEX job_next ON job (org_id, state, run_after);

CREATE TABLE setting (
  org_id     uuid NOT NULL,
  owner_id   uuid NOT NULL,
  name       text NOT NULL,
  value      jsonb NOT NULL,
  audience   text NOT NULL DEFAULT 'owner',
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, owner_id, name),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id)
);

-- Row security, the seatbelt. Plain comparisons only: Citus refuses a subquery in a policy.
DO $$
DECLARE
  name text;
  mine constant text := 'org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid';
  own constant text := ' AND (audience <> ''owner'' OR owner_id = nullif(current_setting(''app.person_id'', true), '''')::uuid)';
BEGIN
  FOREACH name IN ARRAY ARRAY['org', 'person', 'framework_version', 'session', 'audit', 'account', 'target',
      'target_revision', 'assessment', 'assessment_rater', 'rating_revision', 'key', 'idempotency', 'job', 'setting'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    -- A session is looked up by its token before its owner is known; a name list belongs to the organisation.
    EXECUTE format('CREATE POLICY of_viewer ON %I TO skillmap_app, skillmap_eraser USING (%s) WITH CHECK (%s)', name,
      mine || CASE WHEN name IN ('org', 'person', 'framework_version', 'session', 'audit') THEN '' ELSE own END,
      mine || CASE WHEN name IN ('org', 'person', 'framework_version', 'session', 'audit') THEN '' ELSE own END);
    -- Backups read and write whole tables, as the keeper and in no other way.
    EXECUTE format('CREATE POLICY of_keeper ON %I TO skillmap_keeper USING (true) WITH CHECK (true)', name);
  END LOOP;
END
$$;

REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;
GRANT SELECT, INSERT ON org, person, account, framework_version, target, target_revision, assessment,
  assessment_rater, rating_revision, session, key, audit, idempotency, job, setting TO skillmap_app;
GRANT SELECT ON current_rating, current_target TO skillmap_app, skillmap_keeper;
GRANT UPDATE ON org, person, account, assessment, session, job, setting TO skillmap_app;
GRANT DELETE ON session, idempotency, job, setting TO skillmap_app;
GRANT SELECT, DELETE ON person, account, target, target_revision, assessment, assessment_rater, rating_revision,
  session, key, idempotency, job, setting TO skillmap_eraser;
GRANT SELECT, INSERT, DELETE ON org, person, account, framework_version, target, target_revision, assessment,
  assessment_rater, rating_revision, session, key, audit, idempotency, job, setting TO skillmap_keeper;
