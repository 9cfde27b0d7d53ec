import { bulk, jsonRows, recordset } from "@/bot/rows/bulk";
import type { MemberChanges } from "@/bot/rows/members";
import type { Changes } from "@/bot/rows/tables";
import type { Db } from "@/bot/scope";

const chunk = {
	guild_id: "bigint",
	requested_at: "timestamptz",
	chunk_index: "integer",
	chunk_count: "integer",
} as const;

const note = `
INSERT INTO gateway_member_chunks (guild_id, requested_at, chunk_index, chunk_count)
SELECT s.guild_id, s.requested_at, s.chunk_index, s.chunk_count FROM ${recordset(chunk)}
ON CONFLICT DO NOTHING`;

const whole = `
SELECT s.guild_id::text, s.requested FROM ${recordset({ guild_id: "bigint", requested: "text" })}
WHERE (SELECT count(*) >= min(c.chunk_count) FROM gateway_member_chunks c
	WHERE c.guild_id = s.guild_id AND c.requested_at = s.requested::timestamptz)`;

/** Older requests are overtaken: what they would find gone, this one found. */
const forget = `
DELETE FROM gateway_member_chunks c USING ${recordset({ guild_id: "bigint", requested: "timestamptz" })}
WHERE c.guild_id = s.guild_id AND c.requested_at <= s.requested`;

const isoMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{1,6}Z$/;

export type Chunk = { at: string; nonce: string; index: number; count: number };

/**
 * Which chunks of a request for all members came. The request's nonce is its moment, as ISO text (27 of the 32
 * characters that Discord takes); chunks of other requests list members and say nothing about anybody else.
 */
export class MemberRuns implements Changes {
	readonly #members: MemberChanges;
	readonly #chunks: ({ guildId: string } & Chunk)[] = [];

	constructor(members: MemberChanges) {
		this.#members = members;
	}

	arrived(guildId: string, told: Chunk): void {
		if (isoMoment.test(told.nonce)) this.#chunks.push({ guildId, ...told });
	}

	/** When the last chunk of a request is there, whoever none listed is gone; before `members` is written. */
	async write(db: Db): Promise<void> {
		if (this.#chunks.length === 0) return;
		await bulk(
			db,
			note,
			this.#chunks.map(({ guildId, nonce, index, count }) => ({
				guild_id: guildId,
				requested_at: nonce,
				chunk_index: index,
				chunk_count: count,
			})),
		);
		const runs = this.#chunks.map(({ guildId, nonce }) => ({ guild_id: guildId, requested: nonce }));
		const done = await db.rows<{ guild_id: string; requested: string }>(whole, [jsonRows(runs)]);
		for (const { guild_id, requested } of done) {
			const last = this.#chunks.findLast(({ guildId }) => guildId === guild_id);
			if (last) this.#members.complete(guild_id, last.at, requested);
		}
		await bulk(db, forget, done);
	}
}
