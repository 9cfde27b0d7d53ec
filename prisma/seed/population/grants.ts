import { personId } from "../world/people";
import type { World } from "../world/types";
import type { Crowd } from "./crowd";
import { at, type Row } from "./rows";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Grant = { level: number; daysAgo: number; endsInHours: number | null; reason: string };

const VISIT: Grant = {
	level: 5,
	daysAgo: 12,
	endsInHours: -11 * 24,
	reason: "Looking into reminders that arrived twice, ticket 118",
};

/** One for good, one that ends soon, one that has ended. */
const GRANTS: readonly Grant[] = [
	{ level: 1, daysAgo: 61, endsInHours: null, reason: "Writes the yearly report, needs the figures" },
	{ level: 4, daysAgo: 4, endsInHours: 52, reason: "Stands in for a moderator during the jam" },
	{ level: 5, daysAgo: 40, endsInHours: -10 * 24, reason: "Helped with the move to the new roles" },
];

function grantRow(
	world: World,
	guildId: string,
	userId: string,
	source: "grant" | "operator",
	grant: Grant,
): Row {
	return {
		server_id: guildId,
		user_id: userId,
		source,
		level: grant.level,
		checked_at: null,
		expires_at: grant.endsInHours === null ? null : at(world.now + grant.endsInHours * HOUR),
		granted_by: source === "operator" ? userId : personId("owner"),
		reason: grant.reason,
		created_at: at(world.now - grant.daysAgo * DAY),
	};
}

/** Access that people gave each other, and a past visit of the operator. */
export function grantRows(world: World, { guild, members }: Crowd): Row[] {
	const regulars = members.filter(
		({ user, leftAt, activity }) =>
			leftAt === null && activity > 0.02 && !guild.members.some(({ userId }) => userId === user.id),
	);
	const granted = GRANTS.flatMap((grant, index) => {
		const user = regulars[index]?.user;
		return user ? [grantRow(world, guild.id, user.id, "grant", grant)] : [];
	});
	return [...granted, grantRow(world, guild.id, personId("operator"), "operator", VISIT)];
}
