import "server-only";
import { readBoth } from "@/lib/analytics/period/both";
import { type Course, courseOf, without } from "@/lib/analytics/period/course";
import { seriesOf, standingOf } from "@/lib/analytics/period/series";
import type { MemberKind, Period, Window } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { type Sql, sql } from "@/lib/db/sql";

type Moves = { joins: number[]; leaves: number[]; net: number[]; members: number[]; before: number };

type Membership = { members: Course; joins: Course; leaves: Course; net: Course };

/** Members at the end of each point, and who came and went, by days of UTC. */
export function membershipPerPoint(guild: GuildScope, period: Period): Promise<Membership> {
	return membershipIn(
		guild,
		period,
		sql`
		SELECT r.day, r.joins, r.leaves FROM rollup_membership_daily r WHERE r.guild_id = ${guild.guildId}::bigint`,
	);
}

/** The same of people or of bots, of whom there are few: people are everybody without them. */
export async function membershipOf(guild: GuildScope, period: Period, kind: MemberKind): Promise<Membership> {
	const ofBots = membershipIn(guild, period, movesOfBots(guild));
	if (kind === "bots") return ofBots;
	const [all, bots] = await Promise.all([membershipPerPoint(guild, period), ofBots]);
	return {
		members: without(all.members, bots.members),
		joins: without(all.joins, bots.joins),
		leaves: without(all.leaves, bots.leaves),
		net: without(all.net, bots.net),
	};
}

function movesOfBots(guild: GuildScope): Sql {
	return sql`
		SELECT (v.moment AT TIME ZONE 'UTC')::date AS day, v.joins, v.leaves
		FROM discord_guild_members m
			CROSS JOIN LATERAL (VALUES (m.joined_at, 1, 0), (m.left_at, 0, 1)) AS v (moment, joins, leaves)
		WHERE m.guild_id = ${guild.guildId}::bigint AND m.is_bot AND v.moment IS NOT NULL`;
}

async function membershipIn(guild: GuildScope, period: Period, moves: Sql): Promise<Membership> {
	const { current, comparison } = await readBoth(period, (window) => movesIn(guild, window, moves));
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
async function movesIn(guild: GuildScope, { days }: Window, moves: Sql): Promise<Moves> {
	const rows = await guild.rows<{ point: number; joins: number; leaves: number }>(sql`
		SELECT width_bucket(r.day, ${days.slice(0, -1)}::date[]) AS point, sum(r.joins)::int AS joins, sum(r.leaves)::int AS leaves
		FROM (${moves}) r
		WHERE r.day < ${days.at(-1)}::date
		GROUP BY 1`);
	const points = days.length - 1;
	const joins = seriesOf(rows, "joins", points);
	const leaves = seriesOf(rows, "leaves", points);
	const net = joins.map((joined, index) => joined - (leaves[index] ?? 0));
	const first = rows.find(({ point }) => point === 0);
	const before = first ? first.joins - first.leaves : 0;
	return { joins, leaves, net, members: standingOf(before, net), before };
}
