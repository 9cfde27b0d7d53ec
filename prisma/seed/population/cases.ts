import { type Random, weighted } from "../random";
import { snowflakeAt } from "../snowflake";
import { CASE_REASONS, type CaseType, CUSTOM_TYPES } from "./case-reasons";
import type { Crowd, Member } from "./crowd";
import { moments } from "./rhythm";
import { staffOf } from "./staff";

export type CaseDraft = {
	id: string;
	number: number;
	type: CaseType | null;
	/** `typeName` of one of the server's own case types, when `type` is null. */
	customType: string | null;
	user: Member;
	moderator: Member;
	reason: string;
	at: number;
	expiresAt: number | null;
	/** Whether the punishment still holds. */
	active: boolean;
	roleIds: string[];
	metadata: Record<string, unknown> | null;
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Choice = { type: CaseType | null; custom: string | null; weight: number };

const CHOICES: readonly Choice[] = [
	{ type: "WARN", custom: null, weight: 38 },
	{ type: "TIMEOUT", custom: null, weight: 27 },
	{ type: "KICK", custom: null, weight: 7 },
	{ type: "BAN", custom: null, weight: 8 },
	{ type: "TEMPBAN", custom: null, weight: 4 },
	{ type: "HACKBAN", custom: null, weight: 3 },
	{ type: "JAIL", custom: null, weight: 3 },
	...CUSTOM_TYPES.map(({ typeName }) => ({ type: null, custom: typeName, weight: 4 })),
];

const choose = weighted(CHOICES, (choice) => choice.weight);

/** Undoing follows the deed for some; the rest of the types end by themselves or not at all. */
const UNDO: Partial<Record<CaseType, CaseType>> = { BAN: "UNBAN", TIMEOUT: "UNTIMEOUT", JAIL: "UNJAIL" };

function duration(random: Random, type: CaseType | null): number | null {
	if (type === "TIMEOUT") return random.pick([HOUR / 6, HOUR, HOUR, 6 * HOUR, DAY, 7 * DAY]);
	if (type === "TEMPBAN") return random.pick([3 * DAY, 7 * DAY, 14 * DAY, 30 * DAY]);
	if (type === "JAIL") return random.pick([DAY, 3 * DAY]);
	return null;
}

type Unnumbered = Omit<CaseDraft, "number" | "id">;

function raidCases(crowd: Crowd, moderator: Member | undefined): Unnumbered[] {
	if (!moderator) return [];
	return crowd.members
		.filter((member) => member.raider && member.leftAt !== null)
		.map((user) => ({
			type: "BAN",
			customType: null,
			user,
			moderator,
			reason: "Raid: one of more than a hundred accounts that joined within minutes and posted the same link",
			at: user.leftAt ?? user.joinedAt,
			expiresAt: null,
			active: true,
			roleIds: [],
			metadata: { source: "raid_guard", delete_message_seconds: 3600 },
		}));
}

function ordinaryCase(
	random: Random,
	moments: { at: number; end: number },
	user: Member,
	moderator: Member,
): Unnumbered {
	const { type, custom } = choose(random);
	const length = duration(random, type);
	const expiresAt = length === null ? null : moments.at + length;
	const evidence = random.chance(0.3)
		? { evidence_message_id: snowflakeAt(moments.at - 90_000, random.int(0, 0x3fffff)) }
		: {};
	return {
		type,
		customType: custom,
		user,
		moderator,
		reason: random.pick(CASE_REASONS[type ?? "CUSTOM"]),
		at: moments.at,
		expiresAt,
		active: expiresAt === null ? type !== "KICK" : expiresAt > moments.end,
		roleIds: [...user.roleIds],
		metadata:
			length === null
				? random.chance(0.3)
					? evidence
					: null
				: { duration_seconds: length / 1000, ...evidence },
	};
}

function undone(random: Random, entry: Unnumbered, end: number, moderator: Member): Unnumbered[] {
	const type = entry.type && UNDO[entry.type];
	if (!type || !random.chance(type === "UNTIMEOUT" ? 0.12 : 0.25)) return [];
	const latest = Math.min(entry.expiresAt ?? entry.at + 20 * DAY, end);
	const at = Math.floor(entry.at + (latest - entry.at) * (0.1 + random.next() * 0.8));
	entry.active = false;
	const reason = random.pick(CASE_REASONS[type]);
	return [
		{ ...entry, type, moderator, reason, at, expiresAt: null, active: false, roleIds: [], metadata: null },
	];
}

/** A server's moderation record in order of time, numbered from 1 without gaps. */
export function createCases(crowd: Crowd, random: Random, total: number): CaseDraft[] {
	const { guild, members, start, end } = crowd;
	const moderators = staffOf(crowd, "moderator");
	const pickModerator = weighted(moderators, (_, index) => 1 / (index + 1));
	const troublemakers = random.sample(
		members.filter(
			(member) => !member.user.bot && !member.raider && member.roleIds.every((id) => !staffRole(crowd, id)),
		),
		Math.ceil(total * 0.62),
	);
	const pickUser = weighted(troublemakers, (_, index) => 1 / (index + 4));
	const cases = raidCases(crowd, moderators[0]);
	for (const at of moments(random, { start, end, total, timeZone: guild.timeZone, growth: 1.8 })) {
		const user = pickUser(random);
		if (user.joinedAt > at || (user.leftAt ?? end) < at) continue;
		const entry = ordinaryCase(random, { at, end }, user, pickModerator(random));
		cases.push(entry, ...undone(random, entry, end, pickModerator(random)));
	}
	return cases
		.sort((one, other) => one.at - other.at)
		.map((entry, index) => ({ ...entry, number: index + 1, id: snowflakeAt(entry.at, index) }));
}

function staffRole({ guild }: Crowd, roleId: string): boolean {
	const role = guild.roles.find((candidate) => candidate.id === roleId);
	return role?.hoist === true && role.key !== "booster" && role.key !== "pacer";
}
