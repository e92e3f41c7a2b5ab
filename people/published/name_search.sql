-- The table holds names of those alone who are shown or will be. Whether they are at this second is
-- asked of the rows that an index of the keys gave: its operators are leakproof (bootstrap.sql).
SELECT n.id, n.person_id, n.text, n.given, n.family, n.script, n.language, n.keys, n.keys_folded
FROM people_publicname n
JOIN people_shown shown ON shown.id = n.person_id
