import type pg from "pg";
import { print } from "@/bench/measure/figure";
import { quantile, timed } from "@/bench/measure/timing";
import { inScenes, type Scene } from "@/bench/population/scene";
import { connected } from "@/scripts/database/roles";

/** The statements of the list pages and of a count, as the pages run them. */
const statements = (guild: string): Record<string, string> => ({
	"page of 50 members": `SELECT m.user_id, m.nick, m.joined_at FROM discord_guild_members m
		WHERE m.guild_id = ${guild} AND m.left_at IS NULL ORDER BY m.joined_at DESC, m.user_id DESC LIMIT 50`,
	"page of 50 messages": `SELECT m.id, m.author_id, m.content FROM discord_messages m
		WHERE m.guild_id = ${guild} AND m.id > app.snowflake_at(now() - interval '31 days')
		ORDER BY m.id DESC LIMIT 50`,
	"page of 50 executions": `SELECT e.id, e.command_name, e.response_time_ms FROM discord_command_executions e
		WHERE e.guild_id = ${guild} AND e.id > app.snowflake_at(now() - interval '31 days')
		ORDER BY e.id DESC LIMIT 50`,
	"page of 50 cases": `SELECT c.case_number, c.case_reason FROM cases c
		WHERE c.guild_id = ${guild} ORDER BY c.case_id DESC LIMIT 50`,
	"messages by day of a year": `SELECT (r.hour AT TIME ZONE 'UTC')::date AS day, sum(r.messages) FROM rollup_messages_hourly r
		WHERE r.guild_id = ${guild} AND r.hour > now() - interval '365 days' GROUP BY 1`,
	"count of a month's messages": `SELECT count(*)::int FROM discord_messages m
		WHERE m.guild_id = ${guild} AND m.id > app.snowflake_at(now() - interval '31 days')`,
});

/** What a policy costs: each statement as the web role with its policies, against the owner, whose policy is `true`. */
export async function run(args: string[]): Promise<void> {
	await inScenes(args, 200, async (scene, { rounds }) => {
		await connected(scene.urls.guildhall_web, async (web) => {
			await web.query("BEGIN");
			await web.query("SELECT app.enter($1, $2, 'bench')", [scene.token, scene.guildId]);
			await connected(scene.urls.guildhall_owner, async (owner) => {
				for (const [figure, text] of Object.entries(statements(scene.guildId))) {
					const times = figure.startsWith("count") ? Math.ceil(rounds / 10) : rounds;
					await compare(scene, { web, owner }, { figure, text, rounds: times });
				}
			});
		});
	});
}

async function compare(
	{ messages }: Scene,
	{ web, owner }: { web: pg.ClientBase; owner: pg.ClientBase },
	{ figure, text, rounds }: { figure: string; text: string; rounds: number },
): Promise<void> {
	const prepared = { name: figure, text };
	const bound = await timed(rounds, () => web.query(prepared), 10);
	const free = await timed(rounds, () => owner.query(prepared), 10);
	for (const [name, share] of [
		["p50", 0.5],
		["p95", 0.95],
	] as const) {
		print({
			figure: `${figure}, ${name}`,
			messages,
			value: quantile(bound, share),
			unit: "ms",
			ratio: quantile(bound, share) / quantile(free, share),
			against: "the same statement as the owner",
			target: "ratio ≤ 1.10",
		});
	}
}
