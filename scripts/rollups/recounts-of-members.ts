import type { Part } from "./part";
import type { Recount } from "./recount";
import { messagesOf } from "./recounts-of-messages";
import { recountsOfVoiceYears } from "./recounts-of-voice";

const joinedDay = "(m.joined_at AT TIME ZONE 'UTC')::date";

/** Members with each week after their day of joining in which they wrote; `condition` is about `m`. */
const weeksOfMembers = (
	condition: string,
) => `SELECT n.guild_id, n.user_id, n.joined, (w.day - n.joined) / 7 AS week
	FROM (
		SELECT m.guild_id, m.user_id, ${joinedDay} AS joined FROM discord_guild_members m WHERE ${condition}
	) n CROSS JOIN LATERAL (
		SELECT DISTINCT (m.timestamp AT TIME ZONE 'UTC')::date AS day FROM discord_messages m
		WHERE m.guild_id = n.guild_id AND m.author_id = n.user_id AND m.deleted_at IS NULL
	) w
	WHERE w.day >= n.joined
	GROUP BY 1, 2, 3, 4`;

/** Who came and left. */
export function recountsOfMembership(part: Part): Recount[] {
	return [membership(part)];
}

/** Who wrote, and stayed. */
export function recountsOfWriters(part: Part): Recount[] {
	return [activeDays(part), activeWeeks(part.weeks), cohorts(part)];
}

/** What is kept of each member once, for no time in particular, and by years. */
export function recountsOfEverybody({ guild }: Pick<Part, "guild">): Recount[] {
	return [
		{
			rollup: "rollup_member_ordinals",
			key: ["guild_id", "user_id"],
			figures: ["joined", "weeks"],
			kept: `SELECT guild_id, user_id, joined, weeks FROM rollup_member_ordinals WHERE ${guild("guild_id")}`,
			counted: `SELECT w.guild_id, w.user_id, ${joinedDay}, coalesce(a.weeks, '{}')
				FROM (
					SELECT guild_id, user_id FROM rollup_member_ordinals WHERE ${guild("guild_id")}
					UNION
					SELECT guild_id, author_id FROM discord_messages WHERE deleted_at IS NULL AND ${guild("guild_id")}
				) w LEFT JOIN discord_guild_members m ON m.guild_id = w.guild_id AND m.user_id = w.user_id
					LEFT JOIN (
						SELECT guild_id, user_id, range_agg(int4range(week, week + 1)) AS weeks
						FROM (${weeksOfMembers(guild("m.guild_id"))}) n GROUP BY 1, 2
					) a ON a.guild_id = w.guild_id AND a.user_id = w.user_id`,
		},
		{
			rollup: "rollup_member_ordinals",
			key: ["guild_id", "place"],
			figures: ["ordinal"],
			kept: `SELECT guild_id, row_number() OVER (PARTITION BY guild_id ORDER BY ordinal), ordinal
				FROM rollup_member_ordinals WHERE ${guild("guild_id")}`,
			counted: `SELECT guild_id, row_number() OVER (PARTITION BY guild_id),
				row_number() OVER (PARTITION BY guild_id) - 1 FROM rollup_member_ordinals WHERE ${guild("guild_id")}`,
		},
		...recountsOfVoiceYears({ guild }),
	];
}

const membership = (part: Part): Recount => ({
	rollup: "rollup_membership_daily",
	key: ["guild_id", "day"],
	figures: ["joins", "leaves"],
	kept: `SELECT guild_id, day, joins, leaves FROM rollup_membership_daily
		WHERE (joins <> 0 OR leaves <> 0) AND ${part.guild("guild_id")} AND ${part.day("day")}`,
	counted: `SELECT guild_id, day, sum(joined), sum(gone)
		FROM (
			SELECT m.guild_id, ${joinedDay} AS day, 1 AS joined, 0 AS gone FROM discord_guild_members m
			WHERE ${part.guild("m.guild_id")} AND ${part.moment("m.joined_at")}
			UNION ALL
			SELECT m.guild_id, (m.left_at AT TIME ZONE 'UTC')::date, 0, 1 FROM discord_guild_members m
			WHERE m.left_at IS NOT NULL AND ${part.guild("m.guild_id")} AND ${part.moment("m.left_at")}
		) AS moves
		GROUP BY 1, 2`,
});

/** Bits at the places of rollup_member_ordinals, which is compared for itself. */
const activeMembers = (part: Part, rollup: string, unit: "day" | "week", began: string): Recount => ({
	rollup,
	key: ["guild_id", unit, "chunk"],
	figures: ["members", "digest"],
	kept: `SELECT guild_id, ${unit}, chunk, bit_count(members), md5(members::text) FROM ${rollup}
		WHERE bit_count(members) > 0 AND ${part.guild("guild_id")} AND ${part.day(unit)}`,
	counted: `SELECT guild_id, began, chunk, bit_count(members), md5(members::text)
		FROM (
			SELECT w.guild_id, w.began, o.ordinal / 4096 AS chunk, bit_or(set_bit(0::bit(4096), o.ordinal % 4096, 1)) AS members
			FROM (
				SELECT DISTINCT m.guild_id, m.author_id, ${began}::date AS began ${messagesOf(part)}
			) w JOIN rollup_member_ordinals o ON o.guild_id = w.guild_id AND o.user_id = w.author_id
			GROUP BY 1, 2, 3
		) bits`,
});

const activeDays = (part: Part): Recount =>
	activeMembers(part, "rollup_active_members", "day", "(m.timestamp AT TIME ZONE 'UTC')");

const activeWeeks = (part: Part): Recount =>
	activeMembers(part, "rollup_active_weekly", "week", "date_trunc('week', m.timestamp AT TIME ZONE 'UTC')");

/** Weeks are those after the day of joining; whoever joined in the part is followed to the last message. */
const cohorts = (part: Part): Recount => ({
	rollup: "rollup_cohorts",
	key: ["guild_id", "joined", "week"],
	figures: ["active", "begun"],
	kept: `SELECT guild_id, joined, week, active, begun FROM rollup_cohorts
		WHERE (active <> 0 OR begun <> 0) AND ${part.guild("guild_id")} AND ${part.day("joined")}`,
	counted: `SELECT guild_id, joined, week, count(*), count(*) FILTER (WHERE week = first_week)
		FROM (
			SELECT guild_id, joined, week, min(week) OVER (PARTITION BY guild_id, user_id) AS first_week
			FROM (${weeksOfMembers(`${part.guild("m.guild_id")} AND ${part.moment("m.joined_at")}`)}) n
		) AS weeks
		GROUP BY 1, 2, 3`,
});
