-- An inexact date as the API shows it (publishing/dates/value.py: InexactDate.as_json).
CREATE OR REPLACE FUNCTION edtf_precision(value text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN value = 'XXXX' THEN 'unknown'
        WHEN value LIKE '../%' THEN 'before'
        WHEN value LIKE '%/..' THEN 'after'
        WHEN value LIKE '%/%' THEN 'span'
        WHEN value LIKE '%~' THEN 'about'
        WHEN length(value) = 10 THEN 'day'
        WHEN length(value) = 7 THEN 'month'
        ELSE 'year'
    END
$$;

CREATE OR REPLACE FUNCTION edtf_json(value text, earliest date, latest date)
RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN value IS NOT NULL THEN jsonb_build_object(
        'value', value, 'precision', edtf_precision(value), 'earliest', earliest, 'latest', latest
    ) END
$$;
