-- Kept for each row of releases_statement.
-- Never more public than what it is about. What is said of somebody shown by pseudonym was said of
-- a name, in words that others find.
SELECT
    s.id,
    s.person_id,
    s.release_id,
    s.leg_id,
    s.wave_id,
    s.event_id,
    s.source_id,
    s.field,
    columns(s.value),
    s.printed,
    h.object AS speaker,
    date(s.said_on) AS said_on,
    coalesce(s.said_on_earliest, s.said_on_latest, '0001-01-01') AS said_sort,
    s.standing,
    s.verdict,
    columns(s.verdict_reason),
    cited(releases_statementcitation.statement_id, s.id) AS sources,
    unsourced_since(releases_statementcitation.statement_id, s.id) AS unsourced_since,
    updated_on(s) AS updated_on
FROM releases_statement s
LEFT JOIN sources_heard h ON h.id = s.speaker_id
WHERE visible(s) AND (
    EXISTS (
        SELECT FROM people_shown p
        WHERE p.id = s.person_id AND p.shows_custody AND p.shown_as = 'named')
    OR EXISTS (
        SELECT FROM releases_released r WHERE r.id = s.release_id AND r.shown_as = 'named')
    OR EXISTS (
        SELECT FROM releases_travelled l WHERE l.id = s.leg_id AND l.shown_as = 'named')
    OR EXISTS (SELECT FROM releases_wave w WHERE w.id = s.wave_id AND visible(w))
    OR EXISTS (SELECT FROM releases_contextevent e WHERE e.id = s.event_id AND visible(e))
    OR EXISTS (SELECT FROM sources_cited c WHERE c.id = s.source_id)
)
