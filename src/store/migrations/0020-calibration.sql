-- Calibration: short written cases, rounds in which managers read them, what each read, and what a closed round said to
-- each of them. Conventions of 0001-first.sql hold. A reading belongs to its reader; it is written with the audience
-- 'organisation' only so that closing a round can compute from all of them, once. Rules show it to nobody else.

CREATE TABLE calibration_case (
  org_id       uuid NOT NULL,
  id           uuid NOT NULL,
  framework_id text NOT NULL,
  title        text NOT NULL,
  content      text NOT NULL,
  skills       jsonb NOT NULL,
  written_at   timestamptz NOT NULL,
  ended_at     timestamptz,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id) REFERENCES org (org_id)
);

CREATE TABLE calibration_round (
  org_id           uuid NOT NULL,
  id               uuid NOT NULL,
  framework_digest text NOT NULL,
  -- The cases as they were read.
  cases            jsonb NOT NULL,
  purpose          text NOT NULL,
  opened_on        date NOT NULL,
  closed_on        date,
  -- Written once, when it is closed; of no single reader.
  result           jsonb,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, framework_digest) REFERENCES framework_version (org_id, digest)
);

CREATE TABLE calibration_reading (
  org_id   uuid NOT NULL,
  id       uuid NOT NULL,
  owner_id uuid NOT NULL,
  round_id uuid NOT NULL,
  case_id  text NOT NULL,
  skill    text NOT NULL,
  level    integer NOT NULL,
  audience text NOT NULL DEFAULT 'owner',
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, owner_id, round_id, case_id, skill),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id)
);
CREATE INDEX calibration_reading_round ON calibration_reading (org_id, round_id);

CREATE TABLE calibration_scale (
  org_id   uuid NOT NULL,
  id       uuid NOT NULL,
  owner_id uuid NOT NULL,
  round_id uuid NOT NULL,
  scale    jsonb NOT NULL,
  audience text NOT NULL DEFAULT 'owner',
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id)
);
CREATE INDEX calibration_scale_owner ON calibration_scale (org_id, owner_id);

DO $$
DECLARE
  name text;
  org constant text := 'org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid';
  own text;
BEGIN
  FOREACH name IN ARRAY ARRAY['calibration_case', 'calibration_round', 'calibration_reading', 'calibration_scale'] LOOP
    own := org || ' AND (audience <> ''owner'' OR owner_id = nullif(current_setting(''app.person_id'', true), '''')::uuid)';
    IF name IN ('calibration_case', 'calibration_round') THEN own := org; END IF;
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
GRANT UPDATE (ended_at) ON calibration_case TO skillmap_app;
GRANT UPDATE (closed_on, result) ON calibration_round TO skillmap_app;
GRANT UPDATE (level) ON calibration_reading TO skillmap_app;
GRANT SELECT, DELETE ON calibration_reading, calibration_scale TO skillmap_eraser;

DO $$
DECLARE
  tag record;
BEGIN
  FOR tag IN SELECT * FROM (VALUES
    ('calibration_case', 'org_id', 'org', '-', 'identify', 'org'),
    ('calibration_case', 'id', 'org', '-', 'identify', 'org'),
    ('calibration_case', 'framework_id', 'org', '-', 'identify', 'org'),
    ('calibration_case', 'title', 'org', '-', 'calibrate', 'org'),
    ('calibration_case', 'content', 'org', '-', 'calibrate', 'org'),
    ('calibration_case', 'skills', 'org', '-', 'calibrate', 'org'),
    ('calibration_case', 'written_at', 'org', '-', 'order', 'org'),
    ('calibration_case', 'ended_at', 'org', '-', 'order', 'org'),
    ('calibration_round', 'org_id', 'org', '-', 'identify', 'org'),
    ('calibration_round', 'id', 'org', '-', 'identify', 'org'),
    ('calibration_round', 'framework_digest', 'org', '-', 'identify', 'org'),
    ('calibration_round', 'cases', 'org', '-', 'calibrate', 'org'),
    ('calibration_round', 'purpose', 'org', '-', 'calibrate', 'org'),
    ('calibration_round', 'opened_on', 'org', '-', 'order', 'org'),
    ('calibration_round', 'closed_on', 'org', '-', 'order', 'org'),
    ('calibration_round', 'result', 'org', '-', 'calibrate', 'org'),
    ('calibration_reading', 'org_id', 'org', '-', 'identify', 'org'),
    ('calibration_reading', 'id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('calibration_reading', 'owner_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('calibration_reading', 'round_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('calibration_reading', 'case_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('calibration_reading', 'skill', 'owner_id', 'owner_id', 'calibrate', 'person'),
    ('calibration_reading', 'level', 'owner_id', 'owner_id', 'calibrate', 'person'),
    ('calibration_reading', 'audience', 'owner_id', 'owner_id', 'access', 'person'),
    ('calibration_scale', 'org_id', 'org', '-', 'identify', 'org'),
    ('calibration_scale', 'id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('calibration_scale', 'owner_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('calibration_scale', 'round_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('calibration_scale', 'scale', 'owner_id', 'owner_id', 'calibrate', 'person'),
    ('calibration_scale', 'audience', 'owner_id', 'owner_id', 'access', 'person')
  ) AS tags (tab, col, owner, subject, purpose, retention) LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I IS %L', tag.tab, tag.col,
      format('owner=%s subject=%s purpose=%s retention=%s', tag.owner, tag.subject, tag.purpose, tag.retention));
  END LOOP;
END
$$;
