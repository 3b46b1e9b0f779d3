-- What somebody prepares for a talk with somebody, and what was agreed there. The words are sealed with their key (src/store/private-text.ts).
-- Conventions of 0001-first.sql hold: keys start with org_id, row security is forced, every column has a tag.

CREATE TABLE conversation_revision (
  org_id           uuid NOT NULL,
  owner_id         uuid NOT NULL,
  -- The conversation; all its revisions share it.
  id               uuid NOT NULL,
  revision_id      uuid NOT NULL,
  version          integer NOT NULL CHECK (version >= 1),
  replaces         uuid,
  withdrawn        boolean NOT NULL DEFAULT false,
  framework_digest text NOT NULL,
  held_on          date NOT NULL,
  -- With whom, what is on the page, questions, next steps and notes, as sealed JSON.
  sealed           text NOT NULL,
  audience         text NOT NULL DEFAULT 'owner',
  written_at       timestamptz NOT NULL,
  PRIMARY KEY (org_id, revision_id),
  UNIQUE (org_id, owner_id, id, version),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, framework_digest) REFERENCES framework_version (org_id, digest)
);
CREATE VIEW current_conversation WITH (security_invoker = true) AS
  SELECT DISTINCT ON (org_id, owner_id, id) *
  FROM conversation_revision
  ORDER BY org_id, owner_id, id, version DESC;

DO $$
DECLARE
  mine constant text := 'org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid AND (audience <> ''owner'' OR owner_id = nullif(current_setting(''app.person_id'', true), '''')::uuid)';
BEGIN
  ALTER TABLE conversation_revision ENABLE ROW LEVEL SECURITY;
  ALTER TABLE conversation_revision FORCE ROW LEVEL SECURITY;
  EXECUTE format('CREATE POLICY of_viewer ON conversation_revision TO skillmap_app, skillmap_eraser USING (%s) WITH CHECK (%s)', mine, mine);
  CREATE POLICY of_keeper ON conversation_revision TO skillmap_keeper USING (true) WITH CHECK (true);
END
$$;
REVOKE ALL ON conversation_revision, current_conversation FROM PUBLIC;
GRANT SELECT, INSERT ON conversation_revision TO skillmap_app;
GRANT SELECT, DELETE ON conversation_revision TO skillmap_eraser;
GRANT SELECT, INSERT, DELETE ON conversation_revision TO skillmap_keeper;
GRANT SELECT ON current_conversation TO skillmap_app;

DO $$
DECLARE
  tag record;
BEGIN
  FOR tag IN SELECT * FROM (VALUES
    ('owner_id', 'identify'),
    ('id', 'identify'),
    ('revision_id', 'identify'),
    ('version', 'order'),
    ('replaces', 'order'),
    ('withdrawn', 'order'),
    ('framework_digest', 'conversation'),
    ('held_on', 'conversation'),
    ('sealed', 'sealed-text'),
    ('audience', 'access'),
    ('written_at', 'order')
  ) AS tags (col, purpose) LOOP
    EXECUTE format('COMMENT ON COLUMN conversation_revision.%I IS %L', tag.col,
      format('owner=owner_id subject=owner_id purpose=%s retention=person', tag.purpose));
  END LOOP;
  COMMENT ON COLUMN conversation_revision.org_id IS 'owner=org subject=- purpose=identify retention=org';
END
$$;
