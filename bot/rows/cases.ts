import type { AuditEntry } from "@/bot/rows/audit-log";
import { reasonIn, withEnd } from "@/bot/rows/automod-timeouts";
import { type CaseSpec, caseSpecOf, namedCase } from "@/bot/rows/case-specs";
import { holdCases } from "@/bot/rows/hold-cases";
import { snowflakeIso } from "@/bot/rows/moments";
import type { Changes } from "@/bot/rows/tables";
import type { Db } from "@/bot/scope";

const linkNamed = `
UPDATE cases SET audit_log_entry_id = $1
WHERE guild_id = $2 AND case_number = $3 AND case_user_id = $4
	AND case_type = ANY ($5) AND audit_log_entry_id IS NULL`;

const findNamed = "SELECT case_id FROM cases WHERE guild_id = $1 AND case_number = $2 AND case_user_id = $3";

/** The nearest in time that nobody else's entry is linked to. */
const linkNear = `
UPDATE cases SET audit_log_entry_id = $1
WHERE guild_id = $2 AND case_id = (
	SELECT c.case_id FROM cases c
	WHERE c.guild_id = $2 AND c.case_user_id = $3 AND c.case_type = ANY ($4) AND c.audit_log_entry_id IS NULL
		AND NOT c.is_deleted
		AND c.created_at BETWEEN $5::timestamptz - interval '60 seconds' AND $5::timestamptz + interval '60 seconds'
	ORDER BY greatest(c.created_at, $5) - least(c.created_at, $5), c.case_id LIMIT 1
)
RETURNING case_id`;

/**
 * When what an older entry did was ended by one that is stored already: the history is read from its new end.
 * @see caseSpecOf for the actions
 */
const endedLater = `
SELECT app.snowflake_time(a.id) AS at FROM discord_native_audit_log a
WHERE a.guild_id = $1 AND a.target_id = $2 AND a.id > $3
	AND (CASE $4 WHEN 'BAN' THEN a.action_type = 23 WHEN 'TIMEOUT' THEN a.action_type = 145 OR a.action_type = 24
		AND jsonb_path_exists(a.changes, '$[*] ? (@.key == "communication_disabled_until")') ELSE false END)
ORDER BY a.id LIMIT 1`;

const insert = `
INSERT INTO cases (
	guild_id, case_type, case_reason, case_moderator_id, case_user_id, case_user_roles, case_expires_at, case_metadata,
	case_status, resolved_at, audit_log_entry_id, created_at, created_by
)
SELECT $1, $2, left($3, 2000), $4, $5,
	coalesce(
		(SELECT m.left_role_ids FROM discord_guild_members m
		WHERE m.guild_id = $1 AND m.user_id = $5
			AND m.left_at BETWEEN $9::timestamptz - interval '5 minutes' AND $9::timestamptz + interval '5 minutes'),
		ARRAY(SELECT role_id FROM discord_member_roles WHERE guild_id = $1 AND user_id = $5 ORDER BY role_id)
	),
	$6::timestamptz, '{"source": "audit_log"}', $7::timestamptz IS NULL, $7::timestamptz, $8, $9::timestamptz, $4
WHERE NOT EXISTS (SELECT FROM cases WHERE guild_id = $1 AND audit_log_entry_id = $8)
RETURNING case_id`;

const end = `
UPDATE cases SET case_status = false, resolved_at = $4::timestamptz, updated_by = $5
WHERE guild_id = $1 AND case_user_id = $2 AND case_type = ANY ($3) AND case_status AND NOT is_deleted
	AND created_at <= $4::timestamptz AND case_id IS DISTINCT FROM $6`;

/** How long the bot may take to write down what it did itself. */
const PATIENCE_MS = 60_000;

/** Cases for what the audit log tells of. Written after the audit log, whose new entries it takes. */
export class CaseChanges implements Changes {
	readonly #news: readonly AuditEntry[];
	#botId = "";

