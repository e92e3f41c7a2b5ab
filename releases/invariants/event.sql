-- Words about a wave are never its cause, its price or its consequence: who utters them may only
-- deny that there was one. The event is locked, so that its kind does not change meanwhile.
CREATE OR REPLACE FUNCTION releases_eventlink_of_words_is_about_the_wave()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM releases_contextevent e LEFT JOIN releases_eventlink k ON k.event_id = e.id
    WHERE NEW.id IN (e.id, k.id) FOR NO KEY UPDATE OF e;
    IF EXISTS (
        SELECT FROM releases_contextevent e JOIN releases_eventlink k ON k.event_id = e.id
        WHERE NEW.id IN (e.id, k.id) AND e.kind = 'utterance' AND NOT k.is_denied
          AND k.relation IN ('led_to', 'condition', 'given_in_return', 'came_of_it')
    ) THEN
        PERFORM publishing_refuse(
            'releases_eventlink_of_words_is_about_the_wave', NEW.id::text);
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'releases_eventlink_of_words_is_about_the_wave',
    '{releases_eventlink,releases_contextevent}', 'INSERT OR UPDATE');

-- An excerpt is in the language of a source that the event cites, or is marked as our translation.
CREATE OR REPLACE FUNCTION releases_contextevent_excerpt_is_in_words_of_a_source()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM releases_contextevent e
    LEFT JOIN releases_contexteventcitation c ON c.event_id = e.id
    WHERE NEW.id IN (e.id, c.id) FOR NO KEY UPDATE OF e;
    IF EXISTS (
        SELECT FROM releases_contextevent e
        JOIN releases_contexteventcitation c ON c.event_id = e.id
        JOIN sources_source s ON s.id = c.source_id
        WHERE e.excerpt <> '' AND NOT e.is_excerpt_translated AND e.id IN (
            SELECT NEW.id UNION ALL
            SELECT event_id FROM releases_contexteventcitation WHERE id = NEW.id)
        GROUP BY e.id HAVING NOT bool_or(s.language = e.excerpt_language)
    ) THEN
        PERFORM publishing_refuse(
            'releases_contextevent_excerpt_is_in_words_of_a_source', NEW.id::text);
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'releases_contextevent_excerpt_is_in_words_of_a_source',
    '{releases_contextevent,releases_contexteventcitation}', 'INSERT OR UPDATE');
