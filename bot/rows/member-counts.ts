import { bulk, jsonRows, recordset } from "@/bot/rows/bulk";
import type { Membership } from "@/bot/rows/member-fold";
import type { Db } from "@/bot/scope";

const read = `
SELECT m.guild_id, m.user_id, m.left_at IS NULL AS present
FROM ${recordset({ guild_id: "bigint", user_id: "bigint" })}
	JOIN discord_guild_members m ON m.guild_id = s.guild_id AND m.user_id = s.user_id`;

const add = `
UPDATE discord_guilds t SET member_count = t.member_count + s.delta
FROM ${recordset({ id: "bigint", delta: "integer" })} WHERE t.id = s.id`;

type Key = { guild_id: string; user_id: string };
type Counted = Key & { before: boolean };

/** Who of those that joined or left counted as a member; to be asked before they are written. */
export async function countedBefore(db: Db, members: readonly Membership[]): Promise<Counted[]> {
	const moving = members.filter(({ counted }) => counted);
	const stored = await presence(db, moving.map(keyOf));
	return moving.map((member) => {
		const key = keyOf(member);
		// Somebody unknown who left, or wrote first, was a member whom nobody had told of yet.
		const before = member.counted?.before ?? stored.get(nameOf(key)) ?? member.begun !== "join";
		return { ...key, before };
	});
}

/** Moves `member_count` by what became of them; a join or leave that was known already moves nothing. */
export async function writeCounts(db: Db, counted: readonly Counted[]): Promise<void> {
	const after = await presence(db, counted);
	const deltas = new Map<string, number>();
	for (const { before, ...key } of counted) {
		const delta = Number(after.get(nameOf(key)) ?? false) - Number(before);
		if (delta !== 0) deltas.set(key.guild_id, (deltas.get(key.guild_id) ?? 0) + delta);
	}
	await bulk(
		db,
		add,
		[...deltas].map(([id, delta]) => ({ id, delta })),
	);
}

async function presence(db: Db, keys: readonly Key[]): Promise<Map<string, boolean>> {
	if (keys.length === 0) return new Map();
	const rows = await db.rows<Key & { present: boolean }>(read, [jsonRows(keys)]);
	return new Map(rows.map((row) => [nameOf(row), row.present]));
}

function keyOf({ guildId, userId }: Membership): Key {
	return { guild_id: guildId, user_id: userId };
}

function nameOf({ guild_id, user_id }: Key): string {
	return `${guild_id}:${user_id}`;
}
