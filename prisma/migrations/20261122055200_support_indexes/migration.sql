-- Support's figures from indexes alone. The wait for the first answer was read from the transcripts of the newest 5,000
-- conversations, and the tickets that wait from all that there ever were.

-- Milliseconds from the beginning of a conversation to the first answer in its transcript, if that tells when it was given: by
-- date and time with an offset, whatever the session's settings, so the same text is always the same moment.
CREATE FUNCTION app.first_answer_ms(transcript jsonb, began timestamptz) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	told text := jsonb_path_query_first(transcript, '$[*] ? (@.role == "assistant").at') #>> '{}';
	waited interval;
BEGIN
	IF told !~ '^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d(:?\d\d)?)$' THEN
		RETURN NULL;
	END IF;
	waited := told::timestamptz - began;
	RETURN CASE WHEN waited >= interval '0' THEN floor(extract(epoch FROM waited) * 1000) END;
EXCEPTION WHEN data_exception THEN -- such as the 30th of February
	RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION app.first_answer_ms(jsonb, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.first_answer_ms(jsonb, timestamptz) TO guildhall_bot;

ALTER TABLE conversations
	ADD COLUMN first_answer_ms bigint GENERATED ALWAYS AS (app.first_answer_ms(transcript, created_at)) STORED;
COMMENT ON COLUMN conversations.first_answer_ms IS 'from the beginning to the first answer in the transcript that tells when it was given';

DROP INDEX conversations_created_at_idx, conversations_channel_idx;
CREATE INDEX conversations_created_at_idx ON conversations (server_id, created_at DESC, id) INCLUDE (status, first_answer_ms);
CREATE INDEX conversations_channel_idx ON conversations (server_id, channel_id, created_at DESC, id)
	INCLUDE (status, first_answer_ms);

CREATE INDEX forwarded_tickets_opened_idx ON forwarded_tickets (server_id, forwarded_at)
	INCLUDE (status, assigned_to, resolved_at, conversation_id);
-- As CASE, not as coalesce: of that PostgreSQL does not know that it tells nothing, so policies would go before it.
CREATE INDEX forwarded_tickets_closed_idx
	ON forwarded_tickets (server_id, (CASE WHEN resolved_at IS NULL THEN updated_at ELSE resolved_at END))
	INCLUDE (resolved_at, updated_at, forwarded_at, assigned_to, conversation_id) WHERE status = 'resolved';
