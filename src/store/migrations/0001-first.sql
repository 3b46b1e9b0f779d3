-- The first tables. Every key starts with org_id, every table forces row security, and every column has a tag
-- (at the end of this file) that says whose it is, what it is for and how long it is kept.
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
  -- The login role must be able to become these. A superuser is; another role grants itself what it created.
  BEGIN
    SET LOCAL ROLE skillmap_app;
    RESET ROLE;
  EXCEPTION WHEN insufficient_privilege THEN
    EXECUTE format('GRANT skillmap_app, skillmap_eraser, skillmap_keeper TO %I', current_user);
  END;
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

-- Whose is it, who is it about, what for, how long. Export, erase and the page on who sees what read this.
-- owner: the column with the owner's id, or org. subject: the column with the subject's id, or -.
DO $$
DECLARE
  tag record;
BEGIN
  FOR tag IN SELECT * FROM (VALUES
    ('org', 'org_id', 'org', '-', 'identify', 'org'),
    ('org', 'name', 'org', '-', 'name', 'org'),
    ('org', 'created_at', 'org', '-', 'order', 'org'),
    ('person', 'org_id', 'org', '-', 'identify', 'org'),
    ('person', 'id', 'id', 'id', 'identify', 'person'),
    ('person', 'display_name', 'id', 'id', 'name', 'person'),
    ('person', 'audience', 'id', 'id', 'access', 'person'),
    ('person', 'created_at', 'id', 'id', 'order', 'person'),
    ('account', 'org_id', 'org', '-', 'identify', 'org'),
    ('account', 'id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('account', 'owner_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('account', 'issuer', 'owner_id', 'owner_id', 'sign-in', 'person'),
    ('account', 'subject', 'owner_id', 'owner_id', 'sign-in', 'person'),
    ('account', 'audience', 'owner_id', 'owner_id', 'access', 'person'),
    ('account', 'created_at', 'owner_id', 'owner_id', 'order', 'person'),
    ('framework_version', 'org_id', 'org', '-', 'identify', 'org'),
    ('framework_version', 'digest', 'org', '-', 'identify', 'org'),
    ('framework_version', 'framework_id', 'org', '-', 'identify', 'org'),
    ('framework_version', 'name', 'org', '-', 'name', 'org'),
    ('framework_version', 'version_label', 'org', '-', 'name', 'org'),
    ('framework_version', 'content', 'org', '-', 'describe-work', 'org'),
    ('framework_version', 'first_used_at', 'org', '-', 'order', 'org'),
    ('target', 'org_id', 'org', '-', 'identify', 'org'),
    ('target', 'owner_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('target', 'audience', 'owner_id', 'owner_id', 'access', 'person'),
    ('target', 'created_at', 'owner_id', 'owner_id', 'order', 'person'),
    ('target_revision', 'org_id', 'org', '-', 'identify', 'org'),
    ('target_revision', 'owner_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('target_revision', 'revision_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('target_revision', 'version', 'owner_id', 'owner_id', 'order', 'person'),
    ('target_revision', 'replaces', 'owner_id', 'owner_id', 'order', 'person'),
    ('target_revision', 'framework_digest', 'owner_id', 'owner_id', 'plan', 'person'),
    ('target_revision', 'role', 'owner_id', 'owner_id', 'plan', 'person'),
    ('target_revision', 'destinations', 'owner_id', 'owner_id', 'plan', 'person'),
    ('target_revision', 'audience', 'owner_id', 'owner_id', 'access', 'person'),
    ('target_revision', 'updated_at', 'owner_id', 'owner_id', 'order', 'person'),
    ('assessment', 'org_id', 'org', '-', 'identify', 'org'),
    ('assessment', 'id', 'owner_id', 'subject_id', 'identify', 'person'),
    ('assessment', 'owner_id', 'owner_id', 'subject_id', 'identify', 'person'),
    ('assessment', 'subject_id', 'owner_id', 'subject_id', 'identify', 'person'),
    ('assessment', 'rater_kind', 'owner_id', 'subject_id', 'assess', 'person'),
    ('assessment', 'framework_digest', 'owner_id', 'subject_id', 'assess', 'person'),
    ('assessment', 'role', 'owner_id', 'subject_id', 'assess', 'person'),
    ('assessment', 'audience', 'owner_id', 'subject_id', 'access', 'person'),
    ('assessment', 'opened_at', 'owner_id', 'subject_id', 'order', 'person'),
    ('assessment', 'last_activity_at', 'owner_id', 'subject_id', 'order', 'person'),
    ('assessment', 'closed_at', 'owner_id', 'subject_id', 'order', 'person'),
    ('assessment_rater', 'org_id', 'org', '-', 'identify', 'org'),
    ('assessment_rater', 'assessment_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('assessment_rater', 'owner_id', 'owner_id', 'owner_id', 'rater', 'person'),
    ('assessment_rater', 'audience', 'owner_id', 'owner_id', 'access', 'person'),
    ('rating_revision', 'org_id', 'org', '-', 'identify', 'org'),
    ('rating_revision', 'revision_id', 'owner_id', 'subject_id', 'identify', 'person'),
    ('rating_revision', 'assessment_id', 'owner_id', 'subject_id', 'identify', 'person'),
    ('rating_revision', 'owner_id', 'owner_id', 'subject_id', 'identify', 'person'),
    ('rating_revision', 'subject_id', 'owner_id', 'subject_id', 'identify', 'person'),
    ('rating_revision', 'skill', 'owner_id', 'subject_id', 'assess', 'person'),
    ('rating_revision', 'version', 'owner_id', 'subject_id', 'order', 'person'),
    ('rating_revision', 'replaces', 'owner_id', 'subject_id', 'order', 'person'),
    ('rating_revision', 'withdrawn', 'owner_id', 'subject_id', 'assess', 'person'),
    ('rating_revision', 'level', 'owner_id', 'subject_id', 'assess', 'person'),
    ('rating_revision', 'reason', 'owner_id', 'subject_id', 'assess', 'person'),
    ('rating_revision', 'approaching', 'owner_id', 'subject_id', 'assess', 'person'),
    ('rating_revision', 'behaviours', 'owner_id', 'subject_id', 'assess', 'person'),
    ('rating_revision', 'confidence', 'owner_id', 'subject_id', 'assess', 'person'),
    ('rating_revision', 'observed_on', 'owner_id', 'subject_id', 'assess', 'person'),
    ('rating_revision', 'note', 'owner_id', 'subject_id', 'assess', 'person'),
    ('rating_revision', 'audience', 'owner_id', 'subject_id', 'access', 'person'),
    ('rating_revision', 'rated_at', 'owner_id', 'subject_id', 'order', 'person'),
    ('session', 'org_id', 'org', '-', 'identify', 'org'),
    ('session', 'token_hash', 'owner_id', 'owner_id', 'secret', 'expires'),
    ('session', 'owner_id', 'owner_id', 'owner_id', 'identify', 'expires'),
    ('session', 'audience', 'owner_id', 'owner_id', 'access', 'expires'),
    ('session', 'created_at', 'owner_id', 'owner_id', 'sign-in', 'expires'),
    ('session', 'last_seen_at', 'owner_id', 'owner_id', 'sign-in', 'expires'),
    ('session', 'expires_at', 'owner_id', 'owner_id', 'sign-in', 'expires'),
    ('key', 'org_id', 'org', '-', 'identify', 'org'),
    ('key', 'id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('key', 'owner_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('key', 'purpose', 'owner_id', 'owner_id', 'encrypt', 'person'),
    ('key', 'wrapped_key', 'owner_id', 'owner_id', 'secret', 'person'),
    ('key', 'audience', 'owner_id', 'owner_id', 'access', 'person'),
    ('key', 'created_at', 'owner_id', 'owner_id', 'order', 'person'),
    ('audit', 'org_id', 'org', '-', 'identify', 'org'),
    ('audit', 'seq', 'org', '-', 'order', 'chain'),
    ('audit', 'at', 'org', '-', 'order', 'chain'),
    ('audit', 'actor_id', 'org', 'actor_id', 'trace', 'chain'),
    ('audit', 'action', 'org', '-', 'trace', 'chain'),
    ('audit', 'noun', 'org', '-', 'trace', 'chain'),
    ('audit', 'object_id', 'org', '-', 'trace', 'chain'),
    ('audit', 'revision_id', 'org', '-', 'trace', 'chain'),
    ('audit', 'previous_hash', 'org', '-', 'trace', 'chain'),
    ('audit', 'hash', 'org', '-', 'trace', 'chain'),
    ('idempotency', 'org_id', 'org', '-', 'identify', 'org'),
    ('idempotency', 'owner_id', 'owner_id', 'owner_id', 'identify', 'expires'),
    ('idempotency', 'key', 'owner_id', 'owner_id', 'repeat', 'expires'),
    ('idempotency', 'request_hash', 'owner_id', 'owner_id', 'repeat', 'expires'),
    ('idempotency', 'status', 'owner_id', 'owner_id', 'repeat', 'expires'),
    ('idempotency', 'response', 'owner_id', 'owner_id', 'repeat', 'expires'),
    ('idempotency', 'audience', 'owner_id', 'owner_id', 'access', 'expires'),
    ('idempotency', 'created_at', 'owner_id', 'owner_id', 'order', 'expires'),
    ('job', 'org_id', 'org', '-', 'identify', 'org'),
    ('job', 'id', 'owner_id', 'owner_id', 'identify', 'expires'),
    ('job', 'owner_id', 'owner_id', 'owner_id', 'identify', 'expires'),
    ('job', 'kind', 'owner_id', 'owner_id', 'work', 'expires'),
    ('job', 'input', 'owner_id', 'owner_id', 'work', 'expires'),
    ('job', 'state', 'owner_id', 'owner_id', 'work', 'expires'),
    ('job', 'attempts', 'owner_id', 'owner_id', 'work', 'expires'),
    ('job', 'run_after', 'owner_id', 'owner_id', 'work', 'expires'),
    ('job', 'audience', 'owner_id', 'owner_id', 'access', 'expires'),
    ('job', 'created_at', 'owner_id', 'owner_id', 'order', 'expires'),
    ('setting', 'org_id', 'org', '-', 'identify', 'org'),
    ('setting', 'owner_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('setting', 'name', 'owner_id', 'owner_id', 'settings', 'person'),
    ('setting', 'value', 'owner_id', 'owner_id', 'settings', 'person'),
    ('setting', 'audience', 'owner_id', 'owner_id', 'access', 'person'),
    ('setting', 'updated_at', 'owner_id', 'owner_id', 'order', 'person')
  ) AS tags (tab, col, owner, subject, purpose, retention) LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I IS %L', tag.tab, tag.col,
      format('owner=%s subject=%s purpose=%s retention=%s', tag.owner, tag.subject, tag.purpose, tag.retention));
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
