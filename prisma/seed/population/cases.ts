import { type Random, weighted } from "../random";
import { snowflakeAt } from "../snowflake";
import { CASE_REASONS, type CaseType, CUSTOM_TYPES } from "./case-reasons";
import type { Crowd, Member } from "./crowd";
import { moments } from "./rhythm";
import { staffOf } from "./staff";

/** One case before it becomes rows. Times in Unix milliseconds. */
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
	/** When it was over; null while it is open. */
	closedAt: number | null;
	roleIds: string[];
	metadata: Record<string, unknown> | null;
};

type Unnumbered = Omit<CaseDraft, "number" | "id">;
type Choice = { type: CaseType | null; custom: string | null; weight: number };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** After how long a warning or a strike no longer counts. */
const FORGIVEN = 30 * DAY;

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

/** What is still going on when the demo begins: age and length in hours. */
const FRESH: readonly (readonly [type: CaseType, hoursAgo: number, hours: number])[] = [
	["TIMEOUT", 3, 24],
	["TIMEOUT", 47, 168],
	["TIMEOUT", 0.6, 6],
	["JAIL", 26, 72],
	["TEMPBAN", 160, 168],
];

/** Undoing follows the deed for some; the rest of the types end by themselves or not at all. */
const UNDO: Partial<Record<CaseType, CaseType>> = { BAN: "UNBAN", TIMEOUT: "UNTIMEOUT", JAIL: "UNJAIL" };

function duration(random: Random, type: CaseType | null): number | null {
	if (type === "TIMEOUT") return random.pick([HOUR / 6, HOUR, HOUR, 6 * HOUR, DAY, 7 * DAY]);
	if (type === "TEMPBAN") return random.pick([3 * DAY, 7 * DAY, 14 * DAY, 30 * DAY]);
	if (type === "JAIL") return random.pick([DAY, 3 * DAY]);
	return null;
}

function closing(type: CaseType | null, at: number, expiresAt: number | null, end: number): number | null {
	if (type === "KICK" || type?.startsWith("UN")) return at + 2000;
	if (type === "BAN" || type === "HACKBAN") return null;
	const over = expiresAt ?? at + FORGIVEN;
	return over <= end ? over : null;
}

function makeCase(
	random: Random,
	who: { user: Member; moderator: Member },
	what: { type: CaseType | null; custom: string | null; length: number | null },
	when: { at: number; end: number },
): Unnumbered {
	const expiresAt = what.length === null ? null : when.at + what.length;
	const evidence = { evidence_message_id: snowflakeAt(when.at - 90_000, random.int(0, 0x3fffff)) };
	const facts = {
		...(what.length === null ? {} : { duration_seconds: what.length / 1000 }),
		...(random.chance(0.3) ? evidence : {}),
	};
	return {
		...who,
		type: what.type,
		customType: what.custom,
		reason: random.pick(CASE_REASONS[what.type ?? "CUSTOM"]),
		at: when.at,
		expiresAt,
		closedAt: closing(what.type, when.at, expiresAt, when.end),
		roleIds: [...who.user.roleIds],
		metadata: Object.keys(facts).length > 0 ? facts : null,
	};
}

function raidCases(crowd: Crowd, moderator: Member | undefined): Unnumbered[] {
	if (!moderator) return [];
	return crowd.members.flatMap((user) => {
		if (!user.raider || user.leftAt === null) return [];
		return {
			type: "BAN" as const,
			customType: null,
			user,
			moderator,
			reason: "Raid: one of more than a hundred accounts that joined within minutes and posted the same link",
			at: user.leftAt,
			expiresAt: null,
			closedAt: user.leftAt + 2 * DAY,
			roleIds: [],
			metadata: { source: "raid_guard", delete_message_seconds: 3600 },
		};
	});
}

function undone(random: Random, entry: Unnumbered, end: number, moderator: Member): Unnumbered[] {
	const type = entry.type && UNDO[entry.type];
	if (!type || !random.chance(type === "UNTIMEOUT" ? 0.12 : 0.25)) return [];
	const latest = Math.min(entry.expiresAt ?? entry.at + 20 * DAY, end);
	const at = Math.floor(entry.at + (latest - entry.at) * (0.1 + random.next() * 0.8));
	entry.closedAt = at;
	return [
		makeCase(random, { user: entry.user, moderator }, { type, custom: null, length: null }, { at, end }),
	];
}

function freshCases(
	random: Random,
	crowd: Crowd,
	users: readonly Member[],
	moderators: readonly Member[],
): Unnumbered[] {
	if (crowd.guild.key !== "harbor") return [];
	const present = users.filter((user) => user.leftAt === null && user.joinedAt < crowd.end - 8 * DAY);
	return FRESH.map(([type, hoursAgo, hours]) =>
		makeCase(
			random,
			{ user: random.pick(present), moderator: random.pick(moderators) },
			{ type, custom: null, length: hours * HOUR },
			{ at: crowd.end - hoursAgo * HOUR, end: crowd.end },
		),
	);
}

function isStaff({ guild }: Crowd, member: Member): boolean {
	const beginner =
		guild.roles.find((role) => role.key === "booster" || role.key === "beginner")?.position ?? 0;
	return guild.roles.some(
		(role) => role.hoist && role.position > beginner && member.roleIds.includes(role.id),
	);
}

/** A server's moderation record in order of time, numbered from 1 without gaps. */
export function createCases(crowd: Crowd, random: Random, total: number): CaseDraft[] {
	const { guild, members, start, end } = crowd;
	const moderators = staffOf(crowd, "moderator");
	const pickModerator = weighted(moderators, (_, index) => 1 / (index + 1));
	const users = members.filter((member) => !member.user.bot && !member.raider && !isStaff(crowd, member));
	const pickUser = weighted(random.sample(users, Math.ceil(total * 0.62)), (_, index) => 1 / (index + 4));
	const cases = [...raidCases(crowd, moderators[0]), ...freshCases(random, crowd, users, moderators)];
	for (const at of moments(random, { start, end, total, timeZone: guild.timeZone, growth: 1.8 })) {
		const user = pickUser(random);
		if (user.joinedAt > at || (user.leftAt ?? end) < at) continue;
		const { type, custom } = choose(random);
		const what = { type, custom, length: duration(random, type) };
		const entry = makeCase(random, { user, moderator: pickModerator(random) }, what, { at, end });
		cases.push(entry, ...undone(random, entry, end, pickModerator(random)));
	}
	return cases
		.sort((one, other) => one.at - other.at)
		.map((entry, index) => ({ ...entry, number: index + 1, id: snowflakeAt(entry.at, index) }));
}
