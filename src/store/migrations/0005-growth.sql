-- Growth: plans as they were made, what was practised, and forecasts with what became of them.
-- Conventions of 0001-first.sql hold: keys start with org_id, row security is forced, every column has a tag.

-- A plan is made anew, never changed: each revision holds the wishes, the levels and the plan that came of them.
CREATE TABLE plan_revision (
  org_id           uuid NOT NULL,
  owner_id         uuid NOT NULL,
  revision_id      uuid NOT NULL,
  -- Counted for each framework version.
  version          integer NOT NULL CHECK (version >= 1),
  replaces         uuid,
  framework_digest text NOT NULL,
  -- The Monday on which its first quarter began.
  starts_on        date NOT NULL,
  choices          jsonb NOT NULL,
  -- Steps of the current quarter that re-planning left as they were.
  frozen           jsonb NOT NULL,
  estimates        jsonb NOT NULL,
  plan             jsonb NOT NULL,
  -- Why it differs from the one before, in sentences.
  why              jsonb NOT NULL,
  -- The earlier revision that it repeats; null where it was made anew. No foreign key, as with replaces.
  repeats          uuid,
  audience         text NOT NULL DEFAULT 'owner',
  made_at          timestamptz NOT NULL,
  PRIMARY KEY (org_id, revision_id),
  UNIQUE (org_id, owner_id, framework_digest, version),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, framework_digest) REFERENCES framework_version (org_id, digest)
);
CREATE VIEW current_plan WITH (security_invoker = true) AS
  SELECT DISTINCT ON (org_id, owner_id, framework_digest) *
  FROM plan_revision
  ORDER BY org_id, owner_id, framework_digest, version DESC;

-- One week's practice of one step. It belongs to all versions of a framework: a step is the same on the next one.
CREATE TABLE progress_revision (
  org_id           uuid NOT NULL,
  owner_id         uuid NOT NULL,
  revision_id      uuid NOT NULL,
  framework_id     text NOT NULL,
  framework_digest text NOT NULL,
  -- A Monday.
  week             date NOT NULL,
  skill            text NOT NULL,
  level            integer NOT NULL CHECK (level >= 1),
  version          integer NOT NULL CHECK (version >= 1),
  replaces         uuid,
  withdrawn        boolean NOT NULL DEFAULT false,
  hours            double precision NOT NULL CHECK (hours >= 0 AND hours <= 168),
  practices        jsonb NOT NULL,
  -- The person says that the step is done. Whether it is, a rating shows.
  done             boolean NOT NULL,
  note             text NOT NULL,
  audience         text NOT NULL DEFAULT 'owner',
  reported_at      timestamptz NOT NULL,
  PRIMARY KEY (org_id, revision_id),
  UNIQUE (org_id, owner_id, framework_id, week, skill, level, version),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, framework_digest) REFERENCES framework_version (org_id, digest)
);
CREATE VIEW current_progress WITH (security_invoker = true) AS
  SELECT DISTINCT ON (org_id, owner_id, framework_id, week, skill, level) *
  FROM progress_revision
  ORDER BY org_id, owner_id, framework_id, week, skill, level, version DESC;

-- A forecast as it was shown. Nothing can change or remove one, so that what was said can be held against what came.
CREATE TABLE forecast (
  org_id           uuid NOT NULL,
  owner_id         uuid NOT NULL,
  id               uuid NOT NULL,
  -- No foreign key: an import may bring it before its plan.
  plan_revision_id uuid NOT NULL,
  framework_digest text NOT NULL,
  role             text NOT NULL,
  milestone        text NOT NULL CHECK (milestone IN ('next-level', 'ready-to-try', 'must-haves')),
  -- The step of next-level; null with the others.
  skill            text,
  level            integer CHECK (level >= 1),
  made_on          date NOT NULL,
  -- Weeks from made_on: the 1st to the 99th percentile; null beyond ten years.
  quantiles        jsonb NOT NULL,
  -- SHA-256 of the quantiles: the same numbers for the same plan and day are one forecast.
  numbers          text NOT NULL,
  horizon_weeks    integer NOT NULL CHECK (horizon_weeks >= 1),
  audience         text NOT NULL DEFAULT 'owner',
  made_at          timestamptz NOT NULL,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, owner_id, plan_revision_id, role, milestone, made_on, numbers),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, framework_digest) REFERENCES framework_version (org_id, digest)
);

