-- Orders: what the dashboard asks the worker to do on Discord. A row is the order and its outcome; the job that makes the
-- worker look at it is put into the queue (pg-boss, schema `pgboss`) in the same transaction, and carries no authority:
-- it only names the order, which row-level security let somebody place.

CREATE TABLE discord_orders (
	id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	kind text NOT NULL,
	target_id bigint,
	channel_id bigint,
	payload jsonb NOT NULL DEFAULT '{}',
	reason varchar(512),
	case_id bigint,
	post_id bigint,
	state text NOT NULL DEFAULT 'pending',
	attempts integer NOT NULL DEFAULT 0,
	failure text,
	code integer,
	result jsonb,
	idempotency_key varchar(100) NOT NULL,
	requested_by bigint,
	requested_at timestamptz NOT NULL DEFAULT now(),
	not_before timestamptz,
	finished_at timestamptz,
	UNIQUE (guild_id, id),
	UNIQUE (guild_id, idempotency_key),
	FOREIGN KEY (guild_id, case_id) REFERENCES cases (guild_id, case_id) ON DELETE CASCADE,
	CONSTRAINT discord_orders_kind_known CHECK (kind IN ('ban', 'unban', 'kick', 'timeout', 'untimeout', 'warn', 'role_add',
		'role_remove', 'message_send', 'message_edit', 'message_delete', 'post')),
	CONSTRAINT discord_orders_state_known CHECK (state IN ('pending', 'done', 'failed')),
	CONSTRAINT discord_orders_finished CHECK ((state = 'pending') = (finished_at IS NULL)),
	CONSTRAINT discord_orders_failed_why CHECK ((state = 'failed') = (failure IS NOT NULL)),
	CONSTRAINT discord_orders_payload_size CHECK (octet_length(payload::text) <= 16384)
);
COMMENT ON COLUMN discord_orders.target_id IS 'the member or the message, by kind';
COMMENT ON COLUMN discord_orders.failure IS 'why it cannot be done: a key of the interface''s texts (orders.failures)';
COMMENT ON COLUMN discord_orders.code IS 'Discord''s JSON error code';
COMMENT ON COLUMN discord_orders.requested_by IS 'null where the worker itself asked (an expired ban)';
COMMENT ON COLUMN discord_orders.not_before IS 'not to be carried out earlier';
CREATE INDEX discord_orders_pending_idx ON discord_orders (requested_at) WHERE state = 'pending';
CREATE INDEX discord_orders_case_idx ON discord_orders (guild_id, case_id) WHERE case_id IS NOT NULL;
CREATE INDEX discord_orders_target_idx ON discord_orders (guild_id, target_id, requested_at DESC);

SELECT app.snowflakes('discord_orders', 'guild_id', 'target_id', 'channel_id', 'requested_by');

-- Whoever asks through the dashboard asks in their own name, and for something that is not done yet.
CREATE FUNCTION app.place_order() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	IF session_user = 'guildhall_web' THEN
		NEW.requested_by := app.user_id();
		NEW.state := 'pending';
		NEW.attempts := 0;
		NEW.failure := NULL;
		NEW.code := NULL;
		NEW.result := NULL;
		NEW.finished_at := NULL;
		NEW.requested_at := now();
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER place_order BEFORE INSERT ON discord_orders FOR EACH ROW EXECUTE FUNCTION app.place_order();

-- `pgboss` is installed by `npm run db:migrate` after the migrations; the body is not looked at before it runs.
CREATE FUNCTION app.enqueue_order() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	INSERT INTO pgboss.job (name, data, start_after, retry_limit, retry_delay, retry_backoff, expire_in, policy)
	VALUES ('orders', jsonb_build_object('guildId', NEW.guild_id::text, 'orderId', NEW.id),
		greatest(NEW.not_before, now()), 8, 2, true, interval '2 minutes', 'standard');
	RETURN NULL;
END $$;
CREATE TRIGGER enqueue_order AFTER INSERT ON discord_orders
	FOR EACH ROW WHEN (NEW.state = 'pending') EXECUTE FUNCTION app.enqueue_order();

-- A case shows what became of its newest order.
CREATE FUNCTION app.report_order() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	UPDATE cases SET order_state = NEW.state, order_error = NEW.failure, order_code = NEW.code
	WHERE guild_id = NEW.guild_id AND case_id = NEW.case_id
		AND (order_state, coalesce(order_error, ''), coalesce(order_code, 0))
			IS DISTINCT FROM (NEW.state, coalesce(NEW.failure, ''), coalesce(NEW.code, 0));
	RETURN NULL;
END $$;
CREATE TRIGGER report_order AFTER INSERT OR UPDATE OF state ON discord_orders
	FOR EACH ROW WHEN (NEW.case_id IS NOT NULL) EXECUTE FUNCTION app.report_order();

-- Moderation is for level 3; whatever changes roles or speaks in the server's name is for level 5.
SELECT app.protect('discord_orders', 2, 5, web => 'select,insert'), app.track('discord_orders', '{guild_id,id}');
CREATE POLICY web_insert_moderation ON discord_orders FOR INSERT TO guildhall_web WITH CHECK (
	guild_id = (SELECT app.guild(3))
	AND kind IN ('ban', 'unban', 'kick', 'timeout', 'untimeout', 'warn', 'message_delete')
);
