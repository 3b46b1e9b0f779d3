-- Somebody has a grant once or not at all: one that was given twice ended only half when it was ended. Conventions of
-- 0001-first.sql hold.

-- Whoever owns a table sees its rows only where row security is not forced upon them.
ALTER TABLE admin_grant NO FORCE ROW LEVEL SECURITY;
UPDATE admin_grant AS twin SET ended_at = now()
WHERE ended_at IS NULL AND EXISTS (
  SELECT FROM admin_grant AS first
  WHERE first.org_id = twin.org_id AND first.owner_id = twin.owner_id AND first.scope = twin.scope
    AND first.ended_at IS NULL AND (first.granted_at, first.id) < (twin.granted_at, twin.id)
);
ALTER TABLE admin_grant FORCE ROW LEVEL SECURITY;

CREATE UNIQUE INDEX admin_grant_held ON admin_grant (org_id, owner_id, scope) WHERE ended_at IS NULL;
