import { bulk, recordset } from "@/bot/rows/bulk";
import type { Changes } from "@/bot/rows/tables";
import type { Db } from "@/bot/scope";

const want = `
INSERT INTO gateway_catch_ups AS t (guild_id, wanted_at, complete_until, members_listed)
SELECT s.guild_id, s.at, s.at, s.members_listed
FROM ${recordset({ guild_id: "bigint", at: "timestamptz", members_listed: "boolean" })} ORDER BY s.guild_id
ON CONFLICT (guild_id) DO UPDATE
SET wanted_at = excluded.wanted_at,
	complete_until = CASE WHEN t.finished_at IS NULL THEN t.complete_until ELSE excluded.wanted_at END,
	members_listed = excluded.members_listed, finished_at = NULL
WHERE t.wanted_at < excluded.wanted_at`;

/** `gateway_catch_ups`: which guilds are to be compared with Discord's state. */
export class CatchUpChanges implements Changes {
	readonly #wanted = new Map<string, { guild_id: string; at: string; members_listed: boolean }>();

	/**
	 * A session told of the guild at `at`; what happened before that may have been missed.
	 * @param membersListed whether all members were told as well
	 */
	want(guildId: string, at: string, membersListed: boolean): void {
		this.#wanted.set(guildId, { guild_id: guildId, at, members_listed: membersListed });
	}

	async write(db: Db): Promise<void> {
		await bulk(db, want, [...this.#wanted.values()]);
	}
}
