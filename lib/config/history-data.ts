import "server-only";
import { encodeCursor, idOfCursor } from "@/lib/api/cursor";
import type { GuildScope } from "@/lib/auth/scope";
import { empty, sql } from "@/lib/db/sql";
import { personOf } from "@/lib/guilds/people";
import { changesTowards } from "./changes";
import {
	type Changes,
	type ConfigRevision,
	type ConfigSearch,
	isSettingName,
	type RevisionList,
	type Settings,
} from "./schema";

/**
 * The saves of a server's settings, newest first.
 * @throws AppError `bad_request` when the cursor is not one of this list
 */
export async function listRevisions(
	guild: GuildScope,
	{ cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<RevisionList> {
	const before = idOfCursor(cursor);
	const id = sql`${guild.guildId}::bigint`;
	const rows = await guild.rows<ConfigRevision>(sql`
		SELECT r.revision, r.at, r.note, r.before, CASE WHEN r.before = '{}' THEN '{}' ELSE r.after END AS after,
			${personOf(id, sql`r.author`)} AS author
		FROM guild_config_revisions r
		WHERE r.guild_id = ${id} ${before === null ? empty : sql`AND r.revision < ${before}::bigint`}
		ORDER BY r.revision DESC LIMIT ${limit + 1}`);
	const items = rows.slice(0, limit);
	const last = items.at(-1);
	return { items, nextCursor: rows.length > limit && last ? encodeCursor([String(last.revision)]) : null };
}

/** The changes to `saved` that go back to a whole revision, or take one save back; none when the address asks for none. */
export async function changesAsked(
	guild: GuildScope,
	saved: Settings,
	asked: ConfigSearch,
): Promise<Changes> {
	if (asked.restore !== undefined) return changesTowards(saved, await settingsAt(guild, asked.restore));
	if (asked.undo === undefined) return {};
	const row = await guild.one<{ before: Record<string, unknown> }>(sql`
		SELECT r.before FROM guild_config_revisions r
		WHERE r.guild_id = ${guild.guildId}::bigint AND r.revision = ${asked.undo}`);
	const before = Object.entries(row?.before ?? {}).filter(
		([name]) => asked.setting === undefined || name === asked.setting,
	);
	return changesTowards(saved, Object.fromEntries(before));
}

/** Every setting as it was after `revision`: the newest value that any save up to it wrote. */
async function settingsAt(guild: GuildScope, revision: number): Promise<Record<string, unknown>> {
	const rows = await guild.rows<{ name: string; value: unknown }>(sql`
		SELECT DISTINCT ON (f.key) f.key AS name, f.value
		FROM guild_config_revisions r, jsonb_each(r.after) AS f
		WHERE r.guild_id = ${guild.guildId}::bigint AND r.revision <= ${revision}
		ORDER BY f.key, r.revision DESC`);
	return Object.fromEntries(
		rows.filter(({ name }) => isSettingName(name)).map(({ name, value }) => [name, value]),
	);
}
