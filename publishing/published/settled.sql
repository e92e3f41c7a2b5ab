-- The moment before which no change can appear any more, and whether nobody acts. Whoever acts holds a shared lock whose
-- number is the second at which the transaction began (publishing/history.py), from before it
-- takes any moment until it has committed. Read alone, before what depends on it.
SELECT least(
    clock_timestamp(),
    min('2020-01-01 00:00+00'::timestamptz + l.objid::bigint * interval '1 second')
) AS before, count(*) = 0 AS is_quiet
FROM pg_locks l
WHERE l.locktype = 'advisory' AND l.classid = 20200101 AND l.objsubid = 2
  AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
  AND l.pid <> pg_backend_pid()