CREATE TABLE forecast_outcome (
  org_id      uuid NOT NULL,
  forecast_id uuid NOT NULL,
  owner_id    uuid NOT NULL,
  -- Null: the horizon passed first.
  reached_on  date,
  audience    text NOT NULL DEFAULT 'owner',
  resolved_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, forecast_id),
  FOREIGN KEY (org_id, forecast_id) REFERENCES forecast (org_id, id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id)
);
CREATE INDEX forecast_outcome_owner ON forecast_outcome (org_id, owner_id);

DO $$
DECLARE
  name text;
  mine constant text := 'org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid AND (audience <> ''owner'' OR owner_id = nullif(current_setting(''app.person_id'', true), '''')::uuid)';
BEGIN
  FOREACH name IN ARRAY ARRAY['plan_revision', 'progress_revision', 'forecast', 'forecast_outcome'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY of_viewer ON %I TO skillmap_app, skillmap_eraser USING (%s) WITH CHECK (%s)', name, mine, mine);
    EXECUTE format('CREATE POLICY of_keeper ON %I TO skillmap_keeper USING (true) WITH CHECK (true)', name);
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO skillmap_app', name);
    EXECUTE format('GRANT SELECT, DELETE ON %I TO skillmap_eraser', name);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO skillmap_keeper', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['current_plan', 'current_progress'] LOOP
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC', name);
    EXECUTE format('GRANT SELECT ON %I TO skillmap_app', name);
  END LOOP;
END
$$;

DO $$
DECLARE
  tag record;
BEGIN
  FOR tag IN SELECT * FROM (VALUES
    ('plan_revision', 'owner_id', 'identify'),
    ('plan_revision', 'revision_id', 'identify'),
    ('plan_revision', 'version', 'order'),
    ('plan_revision', 'replaces', 'order'),
    ('plan_revision', 'framework_digest', 'plan'),
    ('plan_revision', 'starts_on', 'plan'),
    ('plan_revision', 'choices', 'plan'),
    ('plan_revision', 'frozen', 'plan'),
    ('plan_revision', 'estimates', 'plan'),
    ('plan_revision', 'plan', 'plan'),
    ('plan_revision', 'why', 'plan'),
    ('plan_revision', 'repeats', 'order'),
    ('plan_revision', 'audience', 'access'),
    ('plan_revision', 'made_at', 'order'),
    ('progress_revision', 'owner_id', 'identify'),
    ('progress_revision', 'revision_id', 'identify'),
    ('progress_revision', 'framework_id', 'plan'),
    ('progress_revision', 'framework_digest', 'plan'),
    ('progress_revision', 'week', 'plan'),
    ('progress_revision', 'skill', 'plan'),
    ('progress_revision', 'level', 'plan'),
    ('progress_revision', 'version', 'order'),
    ('progress_revision', 'replaces', 'order'),
    ('progress_revision', 'withdrawn', 'order'),
    ('progress_revision', 'hours', 'plan'),
    ('progress_revision', 'practices', 'plan'),
    ('progress_revision', 'done', 'plan'),
    ('progress_revision', 'note', 'plan'),
    ('progress_revision', 'audience', 'access'),
    ('progress_revision', 'reported_at', 'order'),
    ('forecast', 'owner_id', 'identify'),
    ('forecast', 'id', 'identify'),
    ('forecast', 'plan_revision_id', 'plan'),
    ('forecast', 'framework_digest', 'plan'),
    ('forecast', 'role', 'plan'),
    ('forecast', 'milestone', 'plan'),
    ('forecast', 'skill', 'plan'),
    ('forecast', 'level', 'plan'),
    ('forecast', 'made_on', 'plan'),
    ('forecast', 'quantiles', 'plan'),
    ('forecast', 'numbers', 'identify'),
    ('forecast', 'horizon_weeks', 'plan'),
    ('forecast', 'audience', 'access'),
    ('forecast', 'made_at', 'order'),
    ('forecast_outcome', 'forecast_id', 'identify'),
    ('forecast_outcome', 'owner_id', 'identify'),
    ('forecast_outcome', 'reached_on', 'plan'),
    ('forecast_outcome', 'audience', 'access'),
    ('forecast_outcome', 'resolved_at', 'order')
  ) AS tags (tab, col, purpose) LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I IS %L', tag.tab, tag.col,
      format('owner=owner_id subject=owner_id purpose=%s retention=person', tag.purpose));
  END LOOP;
  FOR tag IN SELECT unnest(ARRAY['plan_revision', 'progress_revision', 'forecast', 'forecast_outcome']) AS tab LOOP
    EXECUTE format('COMMENT ON COLUMN %I.org_id IS %L', tag.tab, 'owner=org subject=- purpose=identify retention=org');
  END LOOP;
END
$$;
