-- Once shown and no longer: withdrawn, its time over, the consent ended, or merged into another.
SELECT p.id, coalesce(nullif(p.withdrawal_reason, ''), 'other') AS reason,
    survivor.id AS merged_into_id
FROM people_person p
LEFT JOIN people_shown survivor ON survivor.id = p.merged_into_id
WHERE NOT EXISTS (SELECT FROM people_shown shown WHERE shown.id = p.id)
  AND p.published_at IS NOT NULL
  AND p.visibility <> 'count_only'
  AND (
      gone(p)
      OR visible(p) AND (
          p.merged_into_id IS NOT NULL
          OR EXISTS (
              SELECT FROM people_consent c
              WHERE c.person_id = p.id AND c.audience = 'public'
                AND c.field_group IN ('name', 'pseudonym')
                AND coalesce(c.withdrawn_at, c.expires_at) > p.published_at
          )
      )
  )
UNION ALL
SELECT t.record_id, t.reason, NULL FROM publishing_tombstone t
WHERE t.table_name = 'people_person' AND t.was_public