	/** @param news the entries that are new; filled when the log is written */
	constructor(news: readonly AuditEntry[]) {
		this.#news = news;
	}

	/** Whose entries are this product's own deeds: the bot's user. */
	ownedBy(botId: string): void {
		this.#botId = botId;
	}

	/** One entry after the other: what one makes or ends, the next finds. */
	async write(db: Db): Promise<void> {
		const deeds = this.#news.flatMap((entry) => toldBy(entry) ?? []);
		if (deeds.length > 0) await holdCases(db, new Set(deeds.map(({ entry }) => entry.guildId)));
		for (const told of deeds) {
			const { entry } = told;
			const spec = await withEnd(db, entry, told.spec);
			const deed = { ...told, spec };
			const known = await linkedCase(db, deed, this.#botId);
			const caseId = known ?? (mayFollow(deed, this.#botId) ? null : await makeCase(db, deed));
			await endCases(db, deed, spec.lasts ? caseId : null);
		}
	}
}

/** An entry that is a case. */
export type Deed = { entry: AuditEntry; spec: CaseSpec; targetId: string };

/** What an entry tells of, but for an end that only the member's row knows; undefined where it is no case. */
export function toldBy(entry: AuditEntry): Deed | undefined {
	const spec = caseSpecOf(entry);
	return spec && entry.targetId !== null ? { entry, spec, targetId: entry.targetId } : undefined;
}

/**
 * The case that somebody made of this already, linked to the entry:
 * 1. the one whose number the reason carries, when this application did it. The order is sent only after the case is
 *    committed, so it is there. What carries a number of another kind of case (the end of a temporary ban) belongs to
 *    that case, and is no case of its own;
 * 2. one of the same type about the same member, made within a minute before or after.
 */
export async function linkedCase(db: Db, deed: Deed, botId: string): Promise<string | null> {
	const { entry, spec, targetId } = deed;
	const number = entry.userId === botId ? namedCase(entry.reason) : undefined;
	if (number !== undefined) {
		const key = [entry.guildId, number, targetId];
		const [named] = await db.rows<{ case_id: string }>(findNamed, key);
		await db.run(linkNamed, [entry.id, ...key, spec.alike]);
		if (named) return named.case_id;
	}
	const near = [entry.id, entry.guildId, targetId, spec.alike, snowflakeIso(entry.id)];
	const [found] = await db.rows<{ case_id: string }>(linkNear, near);
	return found?.case_id ?? null;
}

/**
 * A bot that acts first and writes its case afterwards is heard of before its case is there. What this application did
 * itself therefore waits a minute for its case, and `settleCases` makes one only if none came. So does a timeout by a
 * rule whose end the member's own event has still to tell.
 */
function mayFollow({ entry: { id, userId, at }, spec }: Deed, botId: string): boolean {
	const waits = userId === botId || spec.untold === true;
	return waits && Date.parse(at) - Date.parse(snowflakeIso(id)) < PATIENCE_MS;
}

/**
 * Nobody can tell when something ended whose end nobody told: that is over at once.
 * @returns the new case; null where the entry has one, or nobody is named who did it
 */
export async function makeCase(db: Db, { entry, spec, targetId }: Deed): Promise<string | null> {
	if (entry.userId === null) return null;
	const at = snowflakeIso(entry.id);
	const [ended] = await db.rows<{ at: string }>(endedLater, [entry.guildId, targetId, entry.id, spec.type]);
	const [made] = await db.rows<{ case_id: string }>(insert, [
		...[entry.guildId, spec.type, reasonIn(entry), entry.userId, targetId, spec.expiresAt],
		...[spec.lasts && !spec.untold ? (ended?.at ?? null) : at, entry.id, at],
	]);
	return made?.case_id ?? null;
}

async function endCases(db: Db, { entry, spec, targetId }: Deed, except: string | null): Promise<void> {
	if (spec.ends.length === 0) return;
	await db.run(end, [entry.guildId, targetId, spec.ends, snowflakeIso(entry.id), entry.userId, except]);
}
