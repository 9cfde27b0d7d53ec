import "server-only";
import { coarseEdges } from "@/lib/analytics/period/coarse";
import { pointAmong, withinDays } from "@/lib/analytics/period/points";
import { seriesOf } from "@/lib/analytics/period/series";
import type { Period, Window } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { type BusyMember, busiestPeople } from "./busiest";
import { shareOf } from "./ranked-channels";
import type { ActivityMember } from "./schema";

/** How many the ranking shows. */
export const places = 10;

type RankedMember = Omit<ActivityMember, "share">;

/** The people who wrote most, by days of UTC, bots aside. Needs level 5. */
export async function topPeople(guild: GuildScope, { current, comparison }: Period): Promise<RankedMember[]> {
	const members = await busiestPeople(guild, {
		period: { first: current.firstDay, last: current.lastDay },
		before: comparison && { first: comparison.firstDay, last: comparison.lastDay },
		places,
	});
	return withDays(guild, current, members);
}

/** Members with the days on which they wrote. Needs level 5. */
export async function withDays(
	guild: GuildScope,
	window: Window,
	members: readonly BusyMember[],
): Promise<RankedMember[]> {
	const edges = coarseEdges(window.days);
	const rows = await daysOf(
		guild,
		window,
		edges,
		members.map(({ id }) => id),
	);
	return members.map((member) => {
		const own = rows.filter(({ id }) => id === member.id);
		return {
			...member,
			activeDays: own.reduce((days, row) => days + row.days, 0),
			trend: seriesOf(own, "messages", edges.length - 1),
		};
	});
}

/** @param everything all messages of the period */
export function withShares(members: readonly RankedMember[], everything: number): ActivityMember[] {
	return members.map((member) => ({ ...member, share: shareOf(member.messages, everything) }));
}

type MemberRow = { id: string; point: number; messages: number; days: number };

function daysOf(guild: GuildScope, window: Window, edges: string[], members: string[]): Promise<MemberRow[]> {
	return guild.rows<MemberRow>(sql`
		SELECT r.user_id AS id, ${pointAmong(edges, sql`r.day`)} AS point,
			sum(r.messages)::int AS messages, count(*) FILTER (WHERE r.messages > 0)::int AS days
		FROM rollup_member_daily r
		WHERE r.guild_id = ${guild.guildId}::bigint AND r.user_id = ANY (${members}::bigint[])
			AND ${withinDays(window, sql`r.day`)}
		GROUP BY 1, 2`);
}
