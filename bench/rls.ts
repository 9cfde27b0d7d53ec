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

const roles = { bound: "guildhall_web", free: "guildhall_owner" } as const;

/** How often each statement runs as one role before it runs as the other. */
const TURN = 20;

/**
 * What a policy costs: each statement as the web role with its policies, against the owner, whose policy is `true`. Both
 * take turns on one connection: two connections' processes may differ by more than a policy costs.
 */
export async function run(args: string[]): Promise<void> {
	await inScenes(args, 200, async (scene, { rounds }) => {
		await connected(scene.adminUrl, async (client) => {
			await client.query("BEGIN");
			await client.query("SELECT app.enter($1, $2, 'bench')", [scene.token, scene.guildId]);
			for (const [figure, text] of Object.entries(statements(scene.guildId))) {
				const times = figure.startsWith("count") ? Math.ceil(rounds / 10) : rounds;
				report(scene, figure, await takeTurns(client, { name: figure, text }, times));
			}
		});
	});
}

type Times = Record<keyof typeof roles, number[]>;

async function takeTurns(client: pg.ClientBase, statement: pg.QueryConfig, rounds: number): Promise<Times> {
	const times: Times = { bound: [], free: [] };
	for (let done = 0; done < rounds; done += TURN) {
		for (const how of ["bound", "free"] as const) {
			await client.query(`SET LOCAL ROLE ${roles[how]}`);
			times[how].push(...(await timed(Math.min(TURN, rounds - done), () => client.query(statement))));
		}
	}
	return times;
}

function report({ messages }: Scene, figure: string, { bound, free }: Times): void {
	const [restricted, unrestricted] = [bound, free].map((times) => times.toSorted((a, b) => a - b));
	for (const [name, share] of [
		["p50", 0.5],
		["p95", 0.95],
	] as const) {
		const value = quantile(restricted ?? [], share);
		print({
			figure: `${figure}, ${name}`,
			messages,
			value,
			unit: "ms",
			ratio: value / quantile(unrestricted ?? [], share),
			against: "the same statement as the owner",
			target: "ratio ≤ 1.10",
		});
	}
}
