-- S5's plans, subscriptions and invoices. The bot has no business here; what it must know, the plan of a server, is
-- `discord_guilds.plan_id`, kept by a trigger.

CREATE TABLE billing_plans (
	id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	name text NOT NULL UNIQUE,
	description text,
	price numeric(10, 2) NOT NULL,
	currency text NOT NULL DEFAULT 'USD',
	interval text NOT NULL,
	features jsonb NOT NULL DEFAULT '{}',
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	CONSTRAINT billing_plans_price_not_negative CHECK (price >= 0),
	CONSTRAINT billing_plans_currency_code CHECK (currency ~ '^[A-Z]{3}$'),
	CONSTRAINT billing_plans_interval_known CHECK (interval IN ('monthly', 'yearly'))
);

CREATE TABLE subscriptions (
	id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	server_id bigint NOT NULL UNIQUE REFERENCES discord_guilds (id) ON DELETE CASCADE,
	plan_id uuid NOT NULL REFERENCES billing_plans (id),
	status text NOT NULL,
	current_period_start timestamptz NOT NULL,
	current_period_end timestamptz NOT NULL,
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	canceled_at timestamptz,
	UNIQUE (server_id, id),
	CONSTRAINT subscriptions_status_known CHECK (status IN ('active', 'canceled', 'past_due', 'trialing')),
	CONSTRAINT subscriptions_period_order CHECK (current_period_end > current_period_start)
);
CREATE INDEX subscriptions_status_idx ON subscriptions (status);

CREATE TABLE invoices (
	id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	subscription_id uuid NOT NULL,
	server_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	amount numeric(10, 2) NOT NULL,
	currency text NOT NULL DEFAULT 'USD',
	status text NOT NULL,
	invoice_date timestamptz NOT NULL,
	due_date timestamptz NOT NULL,
	paid_at timestamptz,
	payment_processor_id text,
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	UNIQUE (server_id, id),
	FOREIGN KEY (server_id, subscription_id) REFERENCES subscriptions (server_id, id) ON DELETE CASCADE,
	CONSTRAINT invoices_status_known CHECK (status IN ('draft', 'open', 'paid', 'uncollectible', 'void')),
	CONSTRAINT invoices_currency_code CHECK (currency ~ '^[A-Z]{3}$')
);
CREATE INDEX invoices_invoice_date_idx ON invoices (server_id, invoice_date DESC, id);
CREATE INDEX invoices_subscription_id_idx ON invoices (server_id, subscription_id);
CREATE INDEX invoices_status_idx ON invoices (server_id, status);

SELECT app.snowflakes('subscriptions', 'server_id'), app.snowflakes('invoices', 'server_id');
SELECT app.touch('billing_plans'), app.touch('subscriptions'), app.touch('invoices');

-- Plans are the same for every guild and no secret.
SELECT app.lock('billing_plans');
GRANT SELECT ON billing_plans TO guildhall_web, guildhall_bot;
CREATE POLICY web_select ON billing_plans FOR SELECT TO guildhall_web USING (true);
CREATE POLICY bot_select ON billing_plans FOR SELECT TO guildhall_bot USING (true);

SELECT app.protect_web_only('subscriptions', 6, 6, 'server_id', 'select,insert,update'),
	app.protect_web_only('invoices', 6, NULL, 'server_id');
SELECT app.track('subscriptions', '{server_id,id}');

------------------------------------------------------------------------------------------------ the plan of a server

ALTER TABLE discord_guilds ADD CONSTRAINT discord_guilds_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES billing_plans (id);

CREATE FUNCTION app.carry_plan() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	UPDATE discord_guilds g
	SET plan_id = (SELECT s.plan_id FROM subscriptions s WHERE s.server_id = g.id AND s.status <> 'canceled')
	WHERE g.id IN (OLD.server_id, NEW.server_id);
	RETURN NULL;
END $$;
CREATE TRIGGER carry_plan AFTER INSERT OR UPDATE OF plan_id, status, server_id OR DELETE ON subscriptions
	FOR EACH ROW EXECUTE FUNCTION app.carry_plan();
