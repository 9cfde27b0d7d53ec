-- Why Discord wants no second try of a shard, for whoever has to change something; and the bot's user, as Discord told it
-- to the worker: its id is its application's only where that was made since 2016.
ALTER TABLE shards
	ADD COLUMN refusal text,
	ADD COLUMN bot_user_id bigint,
	ADD CONSTRAINT shards_refusal_known
		CHECK (refusal IN ('token', 'shard', 'sharding', 'version', 'intents', 'privileged'));
SELECT app.snowflakes('shards', 'bot_user_id');

-- Of the shards only operators read; who the bot is, everybody may know. Null until a worker has run.
CREATE FUNCTION app.bot_id() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
	SELECT bot_user_id FROM shards WHERE bot_user_id IS NOT NULL ORDER BY updated_at DESC, id LIMIT 1
$$;
REVOKE EXECUTE ON FUNCTION app.bot_id() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.bot_id() TO guildhall_web;
