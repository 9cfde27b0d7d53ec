import "server-only";
import { may } from "@/lib/auth/permissions";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { snowflakesIn } from "@/lib/discord/snowflake";
import { AppError } from "@/lib/errors";
import { namesOf } from "@/lib/guilds/names";
import type { Names } from "@/lib/guilds/schema";
import { mergeLogs, positionsOf } from "./merge";
import {
	type AuditDetail,
	type AuditEntry,
	type AuditList,
	type AuditParams,
	type AuditSource,
	auditSources,
	type ChainLink,
	type ListAuditQuery,
} from "./schema";
import { type LogRequest, readBotLog, readChanges, readDiscordLog, type Unnamed } from "./sources";

const readers: Record<AuditSource, (guild: GuildScope, request: LogRequest) => Promise<Unnamed[]>> = {
	change: readChanges,
	bot: readBotLog,
	discord: readDiscordLog,
};

/** The logs that the person may read: changes of the dashboard need a higher level than the other two. */
export function readableSources(guild: GuildScope): AuditSource[] {
	return auditSources.filter((source) => source !== "change" || may(guild.actor.level, "changes.read"));
}

/**
 * One timeline of the logs that the person may read, newest first.
 * @throws AppError `bad_request` for a cursor that the timeline did not give out
 */
export async function listAudit(guild: GuildScope, query: ListAuditQuery): Promise<AuditList> {
	const { cursor, limit, ...filters } = query;
	const positions = positionsOf(cursor);
	const logs: Record<AuditSource, Unnamed[]> = { change: [], bot: [], discord: [] };
	for (const source of readableSources(guild)) {
		if (filters.source !== undefined && filters.source !== source) continue;
		logs[source] = await readers[source](guild, { filters, before: positions[source], limit: limit + 1 });
	}
	const { items, nextCursor } = mergeLogs(logs, positions, limit);
	const names = await namesOf(guild, items.flatMap(idsOf));
	return { items: items.map((entry) => withNames(entry, names)), nextCursor };
}

function idsOf({ actorId, targetId, channelId, rowKey, fields, extra }: Unnamed): string[] {
	return snowflakesIn([actorId, targetId, channelId, rowKey?.split("/"), fields, extra]);
}

/** Each entry carries only the names of its own ids. */
function withNames(entry: Unnamed, names: Names): AuditEntry {
	const own = idsOf(entry).flatMap((id) => (names[id] === undefined ? [] : [[id, names[id]] as const]));
	return { ...entry, names: Object.fromEntries(own) };
}

/**
 * One entry in full, as it is stored.
 * @throws AppError `not_found`, also for a log that the person may not read
 */
export async function readAuditEntry(
	guild: GuildScope,
	{ source, entryId }: AuditParams,
): Promise<AuditDetail> {
	if (!readableSources(guild).includes(source)) throw new AppError("not_found");
	const request = { filters: {}, before: null, limit: 1, id: entryId };
	const [entry] = await readers[source](guild, request);
	if (entry === undefined) throw new AppError("not_found");
	const names = await namesOf(guild, idsOf(entry));
	const raw = await readRaw(guild, { source, entryId });
	const link = source === "change" ? await readLink(guild, entryId) : undefined;
	const { requestId = null, ...chain } = link ?? {};
	return { ...withNames(entry, names), raw, requestId, chain: link ? (chain as ChainLink) : null };
}

async function readRaw(
	guild: GuildScope,
	{ source, entryId }: AuditParams,
): Promise<Record<string, unknown>> {
	const columns = {
		change: sql`json_build_object('before', l.before, 'after', l.after) AS raw
			FROM dashboard_changes l WHERE l.seq = ${entryId}::bigint`,
		bot: sql`json_build_object('action', l.action, 'metadata', l.metadata) AS raw
			FROM discord_audit_log l WHERE l.id = ${entryId}::bigint`,
		discord: sql`json_build_object('action_type', l.action_type, 'changes', l.changes, 'options', l.options) AS raw
			FROM discord_native_audit_log l WHERE l.id = ${entryId}::bigint`,
	}[source];
	const row = await guild.one<{ raw: Record<string, unknown> }>(
		sql`SELECT ${columns} AND l.guild_id = ${guild.guildId}::bigint`,
	);
	return row?.raw ?? {};
}

/** Recomputes one change's hash and compares it with its neighbours': the whole chain is the command line's to verify. */
function readLink(
	guild: GuildScope,
	seq: string,
): Promise<(ChainLink & { requestId: string | null }) | undefined> {
	return guild.one(sql`
		SELECT l.seq::int AS number, l.request_id AS "requestId", l.hash = app.change_digest(l) AS intact,
			(SELECT p.hash = l.prev_hash FROM dashboard_changes p
				WHERE p.guild_id = l.guild_id AND p.seq = l.seq - 1) AS "followsPrevious",
			(SELECT n.prev_hash = l.hash FROM dashboard_changes n
				WHERE n.guild_id = l.guild_id AND n.seq = l.seq + 1) AS "precedesNext",
			encode(l.hash, 'hex') AS hash
		FROM dashboard_changes l WHERE l.guild_id = ${guild.guildId}::bigint AND l.seq = ${seq}::bigint`);
}
