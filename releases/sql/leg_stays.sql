-- Where each leg stands, with a person and in a wave or none, and where it stood until a decision
-- hid it by moving it or taking it away. Of what nobody had seen, no stay that is over is told.
CREATE VIEW releases_leg_moves AS
SELECT change.row_id AS id, q.decided_at, change.operation,
    max(change.old #>> '{}') FILTER (WHERE change.column_name = 'person_id')::uuid AS person_id,
    max(change.old #>> '{}') FILTER (WHERE change.column_name = 'wave_id')::uuid AS wave_id,
    bool_or(change.column_name = 'wave_id') AS changes_wave
FROM publishing_proposedchange change
JOIN publishing_proposal q ON q.id = change.proposal_id AND q.state = 'accepted'
WHERE change.table_name = 'releases_leg' AND change.column_name IN ('person_id', 'wave_id')
GROUP BY change.row_id, q.id, q.decided_at, change.operation;

CREATE VIEW releases_leg_stays AS
SELECT stay.*, (
    SELECT max(m.decided_at) FROM releases_leg_moves m
    WHERE m.id = stay.id AND (stay.left_at IS NULL OR m.decided_at < stay.left_at)
) AS came_at
FROM (
    SELECT id, person_id, wave_id, NULL::timestamptz AS left_at FROM releases_leg
    UNION ALL
    SELECT m.id, coalesce(m.person_id, l.person_id),
        CASE WHEN m.changes_wave OR m.operation = 'delete' THEN m.wave_id ELSE l.wave_id END,
        m.decided_at
    FROM releases_leg_moves m
    JOIN publishing_publicmoment seen ON seen.row_id = m.id AND seen.hidden_at = m.decided_at
    LEFT JOIN releases_leg l ON l.id = m.id
    WHERE m.operation <> 'insert'
) stay;
