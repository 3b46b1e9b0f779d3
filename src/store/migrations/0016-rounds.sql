-- People who rate each other: rounds and who takes part in them, what somebody was asked, what was opened together,
-- agreed levels, and what people say about ratings of them. Conventions of 0001-first.sql hold: keys start with org_id,
-- row security is forced, every column has a tag.
-- An assessment is its rater's alone (audience 'owner') until it is given. Giving it is done by the keeper, who sets
-- released_at and the audience in one step: 'subject', or 'manager' where the round said so before anybody answered.

-- Null: what somebody wrote down for themselves, outside anything that was asked.
ALTER TABLE assessment ADD COLUMN purpose text CHECK (purpose IN ('development', 'evaluation'));
ALTER TABLE assessment ADD COLUMN round_id uuid;
ALTER TABLE assessment ADD COLUMN confidential boolean NOT NULL DEFAULT false;
ALTER TABLE assessment ADD COLUMN released_at timestamptz;
ALTER TABLE rating_revision ADD COLUMN released_at timestamptz;
CREATE INDEX assessment_round ON assessment (org_id, round_id);

CREATE TABLE round (
  org_id           uuid NOT NULL,
  id               uuid NOT NULL,
  title            text NOT NULL,
  purpose          text NOT NULL CHECK (purpose IN ('development', 'evaluation')),
  confidential     boolean NOT NULL,
  -- Whoever manages somebody on the day they look sees what was given about them.
  manager_sees     boolean NOT NULL,
  framework_digest text NOT NULL,
  -- Ids of skills.
  skills           jsonb NOT NULL,
  -- Who rates: self, manager, peer, report, client.
  kinds            jsonb NOT NULL,
  starts_on        date NOT NULL,
  ends_on          date NOT NULL,
  started_by       uuid NOT NULL,
  started_at       timestamptz NOT NULL,
  closed_at        timestamptz,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id) REFERENCES org (org_id),
  FOREIGN KEY (org_id, framework_digest) REFERENCES framework_version (org_id, digest),
  CHECK (ends_on >= starts_on)
);

-- Whom a round is about. The raters of somebody are asked once a manager or an organiser agreed to the list.
CREATE TABLE round_subject (
  org_id    uuid NOT NULL,
  id        uuid NOT NULL,
  round_id  uuid NOT NULL,
  owner_id  uuid NOT NULL,
  agreed_by uuid,
  agreed_at timestamptz,
  audience  text NOT NULL DEFAULT 'owner',
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, round_id, owner_id),
  FOREIGN KEY (org_id, round_id) REFERENCES round (org_id, id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id)
);
CREATE INDEX round_subject_owner ON round_subject (org_id, owner_id);

-- Who is to rate whom. Whether they did is not here.
CREATE TABLE round_rater (
  org_id      uuid NOT NULL,
  id          uuid NOT NULL,
  round_id    uuid NOT NULL,
  owner_id    uuid NOT NULL,
  rater_id    uuid NOT NULL,
  rater_kind  text NOT NULL CHECK (rater_kind IN ('self', 'manager', 'peer', 'report', 'client')),
  -- Null: from the organisation chart.
  proposed_by uuid,
  proposed_at timestamptz NOT NULL,
  ended_at    timestamptz,
  audience    text NOT NULL DEFAULT 'owner',
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, round_id) REFERENCES round (org_id, id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, rater_id) REFERENCES person (org_id, id)
);
CREATE INDEX round_rater_owner ON round_rater (org_id, owner_id);
CREATE INDEX round_rater_rater ON round_rater (org_id, rater_id);

