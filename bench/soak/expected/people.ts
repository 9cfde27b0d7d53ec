import type { Told } from "@/bench/soak/expected/told";
import { moment, plain, type TableExpectation } from "@/bench/soak/table";

const present = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, plain(name)]));

/** Members with their roles, those who left, and bans. */
export function peopleOf(told: Told): TableExpectation[] {
	return [members(told), left(told), memberRoles(told), bans(told), liftedBans(told)];
}

function members({ dump }: Told): TableExpectation {
	return {
		table: "discord_guild_members",
		key: ["user_id"],
		columns: {
			...present(["user_id", "nick", "avatar", "banner", "deaf", "mute", "pending", "flags"]),
			joined_at: moment("joined_at"),
			premium_since: moment("premium_since"),
			communication_disabled_until: moment("communication_disabled_until"),
		},
		where: "left_at IS NULL",
		rows: dump.members.map(({ user, ...member }) => ({ ...member, user_id: user.id })),
	};
}

function left({ history, dump, missed }: Told): TableExpectation {
	const here = new Set(dump.members.map(({ user }) => user.id));
	return {
		table: "discord_guild_members",
		key: ["user_id"],
		columns: present(["user_id"]),
		where: "left_at IS NOT NULL",
		rows: [...history.departed.keys()].filter((id) => !here.has(id)).map((user_id) => ({ user_id })),
		excuse: ({ user_id }, { kind }) =>
			kind === "missing" && missed(`made:member:${user_id}`) !== undefined ? "they came and went" : undefined,
	};
}

/** Everybody has the role of the guild's own id, of which Discord does not speak. */
function memberRoles({ dump }: Told): TableExpectation {
	return {
		table: "discord_member_roles",
		key: ["user_id", "role_id"],
		columns: present(["user_id", "role_id"]),
		rows: dump.members.flatMap(({ user, roles }) => roles.map((role_id) => ({ user_id: user.id, role_id }))),
	};
}

function bans({ dump }: Told): TableExpectation {
	return {
		table: "discord_guild_bans",
		key: ["user_id"],
		columns: present(["user_id", "reason"]),
		where: "removed_at IS NULL",
		rows: dump.bans,
	};
}

function liftedBans({ history, dump, missed }: Told): TableExpectation {
	const banned = new Set(dump.bans.map(({ user_id }) => user_id));
	return {
		table: "discord_guild_bans",
		key: ["user_id"],
		columns: present(["user_id"]),
		where: "removed_at IS NOT NULL",
		rows: [...history.unbanned].filter((id) => !banned.has(id)).map((user_id) => ({ user_id })),
		excuse: ({ user_id }, { kind }) =>
			kind === "missing" && missed(`made:ban:${user_id}`) !== undefined
				? "it came and was lifted"
				: undefined,
	};
}
