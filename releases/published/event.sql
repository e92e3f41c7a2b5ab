-- Kept for each row of releases_contextevent.
SELECT
    e.id,
    e.kind,
    columns(e.title),
    columns(e.summary),
    e.country,
    h.object AS speaker,
    e.excerpt,
    e.excerpt_language,
    e.is_excerpt_translated,
    (
        SELECT coalesce(jsonb_agg(jsonb_build_object('kind', g.kind, 'on', date(g.on),
            'speaker', gh.object, 'note', texts(g.note),
            'sources', cited(releases_stagecitation.stage_id, g.id),
            'unsourced_since', unsourced_since(releases_stagecitation.stage_id, g.id))
            ORDER BY g.on_earliest, g.on_latest, g.id), '[]')
        FROM releases_stage g
        LEFT JOIN sources_heard gh ON gh.id = g.speaker_id
        WHERE g.event_id = e.id
    ) AS stages,
    (
        SELECT coalesce(jsonb_agg(jsonb_build_object('wave', w.id, 'slug', w.slug,
            'title', texts(w.title), 'relation', k.relation, 'is_denied', k.is_denied,
            'speaker', kh.object, 'sources', cited(releases_eventlinkcitation.link_id, k.id),
            'unsourced_since', unsourced_since(releases_eventlinkcitation.link_id, k.id))
            ORDER BY w.slug, k.relation, k.is_denied, k.id), '[]')
        FROM releases_eventlink k
        JOIN releases_wave w ON w.id = k.wave_id AND visible(w)
        LEFT JOIN sources_heard kh ON kh.id = k.speaker_id
        WHERE k.event_id = e.id
    ) AS links,
    ARRAY (
        SELECT DISTINCT w.id FROM releases_eventlink k
        JOIN releases_wave w ON w.id = k.wave_id AND visible(w)
        WHERE k.event_id = e.id ORDER BY w.id
    ) AS wave_ids,
    (
        SELECT coalesce(min(coalesce(g.on_earliest, g.on_latest)), '0001-01-01')
        FROM releases_stage g WHERE g.event_id = e.id
    ) AS began_on,
    cited(releases_contexteventcitation.event_id, e.id) AS sources,
    unsourced_since(releases_contexteventcitation.event_id, e.id) AS unsourced_since,
    updated_on(e) AS updated_on
FROM releases_contextevent e
LEFT JOIN sources_heard h ON h.id = e.speaker_id
WHERE visible(e)
