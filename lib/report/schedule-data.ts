import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { AppError } from "@/lib/errors";
import { postableTypes } from "./channels";
import type { ReportSchedule, SaveSchedule } from "./schema";

/** When nothing was scheduled yet: Monday at nine. */
const blank: ReportSchedule = {
	channelId: null,
	weekday: 1,
	hour: 9,
	locale: "en",
	enabled: true,
	revision: 0,
	next: null,
	last: null,
};

type Row = Omit<ReportSchedule, "last"> & {
	week: string;
	due: string;
	state: "pending" | "done" | "failed" | null;
	failure: string | null;
	/** It was due while the schedule stood, and a day has passed. */
	isMissed: boolean;
};

/** When and where the report is posted, when the next one is due and what became of the last. */
export async function readSchedule(guild: GuildScope): Promise<ReportSchedule> {
	const row = await guild.one<Row>(sql`
		SELECT s.channel_id AS "channelId", s.weekday::int AS weekday, s.hour::int AS hour, s.locale, s.enabled, s.revision,
			CASE WHEN s.enabled THEN d.next END AS next, d.week, d.due, o.state, o.failure,
			s.enabled AND s.updated_at <= d.due AND d.due <= now() - interval '24 hours' AS "isMissed"
		FROM report_schedules s
			CROSS JOIN LATERAL app.report_due(s.weekday, s.hour, app.time_zone(), now()) d
			LEFT JOIN discord_orders o ON o.guild_id = s.guild_id AND o.idempotency_key = 'report#' || d.week
		WHERE s.guild_id = ${guild.guildId}::bigint`);
	if (row === undefined) return blank;
	const { week, due, state, failure, isMissed, ...schedule } = row;
	const became = state ?? (isMissed ? "skipped" : null);
	return { ...schedule, last: became && { week, at: due, state: became, failure } };
}

/**
 * Writes down when and where the report is posted.
 * @throws AppError `conflict` when somebody saved in between; `invalid_input` for a channel that cannot hold it
 */
export async function storeSchedule(guild: GuildScope, wish: SaveSchedule): Promise<ReportSchedule> {
	const { channelId, weekday, hour, locale, enabled, revision } = wish;
	await refuseChannel(guild, channelId);
	const actor = guild.actor.userId;
	const stored = await guild.one(sql`
		INSERT INTO report_schedules AS s (guild_id, channel_id, weekday, hour, locale, enabled, created_by, updated_by)
		SELECT ${guild.guildId}::bigint, ${channelId}::bigint, ${weekday}::int, ${hour}::int, ${locale}, ${enabled}::boolean,
			${actor}::bigint, ${actor}::bigint
		WHERE ${revision}::int = 0 OR EXISTS (
			SELECT FROM report_schedules e WHERE e.guild_id = ${guild.guildId}::bigint AND e.revision = ${revision}::int)
		ON CONFLICT (guild_id) DO UPDATE SET channel_id = excluded.channel_id, weekday = excluded.weekday,
			hour = excluded.hour, locale = excluded.locale, enabled = excluded.enabled, updated_by = excluded.updated_by,
			revision = s.revision + 1
		WHERE s.revision = ${revision}::int
		RETURNING s.revision`);
	const now = await readSchedule(guild);
	if (stored === undefined) throw new AppError("conflict", { current: now });
	return now;
}

async function refuseChannel(guild: GuildScope, channelId: string): Promise<void> {
	const channel = await guild.one<{ type: string }>(sql`
		SELECT c.channel_type AS type FROM discord_channels c
		WHERE c.guild_id = ${guild.guildId}::bigint AND c.id = ${channelId}::bigint AND c.deleted_at IS NULL`);
	if (channel && postableTypes.includes(channel.type)) return;
	const message = channel ? "Choose a text or announcement channel." : "The server has no such channel.";
	throw new AppError("invalid_input", { detail: message, fields: [{ path: "channelId", message }] });
}

export type PostableChannel = { id: string; name: string };

/** The channels that can hold the report, in the server's order. */
export function postableChannels(guild: GuildScope): Promise<PostableChannel[]> {
	return guild.rows(sql`
		SELECT c.id, coalesce(c.name, c.id::text) AS name
		FROM discord_channels c LEFT JOIN discord_channels p ON p.guild_id = c.guild_id AND p.id = c.parent_id
		WHERE c.guild_id = ${guild.guildId}::bigint AND c.deleted_at IS NULL
			AND c.channel_type = ANY(${[...postableTypes]}::text[])
		ORDER BY p.position NULLS FIRST, p.id, c.position, c.id`);
}
