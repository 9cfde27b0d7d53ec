-- S3's analysis of what is said. Written by the bot, read from level 5 on.

CREATE TABLE ai_analysis (
	id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	message_id bigint NOT NULL,
	sentiment_score numeric(3, 2),
	toxicity_score numeric(3, 2),
	language_code varchar(10),
	topics text[],
	entities jsonb,
	summary text,
	confidence_score numeric(3, 2),
	model_version varchar(50),
	created_at timestamptz NOT NULL DEFAULT now(),
	UNIQUE (guild_id, id),
	FOREIGN KEY (guild_id, message_id) REFERENCES discord_messages (guild_id, id) ON DELETE CASCADE,
	CONSTRAINT ai_analysis_sentiment_score_range CHECK (sentiment_score BETWEEN -1 AND 1),
	CONSTRAINT ai_analysis_toxicity_score_range CHECK (toxicity_score BETWEEN 0 AND 1),
	CONSTRAINT ai_analysis_confidence_score_range CHECK (confidence_score BETWEEN 0 AND 1)
);
CREATE INDEX idx_ai_analysis_message_id ON ai_analysis (guild_id, message_id);
CREATE INDEX idx_ai_analysis_sentiment ON ai_analysis (guild_id, sentiment_score);
CREATE INDEX idx_ai_analysis_toxicity ON ai_analysis (guild_id, toxicity_score);

-- The first and last message are bare ids: a summary outlives them.
CREATE TABLE conversation_summaries (
	id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	channel_id bigint NOT NULL,
	start_message_id bigint NOT NULL,
	end_message_id bigint NOT NULL,
	summary text NOT NULL,
	key_points text[],
	participants bigint[],
	message_count integer,
	created_at timestamptz NOT NULL DEFAULT now(),
	UNIQUE (guild_id, id),
	FOREIGN KEY (guild_id, channel_id) REFERENCES discord_channels (guild_id, id) ON DELETE CASCADE
);
CREATE INDEX conversation_summaries_channel_idx ON conversation_summaries (guild_id, channel_id, end_message_id DESC);

CREATE TABLE community_health (
	id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	server_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	date date NOT NULL,
	active_users integer NOT NULL DEFAULT 0,
	message_count integer NOT NULL DEFAULT 0,
	positive_sentiment_ratio numeric(3, 2),
	toxicity_incidents integer NOT NULL DEFAULT 0,
	moderation_actions integer NOT NULL DEFAULT 0,
	engagement_score numeric(5, 2),
	health_score numeric(3, 2),
	created_at timestamptz NOT NULL DEFAULT now(),
	UNIQUE (server_id, id),
	UNIQUE (server_id, date),
	CONSTRAINT community_health_health_score_range CHECK (health_score BETWEEN 0 AND 1)
);

SELECT app.snowflakes('ai_analysis', 'guild_id', 'message_id'),
	app.snowflakes('conversation_summaries', 'guild_id', 'channel_id', 'start_message_id', 'end_message_id'),
	app.snowflakes('community_health', 'server_id');
SELECT app.protect('ai_analysis', 5, NULL), app.protect('conversation_summaries', 5, NULL),
	app.protect('community_health', 5, NULL, 'server_id');
