-- People without an account that somebody keeps on their own machine, what they and others said, and files of ratings
-- that were brought. Conventions of 0001-first.sql hold: keys start with org_id, row security is forced, every column
-- has a tag.

-- Null: a member of the organisation, whose name belongs to its list of names. Otherwise the person who keeps this
-- record for themselves; nobody else sees it. No foreign key: a backup may bring the one before the other.
ALTER TABLE person ADD COLUMN keeper_id uuid;
-- What they are to their keeper.
ALTER TABLE person ADD COLUMN relation text CHECK (relation IN ('report', 'peer', 'manager', 'client'));
-- A role of a framework, by its id.
ALTER TABLE person ADD COLUMN role text;
-- The entity tag of a kept person; null for members.
ALTER TABLE person ADD COLUMN revision_id uuid;
CREATE INDEX person_keeper ON person (org_id, keeper_id);

-- Who said it, where the owner wrote down what somebody else said. Null: the owner said it. An assessment without a row
-- here was said by nobody knows whom. The role of an assessment is '' where that of its subject is not known.
ALTER TABLE assessment_rater ADD COLUMN rater_id uuid;
ALTER TABLE assessment_rater ADD FOREIGN KEY (org_id, rater_id) REFERENCES person (org_id, id);
-- Whoever is removed goes with all that was noted about them, whoever said it.
ALTER TABLE assessment_rater DROP CONSTRAINT assessment_rater_org_id_assessment_id_fkey;
ALTER TABLE assessment_rater ADD FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id) ON DELETE CASCADE;
CREATE INDEX assessment_rater_rater ON assessment_rater (org_id, rater_id);

-- A file with ratings of people that was brought: what it added, so that it can be taken back.
CREATE TABLE brought_ratings (
  org_id    uuid NOT NULL,
  id        uuid NOT NULL,
  owner_id  uuid NOT NULL,
  -- The name of the file.
  source    text NOT NULL,
  -- {people: ids, assessments: ids, revisions: [{assessmentId, skill, revisionId, replaces}]}
  added     jsonb NOT NULL,
  audience  text NOT NULL DEFAULT 'owner',
  made_at   timestamptz NOT NULL,
  undone_at timestamptz,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id)
);
CREATE INDEX brought_ratings_owner ON brought_ratings (org_id, owner_id, made_at);

DO $$
DECLARE
  mine constant text := 'org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid';
  me constant text := 'nullif(current_setting(''app.person_id'', true), '''')::uuid';
  own text;
BEGIN
  own := mine || ' AND (keeper_id IS NULL OR keeper_id = ' || me || ')';
  DROP POLICY of_viewer ON person;
  EXECUTE format('CREATE POLICY of_viewer ON person TO skillmap_app, skillmap_eraser USING (%s) WITH CHECK (%s)', own, own);
  own := mine || ' AND (audience <> ''owner'' OR owner_id = ' || me || ')';
  ALTER TABLE brought_ratings ENABLE ROW LEVEL SECURITY;
  ALTER TABLE brought_ratings FORCE ROW LEVEL SECURITY;
  EXECUTE format('CREATE POLICY of_viewer ON brought_ratings TO skillmap_app, skillmap_eraser USING (%s) WITH CHECK (%s)', own, own);
  CREATE POLICY of_keeper ON brought_ratings TO skillmap_keeper USING (true) WITH CHECK (true);
END
$$;
REVOKE ALL ON brought_ratings FROM PUBLIC;
GRANT SELECT, INSERT ON brought_ratings TO skillmap_app;
GRANT UPDATE (undone_at) ON brought_ratings TO skillmap_app;
GRANT SELECT, DELETE ON brought_ratings TO skillmap_eraser;
GRANT SELECT, INSERT, DELETE ON brought_ratings TO skillmap_keeper;

DO $$
DECLARE
  tag record;
BEGIN
  FOR tag IN SELECT * FROM (VALUES
    ('person', 'keeper_id', 'keeper_id', 'id', 'identify'),
    ('person', 'relation', 'keeper_id', 'id', 'assess'),
    ('person', 'role', 'keeper_id', 'id', 'assess'),
    ('person', 'revision_id', 'keeper_id', 'id', 'order'),
    ('assessment_rater', 'rater_id', 'owner_id', 'rater_id', 'rater'),
    ('brought_ratings', 'id', 'owner_id', 'owner_id', 'identify'),
    ('brought_ratings', 'owner_id', 'owner_id', 'owner_id', 'identify'),
    ('brought_ratings', 'source', 'owner_id', 'owner_id', 'trace'),
    ('brought_ratings', 'added', 'owner_id', 'owner_id', 'trace'),
    ('brought_ratings', 'audience', 'owner_id', 'owner_id', 'access'),
    ('brought_ratings', 'made_at', 'owner_id', 'owner_id', 'order'),
    ('brought_ratings', 'undone_at', 'owner_id', 'owner_id', 'order')
  ) AS tags (tab, col, owner, subject, purpose) LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I IS %L', tag.tab, tag.col,
      format('owner=%s subject=%s purpose=%s retention=person', tag.owner, tag.subject, tag.purpose));
  END LOOP;
  COMMENT ON COLUMN brought_ratings.org_id IS 'owner=org subject=- purpose=identify retention=org';
END
$$;
