SELECT w.id, w.slug, coalesce(nullif(w.withdrawal_reason, ''), 'other') AS reason
FROM releases_wave w
WHERE gone(w)
