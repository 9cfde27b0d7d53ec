import "server-only";
import { busiestPeople } from "@/lib/analytics/activity/busiest";
import type { GuildScope } from "@/lib/auth/scope";
import type { Range } from "@/lib/range";
import type { RankedMember } from "./schema";

/** How many the ranking shows. */
const places = 8;

/** The people who wrote most, bots aside, by days of UTC. Needs level 5. */
export async function topMembers(
	guild: GuildScope,
	{ firstDay, lastUtcDay, previous }: Range,
): Promise<RankedMember[]> {
	const members = await busiestPeople(guild, {
		period: { first: firstDay, last: lastUtcDay },
		before: { first: previous.firstDay, last: previous.lastDay },
		places,
	});
	return members.map((member) => ({ ...member, previous: member.previous ?? 0 }));
}
