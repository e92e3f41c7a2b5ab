-- Kept for each row of releases_claim.
SELECT
    c.id,
    c.about_wave_id AS wave_id,
    c.side_id,
    c.country,
    c.event_id,
    c.programme_id,
    c.measure,
    (
        SELECT coalesce(jsonb_agg(jsonb_build_object('dimension', x.dimension,
            'value', coalesce(d.code, x.value), 'place', d.object)
            ORDER BY x.dimension, coalesce(d.code, x.value)), '[]')
        FROM releases_claimscope x
        LEFT JOIN releases_placed d ON d.id = x.place_id
        WHERE x.claim_id = c.id
    ) AS scope,
    c.unit,
    c.currency,
    c.per_cent_base,
    CASE WHEN y.id IS NOT NULL THEN
        jsonb_build_object('id', y.id, 'code', y.code, 'name', texts(y.name)) END AS yardstick,
    -- What the key of a figure names may be hidden for a time; the figure then compares to none.
    c.yardstick_id IS NOT NULL AND y.id IS NULL OR EXISTS (
        SELECT FROM releases_claimscope x
        WHERE x.claim_id = c.id AND x.place_id IS NOT NULL
          AND NOT EXISTS (SELECT FROM releases_placed d WHERE d.id = x.place_id)
    ) AS is_key_withheld,
    c.low,
    c.high,
    c.is_strict,
    c.is_approximate,
    c.is_vague,
    c.printed,
    c.mode,
    h.id AS speaker_id,
    h.object AS speaker,
    date(c.period_start) AS period_start,
    date(c.period_end) AS period_end,
    ps.id AS period_start_event_id,
    pe.id AS period_end_event_id,
    date(c.as_of) AS as_of,
    date(c.said_on) AS said_on,
    coalesce(c.as_of_earliest, c.said_on_earliest, c.period_end_earliest, c.period_start_earliest,
        c.as_of_latest, c.said_on_latest, '0001-01-01') AS sort_on,
    c.standing,
    columns(c.standing_reason),
    k.id AS corrected_by_id,
    c.reading,
    c.is_preferred,
    columns(c.preferred_reason),
    (
        SELECT coalesce(jsonb_agg(jsonb_build_object('sign', f.sign, 'claim', f.term_id)
            ORDER BY f.sign DESC, f.term_id), '[]')
        FROM releases_derivedterm f
        JOIN releases_claimed t ON t.id = f.term_id
        WHERE f.claim_id = c.id
    ) AS formula,
    NOT EXISTS (
        SELECT FROM releases_derivedterm f
        WHERE f.claim_id = c.id AND NOT EXISTS (
            SELECT FROM releases_claimed t WHERE t.id = f.term_id)
    ) AS is_formula_complete,
    (
        SELECT coalesce(jsonb_agg(DISTINCT q.upstream_id), '[]')
        FROM releases_claimcitation x JOIN sources_cited q ON q.id = x.source_id
        WHERE x.claim_id = c.id AND q.upstream_id IS NOT NULL
    ) AS upstream,
    NOT EXISTS (
        SELECT FROM releases_claimcitation x JOIN sources_cited q ON q.id = x.source_id
        WHERE x.claim_id = c.id AND q.upstream_kind = 'unknown'
    ) AS is_upstream_known,
    cited(releases_claimcitation.claim_id, c.id) AS sources,
    unsourced_since(releases_claimcitation.claim_id, c.id) AS unsourced_since,
    updated_on(c, c, w, e, p) AS updated_on
FROM releases_claimed c
LEFT JOIN releases_wave w ON w.id = c.about_wave_id
LEFT JOIN releases_contextevent e ON e.id = c.event_id
LEFT JOIN support_programme p ON p.id = c.programme_id
LEFT JOIN sources_heard h ON h.id = c.speaker_id
LEFT JOIN sources_organisation y ON y.id = c.yardstick_id AND visible(y)
LEFT JOIN releases_claimed k ON k.id = c.corrected_by_id
LEFT JOIN releases_contextevent ps ON ps.id = c.period_start_event_id AND visible(ps)
LEFT JOIN releases_contextevent pe ON pe.id = c.period_end_event_id AND visible(pe)
