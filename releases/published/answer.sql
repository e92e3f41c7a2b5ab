-- Kept for each row of releases_answer.
SELECT
    a.id,
    a.slug,
    a.number,
    columns(a.question),
    columns(a.body),
    a.answered_on,
    (
        SELECT coalesce(jsonb_object_agg(f.token, f.claim_id), '{}')
        FROM releases_answerfigure f JOIN releases_claimed c ON c.id = f.claim_id
        WHERE f.answer_id = a.id
    ) AS figures,
    (
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'slug', w.slug,
            'title', texts(w.title)) ORDER BY w.slug), '[]')
        FROM releases_answerwave x JOIN releases_wave w ON w.id = x.wave_id AND visible(w)
        WHERE x.answer_id = a.id
    ) AS waves,
    cited(releases_answercitation.answer_id, a.id) AS sources,
    unsourced_since(releases_answercitation.answer_id, a.id) AS unsourced_since,
    updated_on(a) AS updated_on
FROM releases_answer a
WHERE visible(a)
