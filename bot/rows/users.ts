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
	readonly #patches = new Patches({
		table: "discord_users",
		key: ["id"],
		columns,
		born: { first_seen: "timestamptz" },
	});
	readonly #wanted = new Placeholders(
		"discord_users",
		{ first_seen: "timestamptz" },
		{ username: "'unknown-user'", first_seen: "s.first_seen", last_seen: "s.first_seen" },
	);

	/** What is told of a person at `at`. */
	put(id: string, at: string, patch: UserPatch): void {
		this.#patches.tell([id], at, patch, { first_seen: at, ...this.#wanted.get(id) });
	}

	/** The person did something of their own: wrote, reacted, spoke. */
	active(id: string, at: string): void {
		this.put(id, at, { last_seen: at });
	}

	/** Something points at the person: a row is there after `write`. */
	need(id: string, at: string): void {
		if (!this.#patches.has([id])) this.#wanted.want(id, { first_seen: at });
	}

	async write(db: Db): Promise<void> {
		await this.#wanted.write(db, (id) => this.#patches.has([id]));
		await this.#patches.write(db);
	}
}
