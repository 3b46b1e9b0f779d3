-- That somebody whom a person keeps is a member of the organisation, and what the member says of each thing that is held
-- about them. Conventions of 0001-first.sql hold: keys start with org_id, row security is forced, every column has a tag.

CREATE TABLE joining (
  org_id     uuid NOT NULL,
  id         uuid NOT NULL,
  -- Whoever kept the person.
  owner_id   uuid NOT NULL,
  -- The member whom they say it is.
  subject_id uuid NOT NULL,
  -- The kept person.
  kept_id    uuid NOT NULL,
  -- Sealed records of the owner's that name the kept person, without their words: [{id, kind, day}].
  named      jsonb NOT NULL,
  -- When the owner's own request last looked them up.
  named_at   timestamptz NOT NULL,
  audience   text NOT NULL DEFAULT 'owner',
  linked_at  timestamptz NOT NULL,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, owner_id, kept_id),
  UNIQUE (org_id, owner_id, subject_id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, subject_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, kept_id) REFERENCES person (org_id, id)
);
CREATE INDEX joining_subject ON joining (org_id, subject_id);
CREATE INDEX joining_kept ON joining (org_id, kept_id);

-- What the member said of one thing: it is theirs from now on, or they object to it. One answer at a time holds.
CREATE TABLE held_answer (
  org_id        uuid NOT NULL,
  id            uuid NOT NULL,
  -- The member, who answers.
  owner_id      uuid NOT NULL,
  -- Whoever wrote the thing, and answers an objection.
  keeper_id     uuid NOT NULL,
  joining_id    uuid NOT NULL,
  -- The rating as it was noted; no foreign key: it may be removed for good, and the answer tells that it was.
  assessment_id uuid,
  skill         text,
  -- Or a record among joining.named.
  record_id     uuid,
  kind          text NOT NULL CHECK (kind IN ('claimed', 'objected')),
  -- Of an objection: that the words stand beside it, or that it is removed.
  wish          text CHECK (wish IN ('beside', 'removal')),
  words         text NOT NULL,
  said_at       timestamptz NOT NULL,
  ended_at      timestamptz,
  reply         text,
  replied_at    timestamptz,
  removed_at    timestamptz,
  -- Of a claim: the assessment in the member's record that the rating is in now.
  claimed_id    uuid,
  audience      text NOT NULL DEFAULT 'owner',
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, keeper_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, joining_id) REFERENCES joining (org_id, id) ON DELETE CASCADE,
  CHECK (record_id IS NOT NULL OR (assessment_id IS NOT NULL AND skill IS NOT NULL))
);
CREATE INDEX held_answer_joining ON held_answer (org_id, joining_id);
CREATE INDEX held_answer_owner ON held_answer (org_id, owner_id);
CREATE INDEX held_answer_keeper ON held_answer (org_id, keeper_id);
CREATE UNIQUE INDEX held_answer_rating ON held_answer (org_id, assessment_id, skill)
  WHERE ended_at IS NULL AND removed_at IS NULL;
CREATE UNIQUE INDEX held_answer_record ON held_answer (org_id, record_id) WHERE ended_at IS NULL AND removed_at IS NULL;

-- What somebody else said, as its owner wrote it down: the owner gave it, and did not say it.
ALTER TABLE assessment ADD COLUMN written_down boolean NOT NULL DEFAULT false;

