-- Kept for each row of people_person.
-- In another order: person_backwards by id DESC.
-- In another order: person_by_name by name_sort, id.
-- In another order: person_by_name_backwards by name_sort DESC, id DESC.
SELECT
    p.id,
    shown.shown_as,
    CASE WHEN shown.shown_as = 'pseudonym' THEN p.pseudonym
        ELSE coalesce(first_name.text, '') END AS name,
    -- Letters of every script stand where a reader looks for them, not where their codes do.
    CASE WHEN shown.shown_as = 'pseudonym' THEN lower(p.pseudonym)
        ELSE lower(coalesce(nullif(first_name.family, ''), first_name.text, ''))
        END COLLATE "und-x-icu" AS name_sort,
    (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'text', n.text, 'given', n.given, 'family', n.family, 'script', n.script,
            'language', n.language, 'kind', n.kind, 'scheme', n.scheme,
            'is_preferred', n.is_preferred
        ) ORDER BY n.is_preferred DESC, n.language, n.text), '[]')
        FROM people_name n WHERE n.person_id = p.id AND shown.shown_as = 'named'
    ) AS names,
    CASE WHEN shown.shown_as = 'named' THEN p.summary_be ELSE '' END AS summary_be,
    CASE WHEN shown.shown_as = 'named' THEN p.summary_ru ELSE '' END AS summary_ru,
    CASE WHEN shown.shown_as = 'named' THEN p.summary_en ELSE '' END AS summary_en,
    CASE WHEN shown.shown_as = 'named' THEN p.summary_lt ELSE '' END AS summary_lt,
    CASE WHEN shown.shown_as = 'named' THEN p.summary_pl ELSE '' END AS summary_pl,
    CASE WHEN shown.shown_as = 'named' THEN p.summary_uk ELSE '' END AS summary_uk,
    CASE WHEN shown.shown_as = 'named' THEN p.summary_de ELSE '' END AS summary_de,
    CASE WHEN shown.shown_as = 'named' THEN date(p.died) END AS died,
    (
        SELECT coalesce(jsonb_agg(jsonb_build_object('title', texts(r.title), 'since', date(r.since),
            'until', date(r.until), 'sources', cited(people_publicrolecitation.public_role_id, r.id, shown),
            'unsourced_since', unsourced_since(people_publicrolecitation.public_role_id, r.id, shown))
            ORDER BY r.since_earliest, r.id), '[]')
        FROM people_publicrole r WHERE r.person_id = p.id AND shown.shown_as = 'named'
    ) AS public_roles,
    ARRAY (
        SELECT c.category::text FROM people_personcategory c
        WHERE c.person_id = p.id AND shown.shown_as = 'named' ORDER BY c.category
    ) AS categories,
    (
        SELECT coalesce(jsonb_agg(jsonb_build_object('country', c.country, 'gained', date(c.gained),
            'ended', date(c.ended), 'how_ended', c.how_ended,
            'sources', cited(people_citizenshipcitation.citizenship_id, c.id, shown),
            'unsourced_since', unsourced_since(people_citizenshipcitation.citizenship_id, c.id, shown))
            ORDER BY c.country, c.id), '[]')
        FROM people_citizenship c WHERE c.person_id = p.id AND shown.shown_as = 'named'
    ) AS citizenships,
    (
        SELECT coalesce(jsonb_agg(jsonb_build_object('ground', c.ground, 'started', date(c.started),
            'ended', date(c.ended), 'ending', c.ending, 'without_freedom', c.without_freedom,
            'placements', (
                SELECT coalesce(jsonb_agg(jsonb_build_object('kind', l.kind,
                    'started', date(l.started), 'ended', date(l.ended),
                    'facility', CASE WHEN f.id IS NOT NULL THEN
                        jsonb_build_object('code', f.code, 'name', texts(f.name)) END)
                    ORDER BY l.started_earliest, l.id), '[]')
                FROM people_placement l
                LEFT JOIN people_facility f ON f.id = l.facility_id AND visible(f)
                WHERE l.custody_id = c.id
            ),
            'sources', cited(people_custodycitation.custody_id, c.id, shown),
            'unsourced_since', unsourced_since(people_custodycitation.custody_id, c.id, shown))
            ORDER BY c.started_earliest, c.id), '[]')
        FROM people_custody c WHERE c.person_id = p.id AND shown.shows_custody
    ) AS custodies,
    (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'organisation', jsonb_build_object('id', o.id, 'code', o.code, 'name', texts(o.name)),
            'recognised_on', date(r.recognised_on), 'withdrawn_on', date(r.withdrawn_on),
            'sources', cited(people_recognitioncitation.recognition_id, r.id, shown),
            'unsourced_since', unsourced_since(people_recognitioncitation.recognition_id, r.id, shown))
            ORDER BY r.recognised_on_earliest, r.id), '[]')
        FROM people_recognition r
        JOIN sources_organisation o ON o.id = r.organisation_id AND visible(o)
        WHERE r.person_id = p.id AND shown.shows_custody
    ) AS recognitions,
    shown.shows_custody,
    shown.shows_journey,
    cited(people_personcitation.person_id, p.id, shown) AS sources,
    unsourced_since(people_personcitation.person_id, p.id, shown) AS unsourced_since,
    updated_on(p) AS updated_on
FROM people_person p
JOIN people_shown shown ON shown.id = p.id
LEFT JOIN LATERAL (
    SELECT n.text, n.family FROM people_name n
    WHERE n.person_id = p.id
    ORDER BY n.is_preferred DESC, n.language <> 'en', n.language, n.text LIMIT 1
) first_name ON true
-- Behind a barrier no order that is asked for outside reaches an index, but that of the view, when
-- it is the same: a page then costs as much as its own rows.
ORDER BY p.id
