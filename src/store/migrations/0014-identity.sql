-- How the people of an organisation prove who they are: identities at a provider, passkeys, what happened to both, and
-- attempts that are under way. Conventions of 0001-first.sql hold.

-- An identity is looked up by issuer and subject before anybody is known, as a session is by its secret.
DROP POLICY of_viewer ON account;
CREATE POLICY of_viewer ON account TO skillmap_app, skillmap_eraser
  USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid)
  WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);
ALTER TABLE account ADD COLUMN last_used_at timestamptz;
GRANT DELETE ON account TO skillmap_app;

-- The public half of a passkey. What opens the door stays in the person's device.
CREATE TABLE passkey (
  org_id        uuid NOT NULL,
  id            uuid NOT NULL,
  owner_id      uuid NOT NULL,
  credential_id text NOT NULL,
  -- As the device gave it (COSE), base64url.
  public_key    text NOT NULL,
  -- Signatures so far, as the device counts them; devices that share a passkey leave it at 0.
  counter       bigint NOT NULL,
  transports    jsonb NOT NULL,
  name          text NOT NULL,
  audience      text NOT NULL DEFAULT 'owner',
  created_at    timestamptz NOT NULL,
  last_used_at  timestamptz,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, credential_id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id)
);
CREATE INDEX passkey_owner ON passkey (org_id, owner_id);

-- What happened to the ways in of one person, for that person to read.
CREATE TABLE account_event (
  org_id   uuid NOT NULL,
  id       uuid NOT NULL,
  owner_id uuid NOT NULL,
  kind     text NOT NULL,
  -- Who did it, where it was somebody else; null: from the terminal of the server.
  by_id    uuid,
  audience text NOT NULL DEFAULT 'owner',
  at       timestamptz NOT NULL,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id)
);
CREATE INDEX account_event_owner ON account_event (org_id, owner_id);

-- A sign-in that has begun: found by the secret in the cookie of the browser that began it, used once.
CREATE TABLE sign_in_attempt (
  org_id     uuid NOT NULL,
  token_hash text NOT NULL,
  content    jsonb NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, token_hash),
  FOREIGN KEY (org_id) REFERENCES org (org_id)
);

DO $$
DECLARE
  name text;
  org constant text := 'org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid';
  own text;
BEGIN
  FOREACH name IN ARRAY ARRAY['passkey', 'account_event', 'sign_in_attempt'] LOOP
    own := org;
    -- Whoever invites somebody writes a line that only the invited person reads.
    IF name = 'account_event' THEN
      own := org || ' AND owner_id = nullif(current_setting(''app.person_id'', true), '''')::uuid';
    END IF;
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY of_viewer ON %I TO skillmap_app, skillmap_eraser USING (%s) WITH CHECK (%s)', name, own, org);
    EXECUTE format('CREATE POLICY of_keeper ON %I TO skillmap_keeper USING (true) WITH CHECK (true)', name);
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO skillmap_app', name);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO skillmap_keeper', name);
  END LOOP;
END
$$;
GRANT DELETE ON passkey, sign_in_attempt TO skillmap_app;
GRANT UPDATE (name, counter, last_used_at) ON passkey TO skillmap_app;
GRANT SELECT, DELETE ON passkey, account_event TO skillmap_eraser;

DO $$
DECLARE
  tag record;
BEGIN
  FOR tag IN SELECT * FROM (VALUES
    ('account', 'last_used_at', 'owner_id', 'owner_id', 'sign-in', 'person'),
    ('passkey', 'org_id', 'org', '-', 'identify', 'org'),
    ('passkey', 'id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('passkey', 'owner_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('passkey', 'credential_id', 'owner_id', 'owner_id', 'sign-in', 'person'),
    ('passkey', 'public_key', 'owner_id', 'owner_id', 'sign-in', 'person'),
    ('passkey', 'counter', 'owner_id', 'owner_id', 'sign-in', 'person'),
    ('passkey', 'transports', 'owner_id', 'owner_id', 'sign-in', 'person'),
    ('passkey', 'name', 'owner_id', 'owner_id', 'name', 'person'),
    ('passkey', 'audience', 'owner_id', 'owner_id', 'access', 'person'),
    ('passkey', 'created_at', 'owner_id', 'owner_id', 'order', 'person'),
    ('passkey', 'last_used_at', 'owner_id', 'owner_id', 'sign-in', 'person'),
    ('account_event', 'org_id', 'org', '-', 'identify', 'org'),
    ('account_event', 'id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('account_event', 'owner_id', 'owner_id', 'owner_id', 'identify', 'person'),
    ('account_event', 'kind', 'owner_id', 'owner_id', 'trace', 'person'),
    ('account_event', 'by_id', 'owner_id', '-', 'trace', 'person'),
    ('account_event', 'audience', 'owner_id', 'owner_id', 'access', 'person'),
    ('account_event', 'at', 'owner_id', 'owner_id', 'order', 'person'),
    ('sign_in_attempt', 'org_id', 'org', '-', 'identify', 'org'),
    ('sign_in_attempt', 'token_hash', 'org', '-', 'secret', 'org'),
    ('sign_in_attempt', 'content', 'org', '-', 'secret', 'org'),
    ('sign_in_attempt', 'expires_at', 'org', '-', 'sign-in', 'org')
  ) AS tags (tab, col, owner, subject, purpose, retention) LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I IS %L', tag.tab, tag.col,
      format('owner=%s subject=%s purpose=%s retention=%s', tag.owner, tag.subject, tag.purpose, tag.retention));
  END LOOP;
END
$$;
