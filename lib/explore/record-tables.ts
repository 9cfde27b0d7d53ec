import "server-only";
import { withinChannel } from "@/lib/channels/within";
import { sql } from "@/lib/db/sql";
import type { SourceName } from "./catalogue";
import type { SourceTable } from "./source-table";

const counts = sql`count(*)::float8`;
const guild = sql`r.guild_id`;

/** The sources that are records themselves: a period is a part of them that an index bounds. */
export const recordTables = {
	executions: {
		table: sql`discord_command_executions`,
		guild,
		when: { kind: "nearId", column: sql`r.executed_at`, id: sql`r.id` },
		counted: sql`r.interaction_type = 'application_command'`,
		keys: {
			channel: sql`r.channel_id`,
			member: sql`r.user_id`,
			command: sql`coalesce(r.command_name, '')`,
		},
		filters: {
			channel: (id) => withinChannel(sql`r.channel_id`, id),
			member: (id) => sql`r.user_id = ${id}::bigint`,
			command: (name) => sql`r.command_name = ${name}`,
		},
		values: {
			executions: counts,
			errors: sql`count(*) FILTER (WHERE r.error)::float8`,
			errorRate: sql`count(*) FILTER (WHERE r.error)::float8 / nullif(count(*), 0)`,
		},
	},
	cases: {
		table: sql`cases`,
		guild,
		when: { kind: "instant", column: sql`r.created_at` },
		counted: sql`NOT r.is_deleted`,
		keys: {
			caseType: sql`coalesce(r.case_type, 'custom:' || r.custom_case_type_id)`,
			moderator: sql`r.case_moderator_id`,
			member: sql`r.case_user_id`,
		},
		filters: {
			caseType: (type) => sql`coalesce(r.case_type, 'custom:' || r.custom_case_type_id) = ${type}`,
			moderator: (id) => sql`r.case_moderator_id = ${id}::bigint`,
			member: (id) => sql`r.case_user_id = ${id}::bigint`,
		},
		values: {
			cases: sql`count(*) FILTER (WHERE r.voided_at IS NULL)::float8`,
			casesVoided: sql`count(*) FILTER (WHERE r.voided_at IS NOT NULL)::float8`,
			caseDuration: sql`percentile_cont(0.5) WITHIN GROUP (
				ORDER BY extract(epoch FROM r.resolved_at - r.created_at)::float8 / 60)
				FILTER (WHERE r.voided_at IS NULL AND r.resolved_at >= r.created_at)`,
		},
	},
	appeals: {
		table: sql`case_appeals`,
		guild,
		when: { kind: "instant", column: sql`r.created_at` },
		counted: sql`NOT r.is_deleted`,
		keys: { status: sql`r.status` },
		filters: {},
		values: { appeals: counts },
	},
	discordLog: {
		table: sql`discord_native_audit_log`,
		guild,
		when: { kind: "id", column: sql`r.id` },
		keys: { action: sql`r.action_type`, actor: sql`r.user_id` },
		filters: {},
		values: { auditEntries: counts },
	},
	botLog: {
		table: sql`discord_audit_log`,
		guild,
		when: { kind: "id", column: sql`r.id` },
		keys: { action: sql`r.action`, actor: sql`r.actor_id` },
		filters: {},
		values: { botActions: counts },
	},
	conversations: {
		table: sql`conversations`,
		guild: sql`r.server_id`,
		when: { kind: "instant", column: sql`r.created_at` },
		keys: { status: sql`r.status` },
		filters: {},
		values: { conversations: counts },
	},
	tickets: {
		table: sql`forwarded_tickets`,
		guild: sql`r.server_id`,
		when: { kind: "instant", column: sql`r.forwarded_at` },
		keys: { status: sql`r.status` },
		filters: {},
		values: { tickets: counts },
	},
} as const satisfies Partial<Record<SourceName, SourceTable>>;
