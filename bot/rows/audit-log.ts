import { jsonRows, names, recordset } from "@/bot/rows/bulk";
import type { Changes } from "@/bot/rows/tables";
import type { Db } from "@/bot/scope";

const columns = {
	id: "bigint",
	guild_id: "bigint",
	action_type: "integer",
	user_id: "bigint",
	target_id: "bigint",
	changes: "jsonb",
	options: "jsonb",
	reason: "text",
	recorded_at: "timestamptz",
} as const;

/** An entry of Discord's own log; ids are text, also inside `changes` and `options`. */
export type AuditEntry = {
	id: string;
	guildId: string;
	actionType: number;
	/** Who did it; null where Discord does not say. */
	userId: string | null;
	targetId: string | null;
	changes: readonly AuditChange[] | null;
	options: unknown;
	reason: string | null;
	/** When it was heard; ISO. */
	at: string;
};

export type AuditChange = { key: string; old_value?: unknown; new_value?: unknown };

const insert = `
INSERT INTO discord_native_audit_log (${names(columns)})
SELECT ${names(columns)} FROM ${recordset(columns)}
ON CONFLICT (guild_id, id) DO NOTHING RETURNING id`;

/** `discord_native_audit_log`: entries never change, so one that is stored stays. */
export class AuditLogChanges implements Changes {
	readonly #entries = new Map<string, AuditEntry>();
	/** The entries that were not stored before, oldest first; known after `write`. */
	readonly news: AuditEntry[] = [];

	put(entry: AuditEntry): void {
		if (!this.#entries.has(entry.id)) this.#entries.set(entry.id, entry);
	}

	async write(db: Db): Promise<void> {
		if (this.#entries.size === 0) return;
		const entries = [...this.#entries.values()].sort((one, other) =>
			BigInt(one.id) < BigInt(other.id) ? -1 : 1,
		);
		const stored = await db.rows<{ id: string }>(insert, [jsonRows(entries.map(row))]);
		const ids = new Set(stored.map(({ id }) => id));
		this.news.push(...entries.filter(({ id }) => ids.has(id)));
	}
}

function row({
	id,
	guildId,
	actionType,
	userId,
	targetId,
	changes,
	options,
	reason,
	at,
}: AuditEntry): object {
	return {
		...{ id, changes, options, reason },
		guild_id: guildId,
		action_type: actionType,
		user_id: userId,
		target_id: targetId,
		recorded_at: at,
	};
}
