-- What confidential rounds leave behind, and figures about several people. Conventions of 0001-first.sql hold: keys
-- start with org_id, row security is forced, every column has a tag.
-- Closing a confidential round and making a release are done by the keeper, within the transaction of whoever does it:
-- the application itself can neither write nor change nor remove any of this.

-- One for each person and round: numbers that lead back to no rater. The owner is the person they are about.
CREATE TABLE sealed_contribution (
  org_id           uuid NOT NULL,
  id               uuid NOT NULL,
  owner_id         uuid NOT NULL,
  round_id         uuid NOT NULL,
  framework_digest text NOT NULL,
  purpose          text NOT NULL CHECK (purpose IN ('development', 'evaluation')),
  -- {raters: 3, values: [{skill, value, variance}], sharedVariance}; null where too few answered.
  content          jsonb,
  closed_on        date NOT NULL,
  -- The day of the close, at midnight.
  released_at      timestamptz NOT NULL,
  audience         text NOT NULL DEFAULT 'owner',
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, round_id, owner_id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, round_id) REFERENCES round (org_id, id),
  FOREIGN KEY (org_id, framework_digest) REFERENCES framework_version (org_id, digest)
);
CREATE INDEX sealed_contribution_owner ON sealed_contribution (org_id, owner_id, closed_on);

-- How strict somebody rates, without whom they rated: one for everybody whom a round asked, whether they answered or
-- not, all of one length and sealed with the key file, so that the table says nothing to whoever reads the database.
CREATE TABLE rater_strictness (
  org_id    uuid NOT NULL,
  id        uuid NOT NULL,
  owner_id  uuid NOT NULL,
  sealed    text NOT NULL,
  closed_on date NOT NULL,
  audience  text NOT NULL DEFAULT 'owner',
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id)
);
CREATE INDEX rater_strictness_owner ON rater_strictness (org_id, owner_id, closed_on);

-- What a round says about the framework: where raters disagree, and which criteria nobody uses.
CREATE TABLE round_quality (
  org_id           uuid NOT NULL,
  round_id         uuid NOT NULL,
  framework_digest text NOT NULL,
  -- [{skill, disagreement, hardlyUsed: behaviour ids}]
  content          jsonb NOT NULL,
  closed_on        date NOT NULL,
  PRIMARY KEY (org_id, round_id),
  FOREIGN KEY (org_id, round_id) REFERENCES round (org_id, id),
  FOREIGN KEY (org_id, framework_digest) REFERENCES framework_version (org_id, digest)
);

-- Figures about several people as they were published on one day. Nothing of a release ever changes.
CREATE TABLE view_release (
  org_id           uuid NOT NULL,
  id               uuid NOT NULL,
  number           integer NOT NULL,
  framework_digest text NOT NULL,
  -- What the view was switched on for when it was made.
  purpose          text NOT NULL,
  made_by          uuid,
  released_at      timestamptz NOT NULL,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, number),
  -- One a day at most.
  UNIQUE (org_id, released_at),
  FOREIGN KEY (org_id, framework_digest) REFERENCES framework_version (org_id, digest)
);

-- One row for each choice of filters: it answers by what is shown, and not by how many people there are.
CREATE TABLE release_cell (
  org_id     uuid NOT NULL,
  release_id uuid NOT NULL,
  -- '' is the whole organisation.
  team       text NOT NULL,
  path       text NOT NULL,
  role       text NOT NULL,
  -- {skill: {people, counts, expected, repeated}}
  figures    jsonb NOT NULL,
  PRIMARY KEY (org_id, release_id, team, path, role),
  FOREIGN KEY (org_id, release_id) REFERENCES view_release (org_id, id)
);

-- The blocks of the last release, by skill, without their people: what the next one must not take apart.
CREATE TABLE release_block (
  org_id     uuid NOT NULL,
  skill      text NOT NULL,
  release_id uuid NOT NULL,
  blocks     jsonb NOT NULL,
  PRIMARY KEY (org_id, skill),
  FOREIGN KEY (org_id, release_id) REFERENCES view_release (org_id, id)
);

-- In which block somebody was counted in the last release, by skill. Erasing them takes this with it.
CREATE TABLE counted_person (
  org_id   uuid NOT NULL,
  owner_id uuid NOT NULL,
  -- {skill: number of the block}
  blocks   jsonb NOT NULL,
  audience text NOT NULL DEFAULT 'owner',
  PRIMARY KEY (org_id, owner_id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id)
);

