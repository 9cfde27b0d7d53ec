import type { Part } from "./part";
import type { Recount } from "./recount";

/** Executions of commands: by hour, day and month, with and without their times, and by channel. */
export function recountsOfCommands(part: Part): Recount[] {
	return [
		times(part),
		hours(part),
		days(part),
		channels(part),
		months(part.months),
		timesByDay(part),
		timesOfCommands(part),
		timesByMonth(part.months),
	];
}

const executionsOf = (part: Part) => `FROM discord_command_executions e
	WHERE e.interaction_type = 'application_command' AND ${part.guild("e.guild_id")} AND ${part.moment("e.executed_at")}
		AND ${part.near("e.id")}`;

const times = (part: Part): Recount => ({
	rollup: "rollup_command_hourly",
	key: ["guild_id", "hour", "command_name", "bucket"],
	figures: ["executions", "errors", "response_ms"],
	kept: `SELECT guild_id, hour, command_name, bucket, executions, errors, response_ms FROM rollup_command_hourly
		WHERE (executions <> 0 OR errors <> 0 OR response_ms <> 0) AND ${part.guild("guild_id")} AND ${part.moment("hour")}`,
	counted: `SELECT e.guild_id, date_trunc('hour', e.executed_at, 'UTC'), coalesce(e.command_name, ''),
			app.latency_bucket(e.response_time_ms), count(*), count(*) FILTER (WHERE e.error),
			coalesce(sum(e.response_time_ms), 0)
		${executionsOf(part)} GROUP BY 1, 2, 3, 4`,
});

const hours = (part: Part): Recount => ({
	rollup: "rollup_executions_hourly",
	key: ["guild_id", "hour"],
	figures: ["executions", "errors"],
	kept: `SELECT guild_id, hour, executions, errors FROM rollup_executions_hourly
		WHERE (executions <> 0 OR errors <> 0) AND ${part.guild("guild_id")} AND ${part.moment("hour")}`,
	counted: `SELECT e.guild_id, date_trunc('hour', e.executed_at, 'UTC'), count(*), count(*) FILTER (WHERE e.error)
		${executionsOf(part)} GROUP BY 1, 2`,
});

const days = (part: Part): Recount => ({
	rollup: "rollup_command_daily",
	key: ["guild_id", "day", "command_name"],
	figures: ["executions", "errors"],
	kept: `SELECT guild_id, day, command_name, executions, errors FROM rollup_command_daily
		WHERE (executions <> 0 OR errors <> 0) AND ${part.guild("guild_id")} AND ${part.day("day")}`,
	counted: `SELECT e.guild_id, (e.executed_at AT TIME ZONE 'UTC')::date, coalesce(e.command_name, ''), count(*),
			count(*) FILTER (WHERE e.error)
		${executionsOf(part)} GROUP BY 1, 2, 3`,
});

const channels = (part: Part): Recount => ({
	rollup: "rollup_command_channel_daily",
	key: ["guild_id", "channel_id", "day", "command_name"],
	figures: ["executions", "errors"],
	kept: `SELECT guild_id, channel_id, day, command_name, executions, errors FROM rollup_command_channel_daily
		WHERE (executions <> 0 OR errors <> 0) AND ${part.guild("guild_id")} AND ${part.day("day")}`,
	counted: `SELECT e.guild_id, coalesce(e.channel_id, 0), (e.executed_at AT TIME ZONE 'UTC')::date,
			coalesce(e.command_name, ''), count(*), count(*) FILTER (WHERE e.error)
		${executionsOf(part)} GROUP BY 1, 2, 3, 4`,
});

const months = (part: Part): Recount => ({
	rollup: "rollup_command_monthly",
	key: ["guild_id", "month", "command_name"],
	figures: ["executions", "errors"],
	kept: `SELECT guild_id, month, command_name, executions, errors FROM rollup_command_monthly
		WHERE (executions <> 0 OR errors <> 0) AND ${part.guild("guild_id")} AND ${part.day("month")}`,
	counted: `SELECT e.guild_id, date_trunc('month', e.executed_at AT TIME ZONE 'UTC')::date, coalesce(e.command_name, ''),
			count(*), count(*) FILTER (WHERE e.error)
		${executionsOf(part)} GROUP BY 1, 2, 3`,
});

const timesByDay = (part: Part): Recount => ({
	rollup: "rollup_latency_daily",
	key: ["guild_id", "day", "bucket"],
	figures: ["executions"],
	kept: `SELECT guild_id, day, bucket, executions FROM rollup_latency_daily
		WHERE executions <> 0 AND ${part.guild("guild_id")} AND ${part.day("day")}`,
	counted: `SELECT e.guild_id, (e.executed_at AT TIME ZONE 'UTC')::date, app.latency_bucket(e.response_time_ms), count(*)
		${executionsOf(part)} GROUP BY 1, 2, 3`,
});

const timesOfCommands = (part: Part): Recount => ({
	rollup: "rollup_command_latency_daily",
	key: ["guild_id", "day", "command_name", "bucket"],
	figures: ["executions", "errors"],
	kept: `SELECT guild_id, day, command_name, bucket, executions, errors FROM rollup_command_latency_daily
		WHERE (executions <> 0 OR errors <> 0) AND ${part.guild("guild_id")} AND ${part.day("day")}`,
	counted: `SELECT e.guild_id, (e.executed_at AT TIME ZONE 'UTC')::date, coalesce(e.command_name, ''),
			app.latency_bucket(e.response_time_ms), count(*), count(*) FILTER (WHERE e.error)
		${executionsOf(part)} GROUP BY 1, 2, 3, 4`,
});

const timesByMonth = (part: Part): Recount => ({
	rollup: "rollup_command_latency_monthly",
	key: ["guild_id", "month", "command_name", "bucket"],
	figures: ["executions", "errors"],
	kept: `SELECT guild_id, month, command_name, bucket, executions, errors FROM rollup_command_latency_monthly
		WHERE (executions <> 0 OR errors <> 0) AND ${part.guild("guild_id")} AND ${part.day("month")}`,
	counted: `SELECT e.guild_id, date_trunc('month', e.executed_at AT TIME ZONE 'UTC')::date, coalesce(e.command_name, ''),
			app.latency_bucket(e.response_time_ms), count(*), count(*) FILTER (WHERE e.error)
		${executionsOf(part)} GROUP BY 1, 2, 3, 4`,
});
