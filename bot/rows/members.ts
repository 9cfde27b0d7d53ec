import { bulk, recordset } from "@/bot/rows/bulk";
import { countedBefore, writeCounts } from "@/bot/rows/member-counts";
import { fold, type Membership, parts, type Telling } from "@/bot/rows/member-fold";
import { removeRolesOfGone, writeMemberRoles } from "@/bot/rows/member-roles";
import { isMarked, type Patch, Patches } from "@/bot/rows/patches";
import type { RoleChanges } from "@/bot/rows/roles";
import type { Changes } from "@/bot/rows/tables";
import type { UserChanges } from "@/bot/rows/users";
import type { Db } from "@/bot/scope";

const key = ["guild_id", "user_id"] as const;

const columns = {
	nick: { type: "text" },
	avatar: { type: "text" },
	banner: { type: "text" },
	joined_at: { type: "timestamptz", otherwise: "s.first_at" },
	joined_inferred: { type: "boolean", otherwise: "true" },
	premium_since: { type: "timestamptz" },
	communication_disabled_until: { type: "timestamptz" },
	deaf: { type: "boolean", otherwise: "false" },
	mute: { type: "boolean", otherwise: "false" },
	pending: { type: "boolean", otherwise: "false" },
	flags: { type: "integer" },
	permissions: { type: "bigint" },
	left_at: { type: "timestamptz" },
} as const;

export type MemberPatch = Omit<Patch<typeof columns>, "joined_inferred" | "left_at">;

/** What a complete member has where the payload says nothing. */
const blank: MemberPatch = {
	nick: null,
	avatar: null,
	banner: null,
	premium_since: null,
	communication_disabled_until: null,
	deaf: null,
	mute: null,
	pending: null,
	flags: null,
};

/** The mark of whoever was a member for certain, also when they are stored as gone. */
const returned = "returned";

const table = {
	table: "discord_guild_members",
	key,
	columns,
	aside: { first_at: "timestamptz" },
	where: `t.left_at IS NULL OR ${isMarked(key, returned)}`,
};

const leaveUnlisted = `
UPDATE discord_guild_members t SET left_at = s.at, observed_at = s.at
FROM ${recordset({ guild_id: "bigint", at: "timestamptz", before: "timestamptz" })}
WHERE t.guild_id = s.guild_id AND t.left_at IS NULL AND t.observed_at < s.before`;

/**
 * `discord_guild_members`, their roles, and how many a guild has. Who left stays gone until they join or are listed: a
 * message that comes after its author's leave brings nobody back.
 */
export class MemberChanges implements Changes {
	readonly #users: UserChanges;
	readonly #roles: RoleChanges;
	/** Written one after the other; most batches have one. */
	readonly #epochs = [new Map<string, Membership>()];
	readonly #complete: { guild_id: string; at: string; before: string }[] = [];

	constructor(users: UserChanges, roles: RoleChanges) {
		this.#users = users;
		this.#roles = roles;
	}

	/** Somebody joined, perhaps again. */
	join(guildId: string, userId: string, at: string, patch: MemberPatch, roles?: readonly string[]): void {
		this.#tell(guildId, userId, { how: "join", at, cells: { ...blank, ...patch }, roles: roles ?? [] });
	}

	/** A complete member of a list that Discord sent. */
	list(guildId: string, userId: string, at: string, patch: MemberPatch, roles?: readonly string[]): void {
		this.#tell(guildId, userId, { how: "list", at, cells: { ...blank, ...patch }, roles: roles ?? [] });
	}

	/** What is told in passing of somebody who is a member, or was a moment ago. Without `roles` they keep theirs. */
	meet(guildId: string, userId: string, at: string, patch: MemberPatch, roles?: readonly string[]): void {
		this.#tell(guildId, userId, { how: "meet", at, cells: { ...patch }, roles });
	}

	leave(guildId: string, userId: string, at: string): void {
		this.#tell(guildId, userId, { how: "leave", at, cells: {} });
	}

	/** Everybody was listed after `before`: other members of the guild are gone, as is known at `at`. */
	complete(guildId: string, at: string, before: string): void {
		this.#complete.push({ guild_id: guildId, at, before });
	}

	async write(db: Db): Promise<void> {
		for (const epoch of this.#epochs) await writeMembers(db, [...epoch.values()]);
		await bulk(db, leaveUnlisted, this.#complete);
		await removeRolesOfGone(db, this.#complete);
	}

	#tell(guildId: string, userId: string, telling: Telling): void {
		this.#users.need(userId, telling.at);
		for (const role of telling.roles ?? []) this.#roles.need(guildId, role, telling.at);
		const name = `${guildId}:${userId}`;
		const earlier = this.#epochs.at(-1)?.get(name);
		if (earlier && parts(earlier, telling.how)) this.#epochs.push(new Map());
		const epoch = this.#epochs.at(-1);
		const known = epoch?.get(name) ?? begin(guildId, userId, telling);
		epoch?.set(name, known);
		fold(known, telling);
	}
}

async function writeMembers(db: Db, members: readonly Membership[]): Promise<void> {
	const counted = await countedBefore(db, members);
	const patches = new Patches(table);
	for (const member of members) {
		const { guildId, userId, first, last, told, present } = member;
		const key = [guildId, userId];
		const left = present === undefined ? {} : { left_at: present ? null : last };
		const marks = member.returned ? [returned] : [];
		for (const { at, cells } of told) {
			const joined = cells.joined_at ? { joined_inferred: false } : {};
			patches.tell(key, at, { ...cells, ...joined }, { first_at: first });
		}
		patches.tell(key, last, left, {}, marks);
	}
	await patches.write(db);
	await writeMemberRoles(db, members);
	await writeCounts(db, counted);
}

function begin(guildId: string, userId: string, { at, how }: Telling): Membership {
	return { guildId, userId, first: at, last: at, begun: how, told: [], returned: false };
}