DO $$
DECLARE
  name text;
  org constant text := 'org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid';
  me constant text := 'nullif(current_setting(''app.person_id'', true), '''')::uuid';
  own text;
BEGIN
  FOREACH name IN ARRAY ARRAY['sealed_contribution', 'rater_strictness', 'round_quality', 'view_release', 'release_cell',
      'release_block', 'counted_person'] LOOP
    own := CASE name
      WHEN 'sealed_contribution' THEN org || ' AND owner_id = ' || me
      WHEN 'rater_strictness' THEN org || ' AND owner_id = ' || me
      WHEN 'counted_person' THEN org || ' AND owner_id = ' || me
      ELSE org
    END;
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY of_viewer ON %I TO skillmap_app, skillmap_eraser USING (%s) WITH CHECK (%s)', name, own, own);
    EXECUTE format('CREATE POLICY of_keeper ON %I TO skillmap_keeper USING (true) WITH CHECK (true)', name);
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC', name);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO skillmap_keeper', name);
    IF name <> 'release_block' THEN EXECUTE format('GRANT SELECT ON %I TO skillmap_app', name); END IF;
  END LOOP;
END
$$;
GRANT SELECT, DELETE ON sealed_contribution, rater_strictness, counted_person TO skillmap_eraser;

DO $$
DECLARE
  tag record;
BEGIN
  FOR tag IN SELECT * FROM (VALUES
    ('sealed_contribution', 'org_id', 'org', '-', 'identify', 'org'),
    ('sealed_contribution', 'id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('sealed_contribution', 'owner_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('sealed_contribution', 'round_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('sealed_contribution', 'framework_digest', 'owner_id', 'owner_id', 'assess', 'person'),
    ('sealed_contribution', 'purpose', 'owner_id', 'owner_id', 'access', 'person'),
    ('sealed_contribution', 'content', 'owner_id', 'owner_id', 'assess', 'person'),
    ('sealed_contribution', 'closed_on', 'owner_id', 'owner_id', 'order', 'person'),
    ('sealed_contribution', 'released_at', 'owner_id', 'owner_id', 'access', 'person'),
    ('sealed_contribution', 'audience', 'owner_id', 'owner_id', 'access', 'person'),
    ('rater_strictness', 'org_id', 'org', '-', 'identify', 'org'),
    ('rater_strictness', 'id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('rater_strictness', 'owner_id', 'owner_id', 'owner_id', 'rater', 'person'),
    ('rater_strictness', 'sealed', 'owner_id', 'owner_id', 'secret', 'person'),
    ('rater_strictness', 'closed_on', 'owner_id', 'owner_id', 'order', 'person'),
    ('rater_strictness', 'audience', 'owner_id', 'owner_id', 'access', 'person'),
    ('round_quality', 'org_id', 'org', '-', 'identify', 'org'),
    ('round_quality', 'round_id', 'org', '-', 'identify', 'org'),
    ('round_quality', 'framework_digest', 'org', '-', 'assess', 'org'),
    ('round_quality', 'content', 'org', '-', 'assess', 'org'),
    ('round_quality', 'closed_on', 'org', '-', 'order', 'org'),
    ('view_release', 'org_id', 'org', '-', 'identify', 'org'),
    ('view_release', 'id', 'org', '-', 'identify', 'org'),
    ('view_release', 'number', 'org', '-', 'order', 'org'),
    ('view_release', 'framework_digest', 'org', '-', 'assess', 'org'),
    ('view_release', 'purpose', 'org', '-', 'settings', 'org'),
    ('view_release', 'made_by', 'org', '-', 'trace', 'org'),
    ('view_release', 'released_at', 'org', '-', 'order', 'org'),
    ('release_cell', 'org_id', 'org', '-', 'identify', 'org'),
    ('release_cell', 'release_id', 'org', '-', 'identify', 'org'),
    ('release_cell', 'team', 'org', '-', 'organise', 'org'),
    ('release_cell', 'path', 'org', '-', 'organise', 'org'),
    ('release_cell', 'role', 'org', '-', 'organise', 'org'),
    ('release_cell', 'figures', 'org', '-', 'assess', 'org'),
    ('release_block', 'org_id', 'org', '-', 'identify', 'org'),
    ('release_block', 'skill', 'org', '-', 'assess', 'org'),
    ('release_block', 'release_id', 'org', '-', 'identify', 'org'),
    ('release_block', 'blocks', 'org', '-', 'assess', 'org'),
    ('counted_person', 'org_id', 'org', '-', 'identify', 'org'),
    ('counted_person', 'owner_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('counted_person', 'blocks', 'owner_id', 'owner_id', 'organise', 'person'),
    ('counted_person', 'audience', 'owner_id', 'owner_id', 'access', 'person')
  ) AS tags (tab, col, owner, subject, purpose, retention) LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I IS %L', tag.tab, tag.col,
      format('owner=%s subject=%s purpose=%s retention=%s', tag.owner, tag.subject, tag.purpose, tag.retention));
  END LOOP;
END
$$;
