import { encodeCursor } from "@/lib/api/cursor";
import { listMembers } from "@/lib/members/data";
import { type ListMembersQuery, listMembersQuery } from "@/lib/members/schema";
import type { Asked, Examples } from "./asked";

const orders: Record<ListMembersQuery["sort"], { order: string; value: string }> = {
	"-joined": { order: "m.joined_at DESC, m.user_id DESC", value: "m.joined_at" },
	joined: { order: "m.joined_at, m.user_id", value: "m.joined_at" },
	name: { order: "m.sort_name, m.user_id", value: "m.sort_name" },
	"-name": { order: "m.sort_name DESC, m.user_id DESC", value: "m.sort_name" },
};

/** The list of members in each order and with each filter. */
export function memberLists({ role, rareRole }: Examples): Asked[] {
	const inRole = (id: string) =>
		`AND EXISTS (SELECT FROM discord_member_roles r WHERE r.guild_id = m.guild_id AND r.user_id = m.user_id AND r.role_id = ${id})`;
	const bots = "(SELECT u.id FROM discord_users u WHERE u.bot)";
	return [
		asked("none", {}, ""),
		asked("sort joined", { sort: "joined" }, ""),
		asked("sort name", { sort: "name" }, ""),
		asked("sort -name", { sort: "-name" }, ""),
		asked("a common role", { role }, inRole(role)),
		asked("a rare role", { role: rareRole }, inRole(rareRole)),
		asked("people", { kind: "people" }, `AND m.user_id NOT IN ${bots}`),
		asked("bots", { kind: "bots" }, `AND m.user_id IN ${bots}`),
		asked("boosting", { boosting: "1" }, "AND m.premium_since IS NOT NULL"),
		asked("timed out", { timedOut: "1" }, "AND m.communication_disabled_until > now()"),
		asked("left", { left: "1" }, "", "NOT NULL"),
		asked("a common name", { q: "otter" }, "AND m.search_text LIKE '%otter%'"),
		asked("a rare name", { q: "person 4711" }, "AND m.search_text LIKE '%person 4711%'"),
	];
}

function asked(filter: string, given: Partial<ListMembersQuery>, condition: string, left = "NULL"): Asked {
	const query = listMembersQuery.parse(given);
	const { order, value } = orders[query.sort];
	return {
		list: "members",
		filter,
		permission: "members.read",
		page: (guild, cursor) => listMembers(guild, { ...query, cursor }),
		rows: `discord_guild_members m WHERE m.guild_id = $1 AND m.left_at IS ${left} ${condition}`,
		order,
		position: `${value}::text, m.user_id::text`,
		cursor: encodeCursor,
	};
}
