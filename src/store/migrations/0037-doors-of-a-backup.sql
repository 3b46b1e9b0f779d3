-- Whoever puts a backup back does not open again what was closed since: grants that were ended and people who have left
-- stay so. With a last day their lines end, as they do whenever one is noted.

GRANT UPDATE (left_on, closed_at) ON person TO skillmap_keeper;
GRANT UPDATE (until_on) ON team_member, management, held_role TO skillmap_keeper;
GRANT UPDATE (ended_at) ON admin_grant TO skillmap_keeper;
