import { type Ban, type BanStep, nextBan } from "@/bot/rows/ban-fold";
import { bulk, jsonRows, names, recordset } from "@/bot/rows/bulk";
import { momentText } from "@/bot/rows/moment-text";
import type { Changes } from "@/bot/rows/tables";
import type { UserChanges } from "@/bot/rows/users";
import type { Db } from "@/bot/scope";

const key = { guild_id: "bigint", user_id: "bigint" } as const;
const columns = {
	...key,
	reason: "text",
	banned_at: "timestamptz",
	removed_at: "timestamptz",
	observed_at: "timestamptz",
} as const;

const moment = (name: string) =>
	`CASE WHEN b.${name} IS NOT NULL THEN ${momentText(`b.${name}`)} END AS ${name}`;

const read = `
SELECT b.guild_id::text, b.user_id::text, b.reason, ${["banned_at", "removed_at", "observed_at"].map(moment).join(", ")}
FROM ${recordset(key)} JOIN discord_guild_bans b ON b.guild_id = s.guild_id AND b.user_id = s.user_id`;

const put = `
INSERT INTO discord_guild_bans AS t (${names(columns)})
SELECT ${names(columns, "s.")} FROM ${recordset(columns)} ORDER BY s.guild_id, s.user_id
ON CONFLICT (guild_id, user_id) DO UPDATE SET reason = excluded.reason, banned_at = excluded.banned_at,
	removed_at = excluded.removed_at, observed_at = excluded.observed_at
WHERE t.observed_at <= excluded.observed_at`;

const removeUnlisted = `
UPDATE discord_guild_bans t SET removed_at = s.at, observed_at = s.at
FROM ${recordset({ guild_id: "bigint", at: "timestamptz" })}
WHERE t.guild_id = s.guild_id AND t.removed_at IS NULL AND t.observed_at < s.at`;

type Steps = { guildId: string; userId: string; steps: BanStep[] };
type Stored = {
	guild_id: string;
	user_id: string;
	reason: string | null;
	banned_at: string | null;
	removed_at: string | null;
	observed_at: string;
};

/** `discord_guild_bans`. */
export class BanChanges implements Changes {
	readonly #users: UserChanges;
	readonly #people = new Map<string, Steps>();
	readonly #complete: { guild_id: string; at: string }[] = [];

	constructor(users: UserChanges) {
		this.#users = users;
	}

	step(guildId: string, userId: string, step: BanStep): void {
		this.#users.need(userId, step.at);
		const name = `${guildId}:${userId}`;
		const known = this.#people.get(name) ?? { guildId, userId, steps: [] };
		known.steps.push(step);
		this.#people.set(name, known);
	}

	/** Every ban that stands was told of at `at`: others are lifted. */
	complete(guildId: string, at: string): void {
		this.#complete.push({ guild_id: guildId, at });
	}

	async write(db: Db): Promise<void> {
		const stored = await storedBans(db, [...this.#people.values()]);
		const rows = [...this.#people].flatMap(([name, { guildId, userId, steps }]) => {
			const ban = steps.reduce<Ban | undefined>(nextBan, stored.get(name));
			return ban ? rowOf(guildId, userId, ban) : [];
		});
		await bulk(db, put, rows);
		await bulk(db, removeUnlisted, this.#complete);
	}
}

async function storedBans(db: Db, people: readonly Steps[]): Promise<Map<string, Ban>> {
	if (people.length === 0) return new Map();
	const keys = people.map(({ guildId, userId }) => ({ guild_id: guildId, user_id: userId }));
	const rows = await db.rows<Stored>(read, [jsonRows(keys)]);
	return new Map(
		rows.map((row) => [
			`${row.guild_id}:${row.user_id}`,
			{
				reason: row.reason,
				bannedAt: row.banned_at,
				removedAt: row.removed_at,
				observedAt: row.observed_at,
			},
		]),
	);
}

function rowOf(guildId: string, userId: string, ban: Ban) {
	return {
		guild_id: guildId,
		user_id: userId,
		reason: ban.reason,
		banned_at: ban.bannedAt,
		removed_at: ban.removedAt,
		observed_at: ban.observedAt,
	};
}
