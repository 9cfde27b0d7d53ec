import type { Db } from "@/bot/scope";

const tables = [
	"discord_messages",
	"discord_command_executions",
	"discord_audit_log",
	"discord_native_audit_log",
] as const;

/**
 * Makes the months from this one to the third from now, where they are missing. A row of a month without a partition is
 * not lost, it goes to the default one; but that month cannot be made afterwards.
 * @returns how many were made
 */
export async function ensurePartitions(db: Db): Promise<number> {
	let made = 0;
	for (const table of tables) {
		const [row] = await db.rows<{ made: number }>(
			`SELECT app.ensure_month_partitions('${table}',
				(now() AT TIME ZONE 'UTC')::date, (now() AT TIME ZONE 'UTC' + interval '3 months')::date) AS made`,
		);
		made += row?.made ?? 0;
	}
	return made;
}