-- What one rater was asked, and whether they answered: the rater's own, and nobody else's. Of a confidential round this
-- is the participation, and assessment_id the link that closing destroys.
CREATE TABLE ask (
  org_id           uuid NOT NULL,
  id               uuid NOT NULL,
  owner_id         uuid NOT NULL,
  subject_id       uuid NOT NULL,
  asked_by         uuid NOT NULL,
  round_id         uuid,
  rater_kind       text NOT NULL CHECK (rater_kind IN ('self', 'manager', 'peer', 'report', 'client')),
  framework_digest text NOT NULL,
  skills           jsonb NOT NULL,
  purpose          text NOT NULL CHECK (purpose IN ('development', 'evaluation')),
  confidential     boolean NOT NULL,
  manager_sees     boolean NOT NULL,
  -- With whom it is opened together; until both are done neither sees the other's.
  blind_with       uuid,
  note             text NOT NULL,
  due_on           date NOT NULL,
  asked_at         timestamptz NOT NULL,
  assessment_id    uuid,
  answered_at      timestamptz,
  declined_at      timestamptz,
  ended_at         timestamptz,
  -- Skill ids with the level that the other is thought to give.
  guesses          jsonb NOT NULL,
  audience         text NOT NULL DEFAULT 'owner',
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, subject_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, framework_digest) REFERENCES framework_version (org_id, digest)
);
CREATE INDEX ask_owner ON ask (org_id, owner_id, asked_at);
CREATE INDEX ask_subject ON ask (org_id, subject_id);
CREATE INDEX ask_round ON ask (org_id, round_id);

-- That somebody asked somebody: the asker's own list. Whether they were answered is not here.
CREATE TABLE ask_sent (
  org_id     uuid NOT NULL,
  id         uuid NOT NULL,
  owner_id   uuid NOT NULL,
  subject_id uuid NOT NULL,
  rater_id   uuid NOT NULL,
  skills     jsonb NOT NULL,
  purpose    text NOT NULL CHECK (purpose IN ('development', 'evaluation')),
  note       text NOT NULL,
  due_on     date NOT NULL,
  sent_at    timestamptz NOT NULL,
  audience   text NOT NULL DEFAULT 'owner',
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, subject_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, rater_id) REFERENCES person (org_id, id)
);
CREATE INDEX ask_sent_owner ON ask_sent (org_id, owner_id, sent_at);

-- What somebody and their manager said of the same skills without seeing each other's, opened to both at one moment.
CREATE TABLE opening (
  org_id           uuid NOT NULL,
  id               uuid NOT NULL,
  -- The manager of the pair.
  owner_id         uuid NOT NULL,
  subject_id       uuid NOT NULL,
  round_id         uuid NOT NULL,
  framework_digest text NOT NULL,
  purpose          text NOT NULL CHECK (purpose IN ('development', 'evaluation')),
  content          jsonb NOT NULL,
  opened_by        uuid NOT NULL,
  opened_at        timestamptz NOT NULL,
  audience         text NOT NULL DEFAULT 'owner',
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, round_id, owner_id, subject_id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, subject_id) REFERENCES person (org_id, id)
);
CREATE INDEX opening_owner ON opening (org_id, owner_id);
CREATE INDEX opening_subject ON opening (org_id, subject_id);

-- Levels that two people agreed on, with what will be seen as proof by when. What was proposed never changes; the other
-- one signs it, or proposes another version.
CREATE TABLE agreement (
  org_id           uuid NOT NULL,
  id               uuid NOT NULL,
  -- The manager of the pair.
  owner_id         uuid NOT NULL,
  subject_id       uuid NOT NULL,
  version          integer NOT NULL CHECK (version >= 1),
  framework_digest text NOT NULL,
  purpose          text NOT NULL CHECK (purpose IN ('development', 'evaluation')),
  -- [{skill, level, proof, by}]
  items            jsonb NOT NULL,
  proposed_by      uuid NOT NULL,
  proposed_at      timestamptz NOT NULL,
  -- When the other one signed; whoever proposes signs by proposing.
  signed_at        timestamptz,
  audience         text NOT NULL DEFAULT 'owner',
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, owner_id, subject_id, version),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, subject_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, framework_digest) REFERENCES framework_version (org_id, digest)
);
CREATE INDEX agreement_subject ON agreement (org_id, subject_id);

-- What somebody says about a rating of them: it goes wherever the rating goes.
CREATE TABLE dispute (
  org_id        uuid NOT NULL,
  id            uuid NOT NULL,
  -- Whom the rating is about.
  owner_id      uuid NOT NULL,
  rater_id      uuid NOT NULL,
  assessment_id uuid NOT NULL,
  skill         text NOT NULL,
  kind          text NOT NULL CHECK (kind IN ('contest', 'addition')),
  words         text NOT NULL,
  said_at       timestamptz NOT NULL,
  ended_at      timestamptz,
  audience      text NOT NULL DEFAULT 'owner',
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, rater_id) REFERENCES person (org_id, id)
);
CREATE INDEX dispute_owner ON dispute (org_id, owner_id);
CREATE INDEX dispute_assessment ON dispute (org_id, assessment_id);

