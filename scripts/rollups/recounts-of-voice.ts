import { everything, type Part } from "./part";
import type { Recount } from "./recount";

/** Time in voice by day and channel, by hour with the most people at once, and by members with their days and months. */
export function recountsOfVoice(part: Part): Recount[] {
	return [days(part), hours(part), members(part, "day"), members(part.months, "month")];
}

/** Members' time in voice by years, which no part holds in full. */
export function recountsOfVoiceYears({ guild }: Pick<Part, "guild">): Recount[] {
	return [members({ ...everything, guild }, "year")];
}

/** An ended session's seconds of the clock between `start` and a day or an hour later. */
const seconds = (unit: string) => `coalesce(sum(greatest(
		floor(extract(epoch FROM least(v.left_at, start + interval '1 ${unit}')))
			- floor(extract(epoch FROM greatest(v.joined_at, start))), 0)) FILTER (WHERE v.left_at IS NOT NULL), 0)`;

const stretches = (part: Part, unit: string) => `discord_voice_states v CROSS JOIN LATERAL generate_series(
		date_trunc('${unit}', v.joined_at, 'UTC'), greatest(v.left_at, v.joined_at), interval '1 ${unit}') AS start
	WHERE ${part.guild("v.guild_id")} AND ${part.moment("start")}`;

const begun = (unit: string) => `count(*) FILTER (WHERE start = date_trunc('${unit}', v.joined_at, 'UTC'))`;

const days = (part: Part): Recount => ({
	rollup: "rollup_voice_daily",
	key: ["guild_id", "day", "channel_id"],
	figures: ["sessions", "seconds"],
	kept: `SELECT guild_id, day, channel_id, sessions, seconds FROM rollup_voice_daily
		WHERE (sessions <> 0 OR seconds <> 0) AND ${part.guild("guild_id")} AND ${part.day("day")}`,
	counted: `SELECT * FROM (
			SELECT v.guild_id, (start AT TIME ZONE 'UTC')::date, coalesce(v.channel_id, 0), ${begun("day")} AS sessions,
				${seconds("day")} AS seconds
			FROM ${stretches(part, "day")} GROUP BY 1, 2, 3
		) d WHERE sessions <> 0 OR seconds <> 0`,
});

/** People come and go with ended sessions; an hour's most is after one of its moments, of which its first is one. */
const hours = (part: Part): Recount => ({
	rollup: "rollup_voice_hourly",
	key: ["guild_id", "hour"],
	figures: ["sessions", "seconds", "peak"],
	kept: `SELECT guild_id, hour, sessions, seconds, peak
		FROM (
			SELECT r.guild_id, r.hour, r.sessions, r.seconds,
				sum(r.change) OVER (PARTITION BY r.guild_id ORDER BY r.hour) - r.change + r.rise AS peak
			FROM rollup_voice_hourly r WHERE ${part.guild("r.guild_id")}
		) h WHERE (sessions <> 0 OR seconds <> 0 OR peak <> 0) AND ${part.moment("hour")}`,
	counted: `WITH stay AS MATERIALIZED (
			SELECT v.guild_id, start AS hour, ${begun("hour")} AS sessions,
				${seconds("hour")} AS seconds
			FROM ${stretches(part, "hour")} GROUP BY 1, 2
		), step AS (
			SELECT s.guild_id, s.hour AS moment, 0 AS step FROM stay s
			UNION ALL
			SELECT v.guild_id, e.moment, e.step
			FROM discord_voice_states v CROSS JOIN LATERAL (VALUES (v.joined_at, 1), (v.left_at, -1)) AS e (moment, step)
			WHERE v.left_at > v.joined_at AND ${part.guild("v.guild_id")}
		), course AS (
			SELECT guild_id, moment, sum(sum(step)) OVER (PARTITION BY guild_id ORDER BY moment) AS people
			FROM step GROUP BY 1, 2
		), most AS (
			SELECT guild_id, date_trunc('hour', moment, 'UTC') AS hour, max(people) AS peak FROM course
			WHERE ${part.moment("moment")} GROUP BY 1, 2
		)
		SELECT s.guild_id, s.hour, s.sessions, s.seconds, m.peak FROM stay s JOIN most m USING (guild_id, hour)
		WHERE s.sessions <> 0 OR s.seconds <> 0 OR m.peak <> 0`,
});

/** Ended sessions by their days of UTC, added up to longer spans. */
const members = (part: Part, span: "day" | "month" | "year"): Recount => ({
	rollup: "rollup_voice_members",
	key: ["guild_id", "user_id", "span", "first"],
	figures: ["sessions", "seconds"],
	kept: `SELECT guild_id, user_id, span, first, sessions, seconds FROM rollup_voice_members
		WHERE span = '${span}' AND (sessions <> 0 OR seconds <> 0) AND ${part.guild("guild_id")} AND ${part.day("first")}`,
	counted: `SELECT * FROM (
			SELECT d.guild_id, d.user_id, '${span}', date_trunc('${span}', d.day)::date, sum(d.sessions) AS sessions,
				sum(d.seconds) AS seconds
			FROM (
				SELECT v.guild_id, v.user_id, start AT TIME ZONE 'UTC' AS day, ${begun("day")} AS sessions,
					${seconds("day")} AS seconds
				FROM ${stretches(part, "day")} AND v.left_at IS NOT NULL GROUP BY 1, 2, 3
			) d GROUP BY 1, 2, 3, 4
		) m WHERE sessions <> 0 OR seconds <> 0`,
});
