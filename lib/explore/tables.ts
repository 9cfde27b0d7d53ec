import "server-only";
import { withinChannel } from "@/lib/channels/within";
import { sql } from "@/lib/db/sql";
import type { SourceName } from "./catalogue";
import { recordTables } from "./record-tables";
import type { SourceTable } from "./source-table";

const guild = sql`r.guild_id`;
const hours = { kind: "instant", column: sql`r.hour` } as const;
const utcDays = { kind: "day", column: sql`r.day` } as const;

const executionValues = {
	executions: sql`sum(r.executions)::float8`,
	errors: sql`sum(r.errors)::float8`,
	errorRate: sql`sum(r.errors)::float8 / nullif(sum(r.executions), 0)`,
};
const voiceValues = {
	voiceMinutes: sql`sum(r.seconds)::float8 / 60`,
	voiceSessions: sql`sum(r.sessions)::float8`,
};
const byChannel = {
	keys: { channel: sql`r.channel_id` },
	filters: { channel: (id: string) => withinChannel(sql`r.channel_id`, id) },
};

/** The sources in SQL; the days of active members are asked of a function instead. */
export const tables: Record<Exclude<SourceName, "activeDays">, SourceTable> = {
	...recordTables,
	messageHours: {
		table: sql`rollup_messages_hourly`,
		guild,
		when: hours,
		keys: {},
		filters: {},
		values: { messages: sql`sum(r.messages)::float8`, replies: sql`sum(r.replies)::float8` },
	},
	channelDays: {
		table: sql`rollup_channel_daily`,
		guild,
		when: utcDays,
		...byChannel,
		values: { messages: sql`sum(r.messages)::float8` },
	},
	memberDays: {
		table: sql`rollup_member_daily`,
		guild,
		when: utcDays,
		counted: sql`r.messages > 0`,
		keys: { member: sql`r.user_id` },
		filters: {
			member: (id) => sql`r.user_id = ${id}::bigint`,
			role: (id) => sql`EXISTS (SELECT FROM discord_member_roles h
				WHERE h.guild_id = r.guild_id AND h.user_id = r.user_id AND h.role_id = ${id}::bigint)`,
			kind: (
				kind,
			) => sql`EXISTS (SELECT FROM discord_users u WHERE u.id = r.user_id AND coalesce(u.bot, false))
				= (${kind} = 'bots')`,
		},
		values: {
			messages: sql`sum(r.messages)::float8`,
			activeMembers: sql`count(DISTINCT r.user_id)::float8`,
		},
	},
	reactionHours: {
		table: sql`rollup_reactions_hourly`,
		guild,
		when: hours,
		keys: {},
		filters: {},
		values: { reactions: sql`sum(r.reactions)::float8` },
	},
	membershipDays: {
		table: sql`rollup_membership_daily`,
		guild,
		when: utcDays,
		keys: {},
		filters: {},
		values: {
			joins: sql`sum(r.joins)::float8`,
			leaves: sql`sum(r.leaves)::float8`,
			growth: sql`sum(r.joins - r.leaves)::float8`,
		},
	},
	executionHours: {
		table: sql`rollup_executions_hourly`,
		guild,
		when: hours,
		keys: {},
		filters: {},
		values: executionValues,
	},
	commandHours: {
		table: sql`rollup_command_hourly`,
		guild,
		when: hours,
		keys: { command: sql`r.command_name` },
		filters: { command: (name) => sql`r.command_name = ${name}` },
		values: executionValues,
	},
	voiceHours: {
		table: sql`rollup_voice_hourly`,
		guild,
		when: hours,
		keys: {},
		filters: {},
		values: voiceValues,
	},
	voiceDays: {
		table: sql`rollup_voice_daily`,
		guild,
		when: utcDays,
		...byChannel,
		values: voiceValues,
	},
};
