-- The commands the bot offers and what became of every use of them.

CREATE TABLE discord_application_commands (
	id bigint PRIMARY KEY,
	application_id bigint NOT NULL,
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	command_type text NOT NULL,
	name text NOT NULL,
	name_localizations jsonb,
	description text,
	description_localizations jsonb,
	options jsonb,
	default_member_permissions bigint,
	dm_permission boolean DEFAULT true,
	nsfw boolean DEFAULT false,
	version bigint NOT NULL,
	enabled boolean DEFAULT true,
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	UNIQUE (guild_id, id),
	CONSTRAINT discord_application_commands_type_form CHECK (command_type ~ '^[a-z0-9_]{1,32}$')
);
COMMENT ON COLUMN discord_application_commands.guild_id IS '0 for global commands';
CREATE INDEX idx_commands_name ON discord_application_commands (guild_id, name);

CREATE TABLE discord_command_executions (
	id bigint NOT NULL,
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	channel_id bigint,
	user_id bigint NOT NULL REFERENCES discord_users (id),
	application_id bigint NOT NULL,
	command_id bigint,
	interaction_type text NOT NULL,
	command_name text,
	command_type text,
	options jsonb,
	custom_id text,
	component_type text,
	values jsonb,
	modal_custom_id text,
	modal_components jsonb,
	response_type smallint,
	response_content text,
	response_embed_count integer DEFAULT 0,
	response_component_count integer DEFAULT 0,
	deferred boolean DEFAULT false,
	ephemeral boolean DEFAULT false,
	executed_at timestamptz NOT NULL,
	responded_at timestamptz,
	response_time_ms integer,
	error boolean DEFAULT false,
	error_message text,
	created_at timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (guild_id, id),
	CONSTRAINT discord_command_executions_id_snowflake CHECK (id >= 4194304),
	CONSTRAINT discord_command_executions_interaction_type_form CHECK (interaction_type ~ '^[a-z0-9_]{1,64}$'),
	CONSTRAINT discord_command_executions_command_type_form CHECK (command_type ~ '^[a-z0-9_]{1,32}$'),
	CONSTRAINT discord_command_executions_component_type_form CHECK (component_type ~ '^[a-z0-9_]{1,32}$')
) PARTITION BY RANGE (id);
COMMENT ON COLUMN discord_command_executions.id IS 'the interaction''s id';
COMMENT ON COLUMN discord_command_executions.command_id IS 'a bare id: an execution outlives its command';
COMMENT ON COLUMN discord_command_executions.channel_id IS 'a bare id: an execution outlives its channel';

CREATE TABLE discord_command_executions_default PARTITION OF discord_command_executions DEFAULT;
-- Documents' bots look executions up, and upsert them, by id alone. (Citus cannot keep it: prisma/citus.sql drops it.)
CREATE UNIQUE INDEX idx_executions_id ON discord_command_executions (id);
CREATE INDEX idx_executions_command ON discord_command_executions (guild_id, command_name, id DESC);
CREATE INDEX idx_executions_command_id ON discord_command_executions (guild_id, command_id, id DESC);
CREATE INDEX idx_executions_user ON discord_command_executions (guild_id, user_id, id DESC);
CREATE INDEX idx_executions_channel ON discord_command_executions (guild_id, channel_id, id DESC);
CREATE INDEX idx_executions_errors ON discord_command_executions (guild_id, id DESC) WHERE error;

-- A direct message's interaction has no guild; an execution without one belongs to `@me`.
SELECT app.snowflakes('discord_application_commands', 'id'), app.touch('discord_application_commands'),
	app.derive_guild('discord_application_commands'), app.derive_guild('discord_command_executions'),
	app.protect('discord_application_commands', 2, NULL), app.protect('discord_command_executions', 2, NULL),
	app.ensure_month_partitions('discord_command_executions',
		(now() - interval '14 months')::date, (now() + interval '3 months')::date);

-- Global commands are offered in every guild.
CREATE POLICY web_select_global ON discord_application_commands FOR SELECT TO guildhall_web
	USING (guild_id = 0 AND (SELECT app.guild(2)) IS NOT NULL);
