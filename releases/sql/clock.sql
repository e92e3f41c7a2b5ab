-- The last accepted change of each wave that is public whoever its members are. Members move no clock
-- of their wave: most are not shown, and who is shown has a clock of their own.
CREATE VIEW releases_wavetouched AS
SELECT accepted.record_id AS id, max(accepted.decided_at) AS at
FROM publishing_proposal accepted
WHERE accepted.state = 'accepted' AND EXISTS (
    SELECT FROM publishing_proposedchange changed
    WHERE changed.proposal_id = accepted.id
      AND changed.table_name NOT IN ('releases_member', 'releases_membercitation')
)
GROUP BY accepted.record_id;
