import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import type { Growth, UsedInvite } from "./growth-schema";
import { membershipPerPoint } from "./membership";
import { pointOfDay } from "./points";
import { readPeriod } from "./read-period";
import { funnelOf, retentionOf } from "./retention";
import type { Period, PeriodQuery } from "./schema";
import { seriesOf, sumOf } from "./series";

/** How many invites are named. */
const mostInvites = 10;

/** Who came, who went, and who stays. */
export async function readGrowth(guild: GuildScope, asked: PeriodQuery): Promise<Growth> {
	const period = await readPeriod(guild, asked, ["membership"]);
	// Sent one behind the other without waiting: the database works on the next one while this process reads an answer.
	const [membership, retention, funnel, boosters, invites] = await Promise.all([
		membershipPerPoint(guild, period),
		retentionOf(guild, period.current),
		funnelOf(guild, period.current),
		boostersOf(guild, period),
		usedInvites(guild),
	]);
	return { period, ...membership, retention, funnel, boosters, invites };
}

/** Of boosts that ended nothing is kept: who boosts now is known, and since when. Point 0 is before the period. */
async function boostersOf(guild: GuildScope, { current }: Period): Promise<Growth["boosters"]> {
	const rows = await guild.rows<{ point: number; members: number }>(sql`
		SELECT ${pointOfDay(current, sql`(m.premium_since AT TIME ZONE 'UTC')::date`)} AS point, count(*)::int AS members
		FROM discord_guild_members m
		WHERE m.guild_id = ${guild.guildId}::bigint AND m.premium_since IS NOT NULL AND m.left_at IS NULL
		GROUP BY 1`);
	return {
		now: sumOf(rows.map(({ members }) => members)),
		begun: seriesOf(
			rows.filter(({ point }) => point > 0),
			"members",
			current.days.length - 1,
		),
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
