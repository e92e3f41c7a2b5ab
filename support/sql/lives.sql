CREATE VIEW support_lives AS
SELECT l.* FROM (life(programmes, support_programme)) l
JOIN support_programme p ON p.id = l.id AND p.is_listed;
