-- Under which name what is public now may be kept: until something public changes, until the next
-- moment at which time alone changes it, and until the day ends that answers tell.
SELECT e.name, (SELECT max(b.at) FROM publishing_boundary b WHERE b.at <= now()) AS since,
    (now() AT TIME ZONE 'UTC')::date AS day
FROM publishing_edition e
