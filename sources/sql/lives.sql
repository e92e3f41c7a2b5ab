-- When each organisation and source became public, changed and ceased to be.
CREATE VIEW sources_lives AS
life(organisations, sources_organisation)
UNION ALL
SELECT l.* FROM (life(sources, sources_source)) l
JOIN sources_source s ON s.id = l.id AND NOT s.is_private;
