-- Kept for each row of releases_sum.
-- A sum is shown with its total, and only where every part of it is: a person who is not shown is
-- no part of any.
SELECT
    s.id,
    s.total_id,
    t.about_wave_id AS wave_id,
    t.country,
    s.kind,
    h.object AS speaker,
    columns(s.explanation),
    (
        SELECT coalesce(jsonb_agg(jsonb_build_object('sign', p.sign, 'claim', p.claim_id,
            'person', p.person_id)
            ORDER BY p.sign DESC, p.claim_id, p.id), '[]')
        FROM releases_sumpart p
        WHERE p.sum_id = s.id
    ) AS parts,
    cited(releases_sumcitation.sum_id, s.id) AS sources,
    unsourced_since(releases_sumcitation.sum_id, s.id) AS unsourced_since
FROM releases_sum s
JOIN releases_claimed t ON t.id = s.total_id
LEFT JOIN sources_heard h ON h.id = s.speaker_id
WHERE NOT EXISTS (
    SELECT FROM releases_sumpart p
    WHERE p.sum_id = s.id
      AND NOT EXISTS (SELECT FROM releases_claimed c WHERE c.id = p.claim_id)
      AND NOT EXISTS (SELECT FROM people_shown q WHERE q.id = p.person_id)
)
