import type { Db } from "@/bot/scope";

/** Bytes; as `discord_orders_payload_size`, which no message that Discord takes exceeds. */
const longestBody = 262_144;

/** A post (`p`) as Discord takes a message: one embed or a list of them; buttons stand in a row. */
const body = `CROSS JOIN LATERAL (SELECT jsonb_strip_nulls(jsonb_build_object(
		'content', p.content,
		'embeds', CASE jsonb_typeof(p.embed_config)
			WHEN 'array' THEN p.embed_config WHEN 'object' THEN jsonb_build_array(p.embed_config) END,
		'components', CASE
			WHEN jsonb_typeof(p.components_config) <> 'array' THEN NULL
			WHEN p.components_config -> 0 ->> 'type' = '1' THEN p.components_config
			ELSE jsonb_build_array(jsonb_build_object('type', 1, 'components', p.components_config)) END)) AS body) b`;

const key = "'post#' || p.id || '#' || extract(epoch FROM p.scheduled_for)";

const ordered = `
	SELECT FROM discord_orders o WHERE o.guild_id = p.guild_id AND o.idempotency_key = ${key}`;

/** A post that nobody could send for a day would come as news when it is none. */
const leaveOutMissed = `
UPDATE discord_narrative_posts p SET status = 'failed', error_message = CASE
	WHEN g.left_at IS NULL THEN 'The bot was away for a day after this was due'
	ELSE 'The bot is no longer in this server' END
FROM discord_guilds g
WHERE g.id = p.guild_id AND p.status = 'scheduled' AND p.scheduled_for <= now() - interval '24 hours'
	AND NOT EXISTS (${ordered} AND o.state = 'pending')`;

const refuseTooLong = `
UPDATE discord_narrative_posts t SET status = 'failed', error_message = 'This is longer than Discord takes'
FROM discord_narrative_posts p ${body}
WHERE t.id = p.id AND p.status = 'scheduled' AND p.scheduled_for <= now()
	AND octet_length(b.body::text) > ${longestBody}`;

/** The key makes each one order for its time, however many workers look; a post that is put off is ordered anew. */
const orderDue = `
INSERT INTO discord_orders (guild_id, kind, channel_id, payload, reason, post_id, idempotency_key)
SELECT p.guild_id, 'post', p.channel_id, b.body, 'A scheduled post', p.id, ${key}
FROM discord_narrative_posts p
	JOIN discord_guilds g ON g.id = p.guild_id AND g.left_at IS NULL
	${body}
WHERE p.status = 'scheduled' AND p.scheduled_for <= now() AND NOT EXISTS (${ordered})
ORDER BY p.guild_id, p.id
LIMIT 200
ON CONFLICT (guild_id, idempotency_key) DO NOTHING
RETURNING id`;

/**
 * Orders the scheduled posts whose time has come; a trigger tells each what became of it.
 * @returns how many were ordered
 */
export async function orderPosts(db: Db): Promise<number> {
	await db.rows(leaveOutMissed);
	await db.rows(refuseTooLong);
	return (await db.rows(orderDue)).length;
}
