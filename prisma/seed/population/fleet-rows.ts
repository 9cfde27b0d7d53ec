import type { Random } from "../random";
import type { World } from "../world/types";
import type { Crowd } from "./crowd";
import type { Ledger } from "./ledger";
import { at, type Row, type TableRows } from "./rows";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function shardRows(world: World, hosted: number): Row[] {
	const shard = (id: number, status: string, servers: number, silent: number, latency: number | null) => ({
		id,
		status,
		server_count: servers,
		last_heartbeat: at(world.now - silent),
		latency_ms: latency,
		created_at: at(world.now - 400 * DAY),
	});
	return [
		shard(0, "online", hosted, 9_000, 41),
		shard(1, "online", 0, 14_000, 47),
		shard(2, "starting", 0, 3 * 60_000, null),
		shard(3, "offline", 0, 26 * HOUR, null),
	];
}

function statisticRows(
	random: Random,
	world: World,
	crowds: readonly Crowd[],
	ledgers: readonly Ledger[],
): Row[] {
	const rows: Row[] = [];
	const first = Math.min(...crowds.map(({ start }) => start));
	let uptime = 0;
	for (let when = first + DAY; when <= world.now; when += DAY) {
		const there = crowds.filter(({ start, end }) => start <= when && end >= when);
		const date = new Date(when).toISOString().slice(0, 10);
		uptime = random.chance(0.06) ? random.int(1, 20) * 3600 : uptime + 86_400;
		rows.push({
			total_guilds: there.length,
			total_channels: there.reduce((sum, { guild }) => sum + guild.channels.length, 0),
			total_users: there.reduce(
				(sum, { members }) =>
					sum + members.filter((m) => m.joinedAt <= when && (m.leftAt ?? when) >= when).length,
				0,
			),
			total_messages_today: ledgers.reduce((sum, ledger) => sum + (ledger.perDay.get(date)?.count ?? 0), 0),
			total_commands_today: Math.round(random.logNormal(44, 0.3)),
			average_response_time_ms: Math.round(random.logNormal(210, 0.2)),
			error_rate: (1 + random.next() * 2.4).toFixed(2),
			uptime_seconds: uptime,
			memory_usage_mb: Math.round(190 + (uptime / 86_400) * 3 + random.next() * 25),
			recorded_at: at(when),
		});
	}
	return rows;
}

/** The bot as a program: shards, which server is on which, and a figure a day. */
export function fleetTables(
	world: World,
	random: Random,
	crowds: readonly Crowd[],
	ledgers: readonly Ledger[],
): TableRows[] {
	const present = crowds.filter(({ guild }) => guild.bot === "present");
	return [
		{ table: "shards", rows: shardRows(world, present.length) },
		{
			table: "server_shards",
			rows: present.map(({ guild, start }) => ({ server_id: guild.id, shard_id: 0, assigned_at: at(start) })),
		},
		{ table: "discord_bot_statistics", rows: statisticRows(random, world, crowds, ledgers) },
	];
}
