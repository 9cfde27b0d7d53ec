/** The ids of the guide's own examples. */
export const guideIds = {
	guild: "123456789012345678",
	user: "987654321098765432",
	category: "222222222222222222",
	role: "444444444444444444",
} as const;

const byColumn: Record<string, string> = {
	guild_id: guideIds.guild,
	user_id: guideIds.user,
	role_id: guideIds.role,
	parent_id: guideIds.category,
	assigned_by: guideIds.user,
};

/**
 * A value for every `$n` of a statement, from the column that it is compared with or inserted into; a bare `id` is that
 * of the statement's first table.
 */
export function parametersOf(statement: string): string[] {
	const inserted = /INSERT INTO \w+ \(([^)]+)\)\s*VALUES \(([^)]+)\)/.exec(statement);
	const columns = inserted?.[1]?.split(",").map((column) => column.trim());
	const values = inserted?.[2]?.split(",").map((value) => value.trim());
	const numbers = [...new Set(statement.match(/\$\d/g))].toSorted((a, b) => a.localeCompare(b));
	return numbers.map((number) => {
		const compared = new RegExp(`(\\w+) = \\${number}`).exec(statement)?.[1];
		const column = compared ?? columns?.[values?.indexOf(number) ?? -1] ?? "";
		if (column === "id") return statement.includes("discord_users") ? guideIds.user : guideIds.guild;
		const value = byColumn[column];
		if (value === undefined) throw new Error(`nothing to bind ${number} to in: ${statement}`);
		return value;
	});
}
