-- Whether somebody is shown is asked of those rows alone that an index of the keys gave.
SELECT n.id, n.person_id, n.text, n.given, n.family, n.script, n.language, n.keys, n.keys_folded
FROM people_name n
JOIN people_shown shown ON shown.id = n.person_id AND shown.shown_as = 'named'
UNION ALL
SELECT p.id, p.id, p.pseudonym, '', '', '', '', p.pseudonym_keys, p.pseudonym_keys_folded
FROM people_person p
JOIN people_shown shown ON shown.id = p.id AND shown.shown_as = 'pseudonym'
WHERE p.pseudonym <> ''
