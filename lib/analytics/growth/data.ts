import "server-only";
import { pointOfDay, withinDays } from "@/lib/analytics/period/points";
import { readPeriod } from "@/lib/analytics/period/read-period";
import { seriesOf, sumOf } from "@/lib/analytics/period/series";
import type { GrowthQuery, MemberKind, Period } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { empty, sql } from "@/lib/db/sql";
import { inferredJoins } from "@/lib/guilds/inferred-joins";
import { membershipOf, membershipPerPoint } from "./membership";
import { funnelOf, retentionOf } from "./retention";
import type { Growth, UsedInvite } from "./schema";

/** How many invites are named. */
const mostInvites = 10;

/** Who came, who went, and who stays: everybody, or people or bots alone. */
export async function readGrowth(guild: GuildScope, { kind, ...asked }: GrowthQuery): Promise<Growth> {
	const period = await readPeriod(guild, asked, ["membership"]);
	return kind === undefined ? growthOfAll(guild, period) : growthOf(guild, period, kind);
}

async function growthOfAll(guild: GuildScope, period: Period): Promise<Growth> {
	// Sent one behind the other without waiting: the database works on the next one while this process reads an answer.
	const [membership, inferred, retention, funnel, boosters, invites] = await Promise.all([
		membershipPerPoint(guild, period),
		inferredJoins(guild, daysOf(period)),
		retentionOf(guild, period.current),
		funnelOf(guild, period.current),
		boostersOf(guild, period, null),
		usedInvites(guild),
	]);
	return { period, kind: null, ...membership, inferredJoins: inferred, retention, funnel, boosters, invites };
}

/** Who stays and what invites brought is counted for all newcomers together. */
async function growthOf(guild: GuildScope, period: Period, kind: MemberKind): Promise<Growth> {
	const [membership, inferred, boosters] = await Promise.all([
		membershipOf(guild, period, kind),
		inferredJoins(guild, daysOf(period), kind === "bots"),
		boostersOf(guild, period, kind),
	]);
	const unknown = { retention: null, funnel: null, invites: null };
	return { period, kind, ...membership, inferredJoins: inferred, boosters, ...unknown };
}

function daysOf({ current: { firstDay, days } }: Period) {
	return { first: days[0] ?? firstDay, next: days.at(-1) ?? firstDay };
}

/** Of boosts that ended nothing is kept: who boosts now is known, and since when. Point 0 is outside of the period. */
async function boostersOf(
	guild: GuildScope,
	{ current }: Period,
	kind: MemberKind | null,
): Promise<Growth["boosters"]> {
	const since = sql`(m.premium_since AT TIME ZONE 'UTC')::date`;
	const rows = await guild.rows<{ point: number; members: number }>(sql`
		SELECT CASE WHEN ${withinDays(current, since)} THEN ${pointOfDay(current, since)} ELSE 0 END AS point,
			count(*)::int AS members
		FROM discord_guild_members m
		WHERE m.guild_id = ${guild.guildId}::bigint AND m.premium_since IS NOT NULL AND m.left_at IS NULL
			${kind === null ? empty : sql`AND m.is_bot = ${kind === "bots"}`}
		GROUP BY 1`);
	return {
		now: sumOf(rows.map(({ members }) => members)),
		begun: seriesOf(rows, "members", current.days.length - 1),
	};
}

type InviteRow = Omit<UsedInvite, "inviter"> & {
	inviterId: string | null;
	inviterName: string | null;
	inviterAvatar: string | null;
};

async function usedInvites(guild: GuildScope): Promise<UsedInvite[]> {
	const rows = await guild.rows<InviteRow>(sql`
		SELECT i.code, i.uses, i.revoked_at IS NULL AND coalesce(i.expires_at > now(), true)
				AND coalesce(i.max_uses = 0 OR i.uses < i.max_uses, true) AS "isOpen",
			i.inviter_id AS "inviterId", coalesce(m.nick, u.global_name, u.username) AS "inviterName",
			u.avatar AS "inviterAvatar"
		FROM discord_invites i
			LEFT JOIN discord_users u ON u.id = i.inviter_id
			LEFT JOIN discord_guild_members m ON m.guild_id = i.guild_id AND m.user_id = i.inviter_id
		WHERE i.guild_id = ${guild.guildId}::bigint AND i.uses > 0
		ORDER BY i.uses DESC, i.code
		LIMIT ${mostInvites}`);
	return rows.map(({ inviterId, inviterName, inviterAvatar, ...invite }) => ({
		...invite,
		inviter:
			inviterId === null ? null : { id: inviterId, name: inviterName ?? inviterId, avatar: inviterAvatar },
	}));
}
