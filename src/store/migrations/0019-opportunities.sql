-- Upcoming work that people grow by: a manager's pieces of work, what a manager and a person agreed, and what one piece
-- of work is to one person (shown to them, or given to them). Conventions of 0001-first.sql hold.
-- What a manager wrote of a person belongs to that person; it is written with the audience 'organisation', so that both
-- can read it, and rules say who does.

CREATE TABLE opportunity (
  org_id           uuid NOT NULL,
  id               uuid NOT NULL,
  owner_id         uuid NOT NULL,
  revision_id      uuid NOT NULL,
  framework_digest text NOT NULL,
  title            text NOT NULL,
  about            text NOT NULL,
  kind             text NOT NULL CHECK (kind IN ('stretch', 'glue', 'steady')),
  quarter          text NOT NULL,
  people           integer NOT NULL CHECK (people BETWEEN 1 AND 50),
  -- For each person, in tenths of a week.
  tenths           integer NOT NULL CHECK (tenths BETWEEN 1 AND 260),
  skills           jsonb NOT NULL,
  shown            boolean NOT NULL,
  -- What the manager tries: ids of people who are to be on it, and of those who are not.
  tried            jsonb NOT NULL,
  saved_at         timestamptz NOT NULL,
  removed_at       timestamptz,
  audience         text NOT NULL DEFAULT 'owner',
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, framework_digest) REFERENCES framework_version (org_id, digest)
);
CREATE INDEX opportunity_owner ON opportunity (org_id, owner_id);

-- The owner is the person whom it is about. Ended when something newer is agreed.
CREATE TABLE agreed_growth (
  org_id           uuid NOT NULL,
  id               uuid NOT NULL,
  owner_id         uuid NOT NULL,
  -- Who wrote it down.
  manager_id       uuid NOT NULL,
  framework_digest text NOT NULL,
  areas            jsonb NOT NULL,
  -- Weeks of planned work in a quarter, in tenths.
  tenths           integer NOT NULL CHECK (tenths BETWEEN 0 AND 130),
  agreed_on        date NOT NULL,
  ended_on         date,
  -- What the person says about it.
  note             text NOT NULL DEFAULT '',
  saved_at         timestamptz NOT NULL,
  audience         text NOT NULL DEFAULT 'owner',
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, framework_digest) REFERENCES framework_version (org_id, digest)
);
CREATE INDEX agreed_growth_owner ON agreed_growth (org_id, owner_id);

-- The owner is the person who is shown or given the work. The words of the work are a snapshot of that day.
CREATE TABLE work_part (
  org_id         uuid NOT NULL,
  id             uuid NOT NULL,
  owner_id       uuid NOT NULL,
  manager_id     uuid NOT NULL,
  -- Null for work of earlier quarters that was written in by hand.
  opportunity_id uuid,
  stage          text NOT NULL CHECK (stage IN ('shown', 'given')),
  work           jsonb NOT NULL,
  -- Why it was given, in words to the person.
  why            jsonb NOT NULL,
  since_on       date NOT NULL,
  until_on       date,
  wished_at      timestamptz,
  -- What the person says about it.
  note           text NOT NULL DEFAULT '',
  audience       text NOT NULL DEFAULT 'owner',
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id)
);
CREATE INDEX work_part_owner ON work_part (org_id, owner_id);
CREATE INDEX work_part_opportunity ON work_part (org_id, opportunity_id);

