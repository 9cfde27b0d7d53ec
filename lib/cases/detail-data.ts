import "server-only";
import { may } from "@/lib/auth/permissions";
import type { GuildScope } from "@/lib/auth/scope";
import { type Sql, sql } from "@/lib/db/sql";
import { isSnowflake } from "@/lib/discord/snowflake";
import { AppError } from "@/lib/errors";
import { personOf } from "@/lib/guilds/people";
import type { CaseDetail, CaseEvidence } from "./detail-schema";
import { expiryOf } from "./expiry";
import { joinType, listColumns, typeColumn } from "./rows";
import type { CaseListItem } from "./schema";

/** The newest changes of a case that are shown. */
const eventsShown = 100;

/** The revision of a case (`c`): its last change in microseconds since 1970, which loses nothing on its way out. */
export const revisionColumn = sql`(extract(epoch FROM c.updated_at) * 1000000)::bigint`;

type Row = CaseListItem &
	Omit<CaseDetail, "order" | "expiry" | "metadata" | "evidence" | "events" | "record"> &
	Pick<CaseDetail["order"], "permission" | "delivered" | "lifts"> & {
		caseId: string;
		metadata: Record<string, unknown> | null;
		requiresDuration: boolean;
	};

/**
 * One case in full.
 * @throws AppError `not_found` when the server has no case of that number
 */
export async function getCase(guild: GuildScope, caseNumber: number): Promise<CaseDetail> {
	const row = await readCase(guild, caseNumber);
	if (row === undefined) throw new AppError("not_found");
	const { caseId, metadata, requiresDuration, permission, delivered, lifts, ...shown } = row;
	const { evidence, rest } = splitMetadata(metadata ?? {});
	return {
		...shown,
		order: { ...shown.order, permission, delivered, lifts },
		expiry: expiryOf(row.type, requiresDuration),
		metadata: rest,
		evidence: await readEvidence(guild, evidence),
		events: await readEvents(guild, caseId),
		record: await readRecord(guild, row.member.id),
	};
}

function readCase(guild: GuildScope, caseNumber: number): Promise<Row | undefined> {
	return guild.one<Row>(sql`
		SELECT c.case_id AS "caseId", ${listColumns(sql`${guild.guildId}::bigint`)}, ${revisionColumn}::text AS revision, c.resolved_at AS "resolvedAt",
			c.updated_at AS "updatedAt", ${personOf(sql`${guild.guildId}::bigint`, sql`c.updated_by`)} AS "updatedBy",
			o.result ->> 'permission' AS permission, (o.result ->> 'delivered')::boolean AS delivered,
			coalesce(o.kind = 'unban', false) AS lifts,
			c.case_metadata AS metadata, coalesce(t.requires_duration, false) AS "requiresDuration",
			coalesce((
				SELECT json_agg(json_build_object('id', had.id::text, 'name', coalesce(r.name, had.id::text),
					'colour', coalesce(r.color, 0)) ORDER BY r.position DESC NULLS LAST, had.id)
				FROM unnest(c.case_user_roles) AS had (id)
					LEFT JOIN discord_roles r ON r.guild_id = c.guild_id AND r.id = had.id
			), '[]') AS roles
		FROM cases c ${joinType}
			LEFT JOIN LATERAL (
				SELECT kind, result FROM discord_orders
				WHERE guild_id = c.guild_id AND case_id = c.case_id AND kind <> 'message_delete'
				ORDER BY requested_at DESC LIMIT 1
			) o ON true
		WHERE c.guild_id = ${guild.guildId}::bigint AND c.case_number = ${caseNumber} AND NOT c.is_deleted`);
}

function readEvents(guild: GuildScope, caseId: string): Promise<CaseDetail["events"]> {
	return guild.rows(sql`
		SELECT e.id, e.kind, ${personOf(sql`${guild.guildId}::bigint`, sql`e.actor_id`)} AS actor, e.occurred_at AS "occurredAt",
			e.before, e.after
		FROM case_events e
		WHERE e.guild_id = ${guild.guildId}::bigint AND e.case_id = ${caseId}::bigint
		ORDER BY e.id DESC LIMIT ${eventsShown}`);
}

function readRecord(guild: GuildScope, memberId: string): Promise<CaseDetail["record"]> {
	return guild.rows(sql`
		SELECT ${typeColumn} AS type, counted.count
		FROM (
			SELECT case_type, custom_case_type_id, guild_id, count(*)::int AS count
			FROM cases
			WHERE guild_id = ${guild.guildId}::bigint AND case_user_id = ${memberId}::bigint AND voided_at IS NULL
				AND NOT is_deleted
			GROUP BY guild_id, case_type, custom_case_type_id
		) counted
			CROSS JOIN LATERAL (SELECT counted.case_type, counted.guild_id, counted.custom_case_type_id) c
			${joinType}
		ORDER BY counted.count DESC, c.case_type, t.display_name`);
}

/** Ids of the messages that serve as evidence, apart from whatever else the bot recorded. */
function splitMetadata(metadata: Record<string, unknown>): {
	evidence: string[];
	rest: Record<string, unknown>;
} {
	const { evidence_message_id: one, evidence_message_ids: several, ...rest } = metadata;
	const named = [one, ...(Array.isArray(several) ? several : [])];
	return { evidence: [...new Set(named.map(String).filter(isSnowflake))], rest };
}

/** The messages themselves for those who may read messages; their ids for everyone else. */
async function readEvidence(guild: GuildScope, ids: string[]): Promise<CaseEvidence[]> {
	if (ids.length === 0 || !may(guild.actor.level, "messages.read")) return ids.map(withoutMessage);
	const found = await guild.rows<CaseEvidence>(evidenceQuery(guild, ids));
	return ids.map((id) => found.find(({ messageId }) => messageId === id) ?? withoutMessage(id));
}

function withoutMessage(messageId: string): CaseEvidence {
	return { messageId, message: null };
}

function evidenceQuery(guild: GuildScope, ids: string[]): Sql {
	return sql`
		SELECT m.id AS "messageId", json_build_object('channelId', m.channel_id::text,
			'author', coalesce(a.nick, u.global_name, u.username, m.author_id::text), 'content', coalesce(m.content, ''),
			'sentAt', to_char(m.timestamp AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) AS message
		FROM discord_messages m
			LEFT JOIN discord_users u ON u.id = m.author_id
			LEFT JOIN discord_guild_members a ON a.guild_id = m.guild_id AND a.user_id = m.author_id
		WHERE m.guild_id = ${guild.guildId}::bigint AND m.id = ANY(${ids}::bigint[])`;
}
