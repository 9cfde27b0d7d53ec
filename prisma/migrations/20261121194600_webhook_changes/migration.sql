-- Channels whose webhooks changed, noted in the transaction that takes the event: Discord says only that there was a
-- change, so they are read again, by the next process where this one is killed in between.
CREATE TABLE gateway_webhook_changes (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	channel_id bigint NOT NULL,
	changed_at timestamptz NOT NULL,
	PRIMARY KEY (guild_id, channel_id)
);
COMMENT ON COLUMN gateway_webhook_changes.changed_at IS 'when the change was heard: the row goes when they were read after it';

SELECT app.lock('gateway_webhook_changes');
GRANT SELECT, INSERT, UPDATE, DELETE ON gateway_webhook_changes TO guildhall_bot;
CREATE POLICY bot_all ON gateway_webhook_changes TO guildhall_bot USING (true) WITH CHECK (true);
