-- Inexact dates in the database: the same reading as publishing/dates/value.py, which the tests
-- compare with this one. Belongs to migration 0001 and never changes; a later reading is a later
-- file. The bodies are parsed when they are created, so no search_path changes their meaning.
-- None is STRICT: only so can PostgreSQL inline them, which makes a write twenty times faster.

CREATE FUNCTION public.edtf_first_day(point text) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT make_date(
        left(point, 4)::integer,
        coalesce(nullif(substr(point, 6, 2), ''), '1')::integer,
        coalesce(nullif(substr(point, 9, 2), ''), '1')::integer
    );
END;

CREATE FUNCTION public.edtf_length(point text) RETURNS interval
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE length(point)
        WHEN 10 THEN interval '1 day' WHEN 7 THEN interval '1 month' ELSE interval '1 year' END;
END;

-- How far “about” widens to either side.
CREATE FUNCTION public.edtf_margin(point text) RETURNS interval
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE length(point)
        WHEN 10 THEN interval '3 days' ELSE public.edtf_length(point) END;
END;

CREATE FUNCTION public.edtf_last_day(point text) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT (public.edtf_first_day(point) + public.edtf_length(point))::date - 1;
END;

CREATE FUNCTION public.edtf_is_point(point text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE
        WHEN point !~ '^(19[0-9]{2}|20[0-9]{2}|2100)(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'
            THEN false
        WHEN length(point) = 10
            THEN right(point, 2)::integer
                <= extract(day FROM public.edtf_last_day(left(point, 7)))
        ELSE true
    END;
END;

CREATE FUNCTION public.edtf_is_span(first_point text, last_point text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE
        WHEN NOT public.edtf_is_point(first_point) OR NOT public.edtf_is_point(last_point)
            THEN false
        ELSE public.edtf_first_day(first_point) <= public.edtf_last_day(last_point)
    END;
END;

CREATE FUNCTION public.edtf_is_valid(value text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE
        WHEN value = 'XXXX' THEN true
        WHEN right(value, 1) = '~' THEN public.edtf_is_point(left(value, -1))
        WHEN left(value, 3) = '../' THEN public.edtf_is_point(substr(value, 4))
        WHEN right(value, 3) = '/..' THEN public.edtf_is_point(left(value, -3))
        WHEN strpos(value, '/') > 0 THEN public.edtf_is_span(
            split_part(value, '/', 1), substr(value, strpos(value, '/') + 1))
        ELSE public.edtf_is_point(value)
    END;
END;

CREATE FUNCTION public.edtf_earliest(value text) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE
        WHEN value = 'XXXX' OR left(value, 3) = '../' THEN NULL
        WHEN right(value, 1) = '~' THEN (
            public.edtf_first_day(left(value, -1)) - public.edtf_margin(left(value, -1)))::date
        ELSE public.edtf_first_day(split_part(value, '/', 1))
    END;
END;

CREATE FUNCTION public.edtf_latest(value text) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE
        WHEN value = 'XXXX' OR right(value, 3) = '/..' THEN NULL
        WHEN right(value, 1) = '~' THEN (
            public.edtf_first_day(left(value, -1))
            + public.edtf_length(left(value, -1)) + public.edtf_margin(left(value, -1)))::date - 1
        ELSE public.edtf_last_day(split_part(value, '/', CASE strpos(value, '/') WHEN 0 THEN 1 ELSE 2 END))
    END;
END;

CREATE DOMAIN public.edtf AS text CONSTRAINT edtf_is_valid CHECK (public.edtf_is_valid(VALUE));
