import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import type { Column } from "@/lib/export/cells";
import { type ListReader, wholeList } from "@/lib/export/reader";
import { readAccess } from "./data";
import type { AccessPerson, AccessSource } from "./schema";

const grantOf = ({ sources }: AccessPerson): AccessSource | undefined =>
	sources.find(({ kind }) => kind === "grant");

export const accessColumns: readonly Column<AccessPerson>[] = [
	{ label: "Person ID", kind: "id", value: ({ person }) => person.id },
	{ label: "Person", kind: "text", value: ({ person }) => person.name },
	{ label: "Level", kind: "number", value: ({ level }) => level },
	{
		label: "Sources",
		kind: "list",
		value: ({ sources }) =>
			sources.map(({ kind, level, role, isOver }) =>
				[kind, role?.name, `level ${level}`, isOver ? "over" : ""].filter(Boolean).join(" "),
			),
	},
	{ label: "Granted level", kind: "number", value: (row) => grantOf(row)?.level ?? null },
	{ label: "Granted by", kind: "text", value: (row) => grantOf(row)?.grantedBy?.name ?? null },
	{ label: "Reason", kind: "text", value: (row) => grantOf(row)?.reason ?? null },
	{ label: "Grant ends (UTC)", kind: "instant", value: (row) => grantOf(row)?.expiresAt ?? null },
];

/** Everybody who may use the dashboard for a reason of their own, the highest level first. */
export async function exportAccess(guild: GuildScope): Promise<ListReader<AccessPerson>> {
	return wholeList((await readAccess(guild)).people);
}
