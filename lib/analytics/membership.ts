import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { readBoth } from "./both";
import { type Course, courseOf } from "./course";
import type { Period, Window } from "./schema";
import { seriesOf, standingOf } from "./series";

type Moves = { joins: number[]; leaves: number[]; net: number[]; members: number[]; before: number };

type Membership = { members: Course; joins: Course; leaves: Course; net: Course };

/** Members at the end of each point, and who came and went, by days of UTC. */
export async function membershipPerPoint(guild: GuildScope, period: Period): Promise<Membership> {
	const { current, comparison } = await readBoth(period, (window) => movesIn(guild, window));
	const course = (key: "joins" | "leaves" | "net") => courseOf(current[key], comparison?.[key] ?? null);
	return {
		members: {
			value: current.members.at(-1) ?? current.before,
			previous: comparison && (comparison.members.at(-1) ?? comparison.before),
			series: current.members,
			previousSeries: comparison?.members ?? null,
		},
		joins: course("joins"),
		leaves: course("leaves"),
		net: course("net"),
	};
}

/** Everything before the window is point 0: what stood at its beginning. */
async function movesIn(guild: GuildScope, { days }: Window): Promise<Moves> {
	const rows = await guild.rows<{ point: number; joins: number; leaves: number }>(sql`
		SELECT width_bucket(r.day, ${days.slice(0, -1)}::date[]) AS point, sum(r.joins)::int AS joins, sum(r.leaves)::int AS leaves
		FROM rollup_membership_daily r
		WHERE r.guild_id = ${guild.guildId}::bigint AND r.day < ${days.at(-1)}::date
		GROUP BY 1`);
	const points = days.length - 1;
	const joins = seriesOf(rows, "joins", points);
	const leaves = seriesOf(rows, "leaves", points);
	const net = joins.map((joined, index) => joined - (leaves[index] ?? 0));
	const first = rows.find(({ point }) => point === 0);
	const before = first ? first.joins - first.leaves : 0;
	return { joins, leaves, net, members: standingOf(before, net), before };
}