-- Plain comparisons only. The eraser also reaches what others wrote about the person who goes.
DO $$
DECLARE
  name text;
  org constant text := 'org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid';
  me constant text := 'nullif(current_setting(''app.person_id'', true), '''')::uuid';
  going constant text := '(current_user = ''skillmap_eraser'' AND subject_id = nullif(current_setting(''app.person_id'', true), '''')::uuid)';
  own text;
  adds text;
BEGIN
  DROP POLICY of_viewer ON assessment;
  DROP POLICY of_viewer ON rating_revision;
  FOREACH name IN ARRAY ARRAY['assessment', 'rating_revision', 'round', 'round_subject', 'round_rater', 'ask', 'ask_sent',
      'opening', 'agreement', 'dispute'] LOOP
    own := CASE name
      WHEN 'round' THEN org
      WHEN 'round_subject' THEN org || ' AND (audience <> ''owner'' OR owner_id = ' || me || ')'
      WHEN 'round_rater' THEN org || ' AND (audience <> ''owner'' OR owner_id = ' || me || ')'
      WHEN 'ask' THEN org || ' AND (owner_id = ' || me || ' OR ' || going || ')'
      WHEN 'ask_sent' THEN org || ' AND (owner_id = ' || me || ' OR (current_user = ''skillmap_eraser'' AND (subject_id = ' || me
        || ' OR rater_id = ' || me || ')))'
      WHEN 'opening' THEN org || ' AND (owner_id = ' || me || ' OR subject_id = ' || me || ')'
      WHEN 'agreement' THEN org || ' AND (owner_id = ' || me || ' OR subject_id = ' || me || ')'
      WHEN 'dispute' THEN org || ' AND (owner_id = ' || me || ' OR rater_id = ' || me || ' OR audience = ''manager'')'
      ELSE org || ' AND (owner_id = ' || me || ' OR (audience = ''subject'' AND subject_id = ' || me || ') OR audience = ''manager'' OR '
        || going || ')'
    END;
    -- Whoever asks writes the question into the list of whoever is asked, and cannot read it there.
    adds := CASE name WHEN 'ask' THEN org || ' AND (owner_id = ' || me || ' OR asked_by = ' || me || ')' ELSE own END;
    EXECUTE format('CREATE POLICY of_viewer ON %I TO skillmap_app, skillmap_eraser USING (%s) WITH CHECK (%s)', name, own, adds);
    IF name NOT IN ('assessment', 'rating_revision') THEN
      EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
      EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
      EXECUTE format('CREATE POLICY of_keeper ON %I TO skillmap_keeper USING (true) WITH CHECK (true)', name);
      EXECUTE format('REVOKE ALL ON %I FROM PUBLIC', name);
      EXECUTE format('GRANT SELECT, INSERT ON %I TO skillmap_app', name);
      EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO skillmap_keeper', name);
    END IF;
    IF name NOT IN ('assessment', 'rating_revision', 'round') THEN
      EXECUTE format('GRANT SELECT, DELETE ON %I TO skillmap_eraser', name);
    END IF;
  END LOOP;
END
$$;
GRANT UPDATE (closed_at) ON round TO skillmap_app, skillmap_keeper;
GRANT UPDATE (agreed_by, agreed_at) ON round_subject TO skillmap_app;
GRANT UPDATE (ended_at) ON round_rater, dispute TO skillmap_app;
GRANT UPDATE (assessment_id, answered_at, declined_at, guesses) ON ask TO skillmap_app;
GRANT UPDATE (assessment_id, ended_at) ON ask TO skillmap_keeper;
GRANT UPDATE (signed_at) ON agreement TO skillmap_app;
-- Giving an assessment: the one way in which a rating comes to be read by anybody but its writer.
GRANT UPDATE (released_at, audience) ON assessment, rating_revision TO skillmap_keeper;

DO $$
DECLARE
  tag record;
