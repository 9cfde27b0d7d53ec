-- Every part of a message looks its message up by guild and id. Planned while a month is still empty, all indexes that
-- fit cost the same, and the one made last is taken: it was that of the authors, in which a look-up reads fifty pages.
DROP INDEX idx_messages_id;
CREATE UNIQUE INDEX idx_messages_id ON discord_messages (id);

-- The same check, without a regular expression for the two types that nearly all messages have.
ALTER TABLE discord_messages
	DROP CONSTRAINT discord_messages_message_type_form,
	ADD CONSTRAINT discord_messages_message_type_form
		CHECK (message_type IN ('regular', 'reply') OR message_type ~ '^[a-z0-9_]{1,64}$');
