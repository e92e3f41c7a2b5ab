-- The names that staff search in: of everybody who is not merged into another, with pseudonyms.
-- It has the columns of published.name_search, where the public searches.
CREATE VIEW people_searched AS
SELECT n.id, n.person_id, n.text, n.given, n.family, n.script, n.language, n.keys, n.keys_folded
FROM people_name n
JOIN people_person p ON p.id = n.person_id AND p.merged_into_id IS NULL
UNION ALL
SELECT p.id, p.id, p.pseudonym, '', '', '', '', p.pseudonym_keys, p.pseudonym_keys_folded
FROM people_person p
WHERE p.pseudonym <> '' AND p.merged_into_id IS NULL;