BEGIN
  FOR tag IN SELECT * FROM (VALUES
    ('assessment', 'purpose', 'owner_id', 'subject_id', 'access', 'person'),
    ('assessment', 'round_id', 'owner_id', 'subject_id', 'identify', 'person'),
    ('assessment', 'confidential', 'owner_id', 'subject_id', 'access', 'person'),
    ('assessment', 'released_at', 'owner_id', 'subject_id', 'access', 'person'),
    ('rating_revision', 'released_at', 'owner_id', 'subject_id', 'access', 'person'),
    ('round', 'org_id', 'org', '-', 'identify', 'org'),
    ('round', 'id', 'org', '-', 'identify', 'org'),
    ('round', 'title', 'org', '-', 'name', 'org'),
    ('round', 'purpose', 'org', '-', 'organise', 'org'),
    ('round', 'confidential', 'org', '-', 'organise', 'org'),
    ('round', 'manager_sees', 'org', '-', 'organise', 'org'),
    ('round', 'framework_digest', 'org', '-', 'organise', 'org'),
    ('round', 'skills', 'org', '-', 'organise', 'org'),
    ('round', 'kinds', 'org', '-', 'organise', 'org'),
    ('round', 'starts_on', 'org', '-', 'organise', 'org'),
    ('round', 'ends_on', 'org', '-', 'organise', 'org'),
    ('round', 'started_by', 'org', '-', 'trace', 'org'),
    ('round', 'started_at', 'org', '-', 'order', 'org'),
    ('round', 'closed_at', 'org', '-', 'order', 'org'),
    ('round_subject', 'org_id', 'org', '-', 'identify', 'org'),
    ('round_subject', 'id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('round_subject', 'round_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('round_subject', 'owner_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('round_subject', 'agreed_by', 'owner_id', '-', 'trace', 'person'),
    ('round_subject', 'agreed_at', 'owner_id', 'owner_id', 'order', 'person'),
    ('round_subject', 'audience', 'owner_id', 'owner_id', 'access', 'person'),
    ('round_rater', 'org_id', 'org', '-', 'identify', 'org'),
    ('round_rater', 'id', 'owner_id', 'rater_id', 'identify', 'person'),
    ('round_rater', 'round_id', 'owner_id', 'rater_id', 'identify', 'person'),
    ('round_rater', 'owner_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('round_rater', 'rater_id', 'owner_id', 'rater_id', 'rater', 'person'),
    ('round_rater', 'rater_kind', 'owner_id', 'rater_id', 'organise', 'person'),
    ('round_rater', 'proposed_by', 'owner_id', '-', 'trace', 'person'),
    ('round_rater', 'proposed_at', 'owner_id', 'rater_id', 'order', 'person'),
    ('round_rater', 'ended_at', 'owner_id', 'rater_id', 'order', 'person'),
    ('round_rater', 'audience', 'owner_id', 'rater_id', 'access', 'person'),
    ('ask', 'org_id', 'org', '-', 'identify', 'org'),
    ('ask', 'id', 'owner_id', 'subject_id', 'identify', 'person'),
    ('ask', 'owner_id', 'owner_id', 'owner_id', 'rater', 'person'),
    ('ask', 'subject_id', 'owner_id', 'subject_id', 'identify', 'person'),
    ('ask', 'asked_by', 'owner_id', '-', 'trace', 'person'),
    ('ask', 'round_id', 'owner_id', 'subject_id', 'identify', 'person'),
    ('ask', 'rater_kind', 'owner_id', 'subject_id', 'assess', 'person'),
    ('ask', 'framework_digest', 'owner_id', 'subject_id', 'assess', 'person'),
    ('ask', 'skills', 'owner_id', 'subject_id', 'assess', 'person'),
    ('ask', 'purpose', 'owner_id', 'subject_id', 'access', 'person'),
    ('ask', 'confidential', 'owner_id', 'subject_id', 'access', 'person'),
    ('ask', 'manager_sees', 'owner_id', 'subject_id', 'access', 'person'),
    ('ask', 'blind_with', 'owner_id', '-', 'assess', 'person'),
    ('ask', 'note', 'owner_id', 'subject_id', 'assess', 'person'),
    ('ask', 'due_on', 'owner_id', 'owner_id', 'order', 'person'),
    ('ask', 'asked_at', 'owner_id', 'owner_id', 'order', 'person'),
    ('ask', 'assessment_id', 'owner_id', 'subject_id', 'rater', 'person'),
    ('ask', 'answered_at', 'owner_id', 'owner_id', 'order', 'person'),
    ('ask', 'declined_at', 'owner_id', 'owner_id', 'order', 'person'),
    ('ask', 'ended_at', 'owner_id', 'owner_id', 'order', 'person'),
    ('ask', 'guesses', 'owner_id', 'subject_id', 'assess', 'person'),
    ('ask', 'audience', 'owner_id', 'owner_id', 'access', 'person'),
    ('ask_sent', 'org_id', 'org', '-', 'identify', 'org'),
    ('ask_sent', 'id', 'owner_id', 'subject_id', 'identify', 'person'),
    ('ask_sent', 'owner_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('ask_sent', 'subject_id', 'owner_id', 'subject_id', 'identify', 'person'),
    ('ask_sent', 'rater_id', 'owner_id', 'rater_id', 'rater', 'person'),
    ('ask_sent', 'skills', 'owner_id', 'subject_id', 'assess', 'person'),
    ('ask_sent', 'purpose', 'owner_id', 'subject_id', 'access', 'person'),
    ('ask_sent', 'note', 'owner_id', 'subject_id', 'assess', 'person'),
    ('ask_sent', 'due_on', 'owner_id', 'subject_id', 'order', 'person'),
    ('ask_sent', 'sent_at', 'owner_id', 'subject_id', 'order', 'person'),
    ('ask_sent', 'audience', 'owner_id', 'owner_id', 'access', 'person'),
    ('opening', 'org_id', 'org', '-', 'identify', 'org'),
    ('opening', 'id', 'owner_id', 'subject_id', 'identify', 'person'),
    ('opening', 'owner_id', 'owner_id', 'owner_id', 'rater', 'person'),
    ('opening', 'subject_id', 'owner_id', 'subject_id', 'identify', 'person'),
    ('opening', 'round_id', 'owner_id', 'subject_id', 'identify', 'person'),
    ('opening', 'framework_digest', 'owner_id', 'subject_id', 'assess', 'person'),
    ('opening', 'purpose', 'owner_id', 'subject_id', 'access', 'person'),
    ('opening', 'content', 'owner_id', 'subject_id', 'assess', 'person'),
    ('opening', 'opened_by', 'owner_id', '-', 'trace', 'person'),
    ('opening', 'opened_at', 'owner_id', 'subject_id', 'order', 'person'),
    ('opening', 'audience', 'owner_id', 'subject_id', 'access', 'person'),
    ('agreement', 'org_id', 'org', '-', 'identify', 'org'),
    ('agreement', 'id', 'owner_id', 'subject_id', 'identify', 'person'),
    ('agreement', 'owner_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('agreement', 'subject_id', 'owner_id', 'subject_id', 'identify', 'person'),
    ('agreement', 'version', 'owner_id', 'subject_id', 'order', 'person'),
    ('agreement', 'framework_digest', 'owner_id', 'subject_id', 'assess', 'person'),
    ('agreement', 'purpose', 'owner_id', 'subject_id', 'access', 'person'),
    ('agreement', 'items', 'owner_id', 'subject_id', 'assess', 'person'),
    ('agreement', 'proposed_by', 'owner_id', '-', 'trace', 'person'),
    ('agreement', 'proposed_at', 'owner_id', 'subject_id', 'order', 'person'),
    ('agreement', 'signed_at', 'owner_id', 'subject_id', 'order', 'person'),
    ('agreement', 'audience', 'owner_id', 'subject_id', 'access', 'person'),
    ('dispute', 'org_id', 'org', '-', 'identify', 'org'),
    ('dispute', 'id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('dispute', 'owner_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('dispute', 'rater_id', 'owner_id', 'rater_id', 'rater', 'person'),
    ('dispute', 'assessment_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('dispute', 'skill', 'owner_id', 'owner_id', 'assess', 'person'),
    ('dispute', 'kind', 'owner_id', 'owner_id', 'assess', 'person'),
    ('dispute', 'words', 'owner_id', 'owner_id', 'assess', 'person'),
    ('dispute', 'said_at', 'owner_id', 'owner_id', 'order', 'person'),
    ('dispute', 'ended_at', 'owner_id', 'owner_id', 'order', 'person'),
    ('dispute', 'audience', 'owner_id', 'owner_id', 'access', 'person')
  ) AS tags (tab, col, owner, subject, purpose, retention) LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I IS %L', tag.tab, tag.col,
      format('owner=%s subject=%s purpose=%s retention=%s', tag.owner, tag.subject, tag.purpose, tag.retention));
  END LOOP;
END
$$;
