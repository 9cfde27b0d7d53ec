import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import type { Column } from "@/lib/export/cells";
import { type ListReader, wholeList } from "@/lib/export/reader";
import { listRoles } from "./data";
import type { RoleItem } from "./schema";

export const roleColumns: readonly Column<RoleItem>[] = [
	{ label: "Role ID", kind: "id", value: ({ id }) => id },
	{ label: "Role", kind: "text", value: ({ name }) => name },
	{ label: "Position", kind: "number", value: ({ position }) => position },
	{ label: "Colour", kind: "text", value: ({ colour }) => `#${colour.toString(16).padStart(6, "0")}` },
	{ label: "Members", kind: "number", value: ({ members }) => members },
	{ label: "Listed apart", kind: "flag", value: ({ isHoisted }) => isHoisted },
	{ label: "Mentionable", kind: "flag", value: ({ isMentionable }) => isMentionable },
	{ label: "Managed", kind: "flag", value: ({ isManaged }) => isManaged },
	{ label: "Permissions", kind: "id", value: ({ permissions }) => permissions },
];

/** Every role, highest first. */
export async function exportRoles(guild: GuildScope): Promise<ListReader<RoleItem>> {
	return wholeList(await listRoles(guild));
}
