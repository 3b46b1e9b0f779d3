-- Whoever puts a backup back ends the ways in that it holds: tokens of directories stay as ended ones, so that the record
-- can still name them, and the rest of what somebody chose about reminders stays.

GRANT UPDATE (ended_at) ON directory_token TO skillmap_keeper;
GRANT UPDATE (token_hash) ON reminder TO skillmap_keeper;
