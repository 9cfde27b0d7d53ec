import type { Part } from "./part";
import type { Recount } from "./recount";

const day = "(m.timestamp AT TIME ZONE 'UTC')::date";

/** Counts of messages: by hour, channel and member, and the reactions to them. */
export function recountsOfMessages(part: Part): Recount[] {
	return [
		hours(part),
		channels(part),
		channelsByMonth(part.months),
		members(part),
		membersByMonth(part.months),
		reactions(part),
	];
}

/** FROM and WHERE of the messages of a part. */
export const messagesOf = (part: Part) => `FROM discord_messages m
	WHERE m.deleted_at IS NULL AND ${part.guild("m.guild_id")} AND ${part.moment("m.timestamp")} AND ${part.near("m.id")}`;

const hours = (part: Part): Recount => ({
	rollup: "rollup_messages_hourly",
	key: ["guild_id", "hour"],
	figures: ["messages", "replies"],
	kept: `SELECT guild_id, hour, messages, replies FROM rollup_messages_hourly r
		WHERE (messages <> 0 OR replies <> 0) AND ${part.guild("guild_id")} AND ${part.moment("hour")}`,
	counted: `SELECT m.guild_id, date_trunc('hour', m.timestamp, 'UTC'), count(*),
			count(*) FILTER (WHERE m.message_type = 'reply') ${messagesOf(part)} GROUP BY 1, 2`,
});

const channels = (part: Part): Recount => ({
	rollup: "rollup_channel_daily",
	key: ["guild_id", "day", "channel_id"],
	figures: ["messages"],
	kept: `SELECT guild_id, day, channel_id, messages FROM rollup_channel_daily
		WHERE messages <> 0 AND ${part.guild("guild_id")} AND ${part.day("day")}`,
	counted: `SELECT m.guild_id, ${day}, m.channel_id, count(*) ${messagesOf(part)} GROUP BY 1, 2, 3`,
});

const channelsByMonth = (part: Part): Recount => ({
	rollup: "rollup_channel_monthly",
	key: ["guild_id", "month", "channel_id"],
	figures: ["messages"],
	kept: `SELECT guild_id, month, channel_id, messages FROM rollup_channel_monthly
		WHERE messages <> 0 AND ${part.guild("guild_id")} AND ${part.day("month")}`,
	counted: `SELECT m.guild_id, date_trunc('month', m.timestamp AT TIME ZONE 'UTC')::date, m.channel_id, count(*)
		${messagesOf(part)} GROUP BY 1, 2, 3`,
});

const members = (part: Part): Recount => ({
	rollup: "rollup_member_daily",
	key: ["guild_id", "day", "user_id"],
	figures: ["messages"],
	kept: `SELECT guild_id, day, user_id, messages FROM rollup_member_daily
		WHERE messages <> 0 AND ${part.guild("guild_id")} AND ${part.day("day")}`,
	counted: `SELECT m.guild_id, ${day}, m.author_id, count(*) ${messagesOf(part)} GROUP BY 1, 2, 3`,
});

const membersByMonth = (part: Part): Recount => ({
	rollup: "rollup_member_monthly",
	key: ["guild_id", "month", "user_id"],
	figures: ["messages"],
	kept: `SELECT guild_id, month, user_id, messages FROM rollup_member_monthly
		WHERE messages <> 0 AND ${part.guild("guild_id")} AND ${part.day("month")}`,
	counted: `SELECT m.guild_id, date_trunc('month', m.timestamp AT TIME ZONE 'UTC')::date, m.author_id, count(*)
		${messagesOf(part)} GROUP BY 1, 2, 3`,
});

/** For each emoji under a message Discord's number where there is one, else the people who are known. */
const reactions = (part: Part): Recount => ({
	rollup: "rollup_reactions_hourly",
	key: ["guild_id", "hour"],
	figures: ["reactions"],
	kept: `SELECT guild_id, hour, reactions FROM rollup_reactions_hourly
		WHERE reactions <> 0 AND ${part.guild("guild_id")} AND ${part.moment("hour")}`,
	counted: `SELECT e.guild_id, date_trunc('hour', app.snowflake_time(e.message_id), 'UTC'), sum(coalesce(e.told, e.people))
		FROM (
			SELECT u.guild_id, u.message_id, u.emoji_key, max(u.told) AS told, sum(u.people) AS people
			FROM (
				SELECT guild_id, message_id, emoji_key, count AS told, 0 AS people FROM discord_message_reaction_counts
				WHERE ${part.guild("guild_id")} AND ${part.snowflake("message_id")}
				UNION ALL
				SELECT guild_id, message_id, emoji_key, NULL, 1 FROM discord_message_reactions
				WHERE ${part.guild("guild_id")} AND ${part.snowflake("message_id")}
			) u GROUP BY 1, 2, 3
		) e JOIN discord_messages m ON m.guild_id = e.guild_id AND m.id = e.message_id
		WHERE m.deleted_at IS NULL AND ${part.guild("m.guild_id")} AND ${part.snowflake("m.id")}
		GROUP BY 1, 2 HAVING sum(coalesce(e.told, e.people)) <> 0`,
});