DO $$
DECLARE
  mine constant text := 'org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid';
  me constant text := 'nullif(current_setting(''app.person_id'', true), '''')::uuid';
  parts text;
BEGIN
  ALTER TABLE joining ENABLE ROW LEVEL SECURITY;
  ALTER TABLE joining FORCE ROW LEVEL SECURITY;
  parts := mine || ' AND (owner_id = ' || me || ' OR subject_id = ' || me || ')';
  -- Only whoever keeps somebody says who they are.
  EXECUTE format('CREATE POLICY of_viewer ON joining TO skillmap_app, skillmap_eraser USING (%s) WITH CHECK (%s)',
    parts, mine || ' AND owner_id = ' || me);
  CREATE POLICY of_keeper ON joining TO skillmap_keeper USING (true) WITH CHECK (true);
  ALTER TABLE held_answer ENABLE ROW LEVEL SECURITY;
  ALTER TABLE held_answer FORCE ROW LEVEL SECURITY;
  parts := mine || ' AND (owner_id = ' || me || ' OR keeper_id = ' || me || ')';
  EXECUTE format('CREATE POLICY of_viewer ON held_answer TO skillmap_app, skillmap_eraser USING (%s) WITH CHECK (%s)', parts, parts);
  CREATE POLICY of_keeper ON held_answer TO skillmap_keeper USING (true) WITH CHECK (true);
END
$$;
REVOKE ALL ON joining, held_answer FROM PUBLIC;
GRANT SELECT, INSERT ON joining, held_answer TO skillmap_app;
GRANT UPDATE (named, named_at) ON joining TO skillmap_app;
GRANT UPDATE (ended_at, reply, replied_at, removed_at) ON held_answer TO skillmap_app;
GRANT SELECT, DELETE ON joining, held_answer TO skillmap_eraser;
GRANT SELECT, INSERT, DELETE ON joining, held_answer TO skillmap_keeper;
-- Claiming moves a rating into the record of whom it is about, and undoing moves it back.
GRANT UPDATE (assessment_id, subject_id) ON rating_revision TO skillmap_keeper;

DO $$
DECLARE
  tag record;
BEGIN
  FOR tag IN SELECT * FROM (VALUES
    ('joining', 'id', 'owner_id', 'subject_id', 'identify'),
    ('joining', 'owner_id', 'owner_id', 'subject_id', 'identify'),
    ('joining', 'subject_id', 'owner_id', 'subject_id', 'identify'),
    ('joining', 'kept_id', 'owner_id', 'kept_id', 'identify'),
    ('joining', 'named', 'owner_id', 'subject_id', 'trace'),
    ('joining', 'named_at', 'owner_id', 'subject_id', 'order'),
    ('joining', 'audience', 'owner_id', 'subject_id', 'access'),
    ('joining', 'linked_at', 'owner_id', 'subject_id', 'order'),
    ('held_answer', 'id', 'owner_id', 'owner_id', 'identify'),
    ('held_answer', 'owner_id', 'owner_id', 'owner_id', 'identify'),
    ('held_answer', 'keeper_id', 'owner_id', 'keeper_id', 'identify'),
    ('held_answer', 'joining_id', 'owner_id', 'owner_id', 'identify'),
    ('held_answer', 'assessment_id', 'owner_id', 'owner_id', 'identify'),
    ('held_answer', 'skill', 'owner_id', 'owner_id', 'assess'),
    ('held_answer', 'record_id', 'owner_id', 'owner_id', 'identify'),
    ('held_answer', 'kind', 'owner_id', 'owner_id', 'assess'),
    ('held_answer', 'wish', 'owner_id', 'owner_id', 'assess'),
    ('held_answer', 'words', 'owner_id', 'owner_id', 'assess'),
    ('held_answer', 'said_at', 'owner_id', 'owner_id', 'order'),
    ('held_answer', 'ended_at', 'owner_id', 'owner_id', 'order'),
    ('held_answer', 'reply', 'keeper_id', 'owner_id', 'assess'),
    ('held_answer', 'replied_at', 'keeper_id', 'owner_id', 'order'),
    ('held_answer', 'removed_at', 'keeper_id', 'owner_id', 'order'),
    ('held_answer', 'claimed_id', 'owner_id', 'owner_id', 'identify'),
    ('held_answer', 'audience', 'owner_id', 'owner_id', 'access'),
    ('assessment', 'written_down', 'owner_id', 'subject_id', 'rater')
  ) AS tags (tab, col, owner, subject, purpose) LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I IS %L', tag.tab, tag.col,
      format('owner=%s subject=%s purpose=%s retention=person', tag.owner, tag.subject, tag.purpose));
  END LOOP;
  COMMENT ON COLUMN joining.org_id IS 'owner=org subject=- purpose=identify retention=org';
  COMMENT ON COLUMN held_answer.org_id IS 'owner=org subject=- purpose=identify retention=org';
END
$$;
