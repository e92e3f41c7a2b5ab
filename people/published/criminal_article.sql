SELECT a.id, a.country, a.code_name, a.article, a.part, columns(a.label),
    date(a.valid_from) AS valid_from, date(a.valid_to) AS valid_to, updated_on(a) AS updated_on
FROM people_criminalarticle a
WHERE visible(a)
