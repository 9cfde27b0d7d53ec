import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import type { Column } from "@/lib/export/cells";
import { EXPORT_PAGE, type ListReader } from "@/lib/export/reader";
import { listMembers, memberPageFrame } from "./data";
import type { MemberFilters, MemberListItem } from "./schema";

export const memberColumns: readonly Column<MemberListItem>[] = [
	{ label: "Member ID", kind: "id", value: ({ id }) => id },
	{ label: "Name", kind: "text", value: ({ name }) => name },
	{ label: "Username", kind: "text", value: ({ username }) => username },
	{ label: "Bot", kind: "flag", value: ({ isBot }) => isBot },
	{ label: "Roles", kind: "list", value: ({ roles }) => roles.map(({ name }) => name) },
	{ label: "Joined (UTC)", kind: "instant", value: ({ joinedAt }) => joinedAt },
	{ label: "Joined at the latest then", kind: "flag", value: ({ joinedInferred }) => joinedInferred },
	{ label: "Boosting since (UTC)", kind: "instant", value: ({ boostingSince }) => boostingSince },
	{ label: "Timed out until (UTC)", kind: "instant", value: ({ timedOutUntil }) => timedOutUntil },
	{ label: "Left (UTC)", kind: "instant", value: ({ leftAt }) => leftAt },
	{ label: "Level", kind: "number", value: ({ level }) => level },
	{ label: "Last message (UTC)", kind: "instant", value: ({ lastActiveAt }) => lastActiveAt },
];

/** The members that fit, in the order asked for. Without filters Discord's count says about how many. */
export async function exportMembers(
	guild: GuildScope,
	filters: MemberFilters,
): Promise<ListReader<MemberListItem>> {
	const { sort: _, ...narrowing } = filters;
	const isWhole = Object.values(narrowing).every((value) => value === undefined || value === "");
	return {
		about: isWhole ? (await memberPageFrame(guild)).memberCount : null,
		read: (scope, cursor) => listMembers(scope, { ...filters, cursor, limit: EXPORT_PAGE }),
	};
}