DO $$
DECLARE
  name text;
  org constant text := 'org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid';
  own constant text := org || ' AND (audience <> ''owner'' OR owner_id = nullif(current_setting(''app.person_id'', true), '''')::uuid)';
BEGIN
  FOREACH name IN ARRAY ARRAY['opportunity', 'agreed_growth', 'work_part'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY of_viewer ON %I TO skillmap_app, skillmap_eraser USING (%s) WITH CHECK (%s)', name, own, own);
    EXECUTE format('CREATE POLICY of_keeper ON %I TO skillmap_keeper USING (true) WITH CHECK (true)', name);
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO skillmap_app', name);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO skillmap_keeper', name);
    EXECUTE format('GRANT SELECT, DELETE ON %I TO skillmap_eraser', name);
  END LOOP;
END
$$;
GRANT UPDATE (revision_id, framework_digest, title, about, kind, quarter, people, tenths, skills, shown, tried, saved_at, removed_at)
  ON opportunity TO skillmap_app;
GRANT UPDATE (ended_on, note) ON agreed_growth TO skillmap_app;
GRANT UPDATE (until_on, wished_at, note) ON work_part TO skillmap_app;

DO $$
DECLARE
  tag record;
BEGIN
  FOR tag IN SELECT * FROM (VALUES
    ('opportunity', 'org_id', 'org', '-', 'identify', 'org'),
    ('opportunity', 'id', 'owner_id', '-', 'identify', 'person'),
    ('opportunity', 'owner_id', 'owner_id', '-', 'identify', 'person'),
    ('opportunity', 'revision_id', 'owner_id', '-', 'order', 'person'),
    ('opportunity', 'framework_digest', 'owner_id', '-', 'identify', 'person'),
    ('opportunity', 'title', 'owner_id', '-', 'plan', 'person'),
    ('opportunity', 'about', 'owner_id', '-', 'plan', 'person'),
    ('opportunity', 'kind', 'owner_id', '-', 'plan', 'person'),
    ('opportunity', 'quarter', 'owner_id', '-', 'plan', 'person'),
    ('opportunity', 'people', 'owner_id', '-', 'plan', 'person'),
    ('opportunity', 'tenths', 'owner_id', '-', 'plan', 'person'),
    ('opportunity', 'skills', 'owner_id', '-', 'plan', 'person'),
    ('opportunity', 'shown', 'owner_id', '-', 'access', 'person'),
    ('opportunity', 'tried', 'owner_id', '-', 'plan', 'person'),
    ('opportunity', 'saved_at', 'owner_id', '-', 'order', 'person'),
    ('opportunity', 'removed_at', 'owner_id', '-', 'order', 'person'),
    ('opportunity', 'audience', 'owner_id', '-', 'access', 'person'),
    ('agreed_growth', 'org_id', 'org', '-', 'identify', 'org'),
    ('agreed_growth', 'id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('agreed_growth', 'owner_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('agreed_growth', 'manager_id', 'owner_id', '-', 'trace', 'person'),
    ('agreed_growth', 'framework_digest', 'owner_id', 'owner_id', 'identify', 'person'),
    ('agreed_growth', 'areas', 'owner_id', 'owner_id', 'plan', 'person'),
    ('agreed_growth', 'tenths', 'owner_id', 'owner_id', 'plan', 'person'),
    ('agreed_growth', 'agreed_on', 'owner_id', 'owner_id', 'order', 'person'),
    ('agreed_growth', 'ended_on', 'owner_id', 'owner_id', 'order', 'person'),
    ('agreed_growth', 'note', 'owner_id', 'owner_id', 'contest', 'person'),
    ('agreed_growth', 'saved_at', 'owner_id', 'owner_id', 'order', 'person'),
    ('agreed_growth', 'audience', 'owner_id', 'owner_id', 'access', 'person'),
    ('work_part', 'org_id', 'org', '-', 'identify', 'org'),
    ('work_part', 'id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('work_part', 'owner_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('work_part', 'manager_id', 'owner_id', '-', 'trace', 'person'),
    ('work_part', 'opportunity_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('work_part', 'stage', 'owner_id', 'owner_id', 'plan', 'person'),
    ('work_part', 'work', 'owner_id', 'owner_id', 'plan', 'person'),
    ('work_part', 'why', 'owner_id', 'owner_id', 'plan', 'person'),
    ('work_part', 'since_on', 'owner_id', 'owner_id', 'order', 'person'),
    ('work_part', 'until_on', 'owner_id', 'owner_id', 'order', 'person'),
    ('work_part', 'wished_at', 'owner_id', 'owner_id', 'plan', 'person'),
    ('work_part', 'note', 'owner_id', 'owner_id', 'contest', 'person'),
    ('work_part', 'audience', 'owner_id', 'owner_id', 'access', 'person')
  ) AS tags (tab, col, owner, subject, purpose, retention) LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I IS %L', tag.tab, tag.col,
      format('owner=%s subject=%s purpose=%s retention=%s', tag.owner, tag.subject, tag.purpose, tag.retention));
  END LOOP;
END
$$;
