SELECT f.id, f.code, f.kind, f.kind_local, f.number, columns(f.name), f.country, columns(f.place),
    updated_on(f) AS updated_on
FROM people_facility f
WHERE visible(f)
