-- What became of a scheduled post is what became of its newest order.
CREATE FUNCTION app.report_post() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	UPDATE discord_narrative_posts SET
		status = CASE NEW.state WHEN 'done' THEN 'posted' ELSE 'failed' END,
		posted_at = CASE NEW.state WHEN 'done' THEN NEW.finished_at END,
		message_id = (NEW.result ->> 'messageId')::bigint,
		error_message = NEW.failure || coalesce(' (' || NEW.code || ')', '')
	WHERE guild_id = NEW.guild_id AND id = NEW.post_id;
	RETURN NULL;
END $$;
CREATE TRIGGER report_post AFTER UPDATE OF state ON discord_orders
	FOR EACH ROW WHEN (NEW.post_id IS NOT NULL AND NEW.state <> 'pending') EXECUTE FUNCTION app.report_post();
