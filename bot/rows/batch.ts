import type { Frame } from "@/bot/events/handler";
import { knownGuilds } from "@/bot/rows/known-guilds";
import { Tables } from "@/bot/rows/tables";
import { takeTurns } from "@/bot/rows/turns";
import type { Db } from "@/bot/scope";
import { NO_GUILD } from "@/lib/discord/snowflake";

/** A frame that was not stored, and why. */
export type Refusal = { frame: Frame; reason: string };

/** What one frame changes. */
export type Entry = {
	frame: Frame;
	/** The guild whose rows it changes; absent or NO_GUILD: none. */
	guildId?: string | undefined;
	/** Whether it tells so much of the guild that the guild's row may be made from it. */
	founds?: boolean;
	/** Whether frames of its guild before and after it are written apart: it takes away what it does not name. */
	apart?: boolean;
	/** Tells the tables; run when the batch is written, once for each attempt. */
	collect(tables: Tables): void;
};

/** The changes of consecutive frames, written as if the frames had come one by one. */
export class Batch {
	/** Frames of guilds that have no row; known after `write`. */
	readonly refused: Refusal[] = [];
	readonly #entries: Entry[] = [];

	add(entry: Entry): void {
		this.#entries.push(entry);
	}

	/** Writes in the transaction that is open. After an error the same batch may be written again. */
	async write(db: Db): Promise<void> {
		this.refused.length = 0;
		await takeTurns(db, new Set(this.#entries.flatMap(({ guildId }) => guildId ?? [])));
		const known = await knownGuilds(db, this.#entries);
		for (const part of this.#parts(known)) {
			const tables = new Tables();
			for (const { collect } of part) collect(tables);
			await tables.write(db);
		}
	}

	/** Cut before and behind a frame that stands apart, where others of its guild are near. */
	#parts(known: Set<string>): Entry[][] {
		const parts: Entry[][] = [[]];
		let seen = new Set<string>();
		let closed = new Set<string>();
		for (const entry of this.#entries) {
			const { frame, guildId = NO_GUILD, founds = false, apart = false } = entry;
			if (founds) known.add(guildId);
			if (!known.has(guildId)) {
				this.refused.push({ frame, reason: `unknown guild ${guildId}` });
				continue;
			}
			if (closed.has(guildId) || (apart && seen.has(guildId))) {
				parts.push([]);
				seen = new Set();
				closed = new Set();
			}
			seen.add(guildId);
			if (apart) closed.add(guildId);
			parts.at(-1)?.push(entry);
		}
		return parts;
	}
}
