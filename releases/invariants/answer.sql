-- Every {token} of an answer that left the draft is bound to a claim, in every language. The answer
-- is locked, so that no figure goes while its text is being published.
CREATE OR REPLACE FUNCTION releases_refuse_unbound(of_answer uuid)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    answer releases_answer;
    unbound text;
BEGIN
    SELECT * INTO answer FROM releases_answer
    WHERE id = of_answer AND state <> 'draft' FOR NO KEY UPDATE;
    SELECT spot.words[1] INTO unbound
    FROM jsonb_each_text(to_jsonb(answer)) body,
        regexp_matches(body.value, '\{([a-z][a-z0-9_]*)\}', 'g') AS spot (words)
    WHERE body.key LIKE 'body\_%' AND NOT EXISTS (
        SELECT FROM releases_answerfigure f
        WHERE f.answer_id = of_answer AND f.token = spot.words[1]
    )
    LIMIT 1;
    IF FOUND THEN
        PERFORM publishing_refuse('releases_answer_binds_every_token', unbound);
    END IF;
END $$;

CREATE OR REPLACE FUNCTION releases_answer_binds_every_token()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM releases_refuse_unbound(NEW.id);
    RETURN NULL;
END $$;
SELECT publishing_hold('releases_answer_binds_every_token', '{releases_answer}', 'UPDATE');

CREATE OR REPLACE FUNCTION releases_answerfigure_stays_bound()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM releases_refuse_unbound(OLD.answer_id);
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'releases_answerfigure_stays_bound', '{releases_answerfigure}', 'UPDATE OR DELETE');
