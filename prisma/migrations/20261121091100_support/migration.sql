-- S5's support desk. The guild column keeps S5's name, `server_id`; people, channels and threads are BIGINT.

CREATE TABLE knowledge_documents (
	id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	server_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	title text NOT NULL,
	content text NOT NULL,
	content_vector tsvector GENERATED ALWAYS AS (to_tsvector('english', content)) STORED,
	file_type text NOT NULL,
	file_size integer,
	storage_path text,
	created_by bigint,
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	UNIQUE (server_id, id),
	CONSTRAINT knowledge_documents_file_type_known CHECK (file_type IN ('txt', 'md', 'pdf')),
	CONSTRAINT knowledge_documents_title_length CHECK (char_length(title) BETWEEN 1 AND 200),
	-- a tsvector ends at 1 MB
	CONSTRAINT knowledge_documents_content_size CHECK (octet_length(content) <= 524288)
);
COMMENT ON COLUMN knowledge_documents.file_size IS 'bytes of the file that was uploaded';
CREATE INDEX knowledge_documents_content_vector_idx ON knowledge_documents USING gin (content_vector);
CREATE INDEX knowledge_documents_server_id_idx ON knowledge_documents (server_id, created_at DESC, id);

CREATE TABLE conversations (
	id uuid NOT NULL DEFAULT gen_random_uuid(),
	server_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	channel_id bigint NOT NULL,
	thread_id bigint,
	user_id bigint NOT NULL,
	username text NOT NULL,
	transcript jsonb NOT NULL,
	status text NOT NULL DEFAULT 'active',
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	completed_at timestamptz,
	PRIMARY KEY (server_id, id),
	CONSTRAINT conversations_status_known CHECK (status IN ('active', 'completed', 'forwarded'))
) PARTITION BY HASH (server_id);
COMMENT ON COLUMN conversations.transcript IS 'the whole conversation: a list of {role, content, at}';
-- A fixed number: S5's partition for each server does not survive ten thousand servers.
DO $$
BEGIN
	FOR i IN 0..7 LOOP
		EXECUTE format('CREATE TABLE conversations_p%s PARTITION OF conversations FOR VALUES WITH (MODULUS 8, REMAINDER %s)', i, i);
	END LOOP;
END $$;
CREATE INDEX conversations_created_at_idx ON conversations (server_id, created_at DESC, id);
CREATE INDEX conversations_status_idx ON conversations (server_id, status, created_at DESC, id);
CREATE INDEX conversations_user_idx ON conversations (server_id, user_id, created_at DESC);

CREATE TABLE forwarded_tickets (
	id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	conversation_id uuid NOT NULL,
	server_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	assigned_to bigint,
	forwarded_at timestamptz NOT NULL DEFAULT now(),
	status text NOT NULL DEFAULT 'pending',
	resolved_at timestamptz,
	resolution_notes text,
	updated_at timestamptz NOT NULL DEFAULT now(),
	UNIQUE (server_id, id),
	FOREIGN KEY (server_id, conversation_id) REFERENCES conversations (server_id, id) ON DELETE CASCADE,
	CONSTRAINT forwarded_tickets_status_known CHECK (status IN ('pending', 'assigned', 'resolved')),
	CONSTRAINT forwarded_tickets_resolution_notes_length CHECK (char_length(resolution_notes) <= 4000)
);
CREATE INDEX forwarded_tickets_conversation_id_idx ON forwarded_tickets (server_id, conversation_id);
CREATE INDEX forwarded_tickets_status_idx ON forwarded_tickets (server_id, status, forwarded_at DESC, id);
CREATE INDEX forwarded_tickets_assigned_to_idx ON forwarded_tickets (server_id, assigned_to, forwarded_at DESC)
	WHERE assigned_to IS NOT NULL;

CREATE TABLE analytics (
	id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	server_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	date date NOT NULL,
	total_queries integer NOT NULL DEFAULT 0,
	resolved_queries integer NOT NULL DEFAULT 0,
	forwarded_tickets integer NOT NULL DEFAULT 0,
	average_response_time numeric(10, 2),
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	UNIQUE (server_id, id),
	UNIQUE (server_id, date)
);
COMMENT ON COLUMN analytics.average_response_time IS 'seconds';

SELECT app.snowflakes('knowledge_documents', 'server_id'),
	app.snowflakes('conversations', 'server_id', 'channel_id', 'thread_id', 'user_id'),
	app.snowflakes('forwarded_tickets', 'server_id', 'assigned_to'), app.snowflakes('analytics', 'server_id');
SELECT app.touch('knowledge_documents'), app.touch('conversations'), app.touch('forwarded_tickets'),
	app.touch('analytics');
SELECT app.protect('knowledge_documents', 2, 4, 'server_id', 'select,insert,update,delete'),
	app.protect('conversations', 2, NULL, 'server_id'),
	app.protect('forwarded_tickets', 2, 2, 'server_id', 'select,update'),
	app.protect('analytics', 2, NULL, 'server_id');
SELECT app.track('knowledge_documents', '{server_id,id}'), app.track('forwarded_tickets', '{server_id,id}');

-- Documents of `guild` that match (web search syntax), best first, with an excerpt whose hits stand between U+0002 and
-- U+0003. A definer function because `@@` is not leakproof. Level 2 in `guild`, else nothing.
CREATE FUNCTION app.search_knowledge(guild bigint, query text, max_rows integer DEFAULT 20)
RETURNS TABLE (id uuid, rank real, excerpt text)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
	SELECT hit.id, hit.rank, ts_headline('english', hit.content, hit.q, hit.options)
	FROM (
		SELECT d.id, d.content, q, ts_rank_cd(d.content_vector, q) AS rank,
			format('StartSel="%s", StopSel="%s", MaxFragments=2, MaxWords=30, MinWords=10', chr(2), chr(3)) AS options
		FROM knowledge_documents d, websearch_to_tsquery('english', query) AS q
		WHERE d.server_id = guild AND guild = (SELECT app.guild(2)) AND d.content_vector @@ q
		ORDER BY ts_rank_cd(d.content_vector, q) DESC, d.id
		LIMIT least(max_rows, 100)
	) AS hit
	ORDER BY hit.rank DESC, hit.id;
END;
GRANT EXECUTE ON FUNCTION app.search_knowledge(bigint, text, integer) TO guildhall_web;
