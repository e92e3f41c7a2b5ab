SELECT n.id, n.person_id, n.text, n.script, n.language
FROM people_name n
JOIN people_shown shown ON shown.id = n.person_id AND shown.shown_as = 'named'
UNION ALL
SELECT p.id, p.id, p.pseudonym, '', ''
FROM people_person p
JOIN people_shown shown ON shown.id = p.id AND shown.shown_as = 'pseudonym'
