import { type Patch, Patches } from "@/bot/rows/patches";
import { Placeholders } from "@/bot/rows/placeholders";
import type { Changes } from "@/bot/rows/tables";
import type { Db } from "@/bot/scope";

const columns = {
	username: { type: "text", otherwise: "'unknown-user'" },
	discriminator: { type: "text" },
	global_name: { type: "text" },
	avatar: { type: "text" },
	banner: { type: "text" },
	accent_color: { type: "integer" },
	bot: { type: "boolean", otherwise: "false" },
	system: { type: "boolean", otherwise: "false" },
	mfa_enabled: { type: "boolean" },
	verified: { type: "boolean" },
	premium_type: { type: "smallint" },
	flags: { type: "integer" },
	public_flags: { type: "integer" },
	locale: { type: "text" },
	last_seen: {
		type: "timestamptz",
		otherwise: "s.first_seen",
		merged: "greatest(t.last_seen, excluded.last_seen)",
	},
} as const;

export type UserPatch = Patch<typeof columns>;

/** `discord_users`. */
export class UserChanges implements Changes {
	readonly #first = new Map<string, string>();
	readonly #patches = new Patches({
		table: "discord_users",
		key: ["id"],
		columns,
		born: { first_seen: "timestamptz" },
	});
	readonly #wanted = new Placeholders(
		"discord_users",
		{ id: "bigint", first_seen: "timestamptz", last_seen: "timestamptz" },
		{ username: "'unknown-user'", bot: "false", system: "false" },
	);

	/** What is told of a person at `at`. */
	put(id: string, at: string, patch: UserPatch): void {
		this.#patches.tell([id], at, patch, { first_seen: this.#firstSeen(id, at) });
	}

	/** The person did something of their own: wrote, reacted, spoke. */
	active(id: string, at: string): void {
		this.put(id, at, { last_seen: at });
	}

	/** Something points at the person: a row is there after `write`. */
	need(id: string, at: string): void {
		const seen = this.#firstSeen(id, at);
		this.#wanted.want(id, { first_seen: seen, last_seen: seen });
	}

	async write(db: Db): Promise<void> {
		await this.#wanted.write(db, (id) => this.#patches.has([id]));
		await this.#patches.write(db);
	}

	#firstSeen(id: string, at: string): string {
		const known = this.#first.get(id) ?? at;
		this.#first.set(id, known);
		return known;
	}
}
