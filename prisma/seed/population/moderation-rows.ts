import type { Random } from "../random";
import { CUSTOM_TYPES } from "./case-reasons";
import type { CaseDraft } from "./cases";
import type { Crowd } from "./crowd";
import { banTable, orderTable, outcomeOf } from "./order-rows";
import { at, json, type Row, type TableRows } from "./rows";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Numbers rows across servers: `cases.case_id` and its like are unique in the whole database. */
export type Offsets = { caseId: number; noteId: number; customTypeId: number };

const NOTES: readonly string[] = [
	"Calm when spoken to directly. Prefers a message over a public warning.",
	"Second account is known and allowed; see the talk in #mod-chat.",
	"Was new to Discord when it happened, read the rules since.",
	"Parent wrote to us. Be patient.",
	"Denied it at first, then sent an apology to everybody involved.",
	"Keep an eye on direct messages to new members.",
	"Jam organiser elsewhere, useful contact.",
	"Do not unban without asking the owner.",
	"Time zone explains the night posts, it is not a bot.",
	"Offered to help with the German rules.",
];

const APPEALS: readonly (readonly [text: string, decision: string])[] = [
	[
		"I was angry about something else and took it out on them. I have apologised. May I come back?",
		"Apology seen, welcome back.",
	],
	[
		"My account was taken over that night. I have changed the password and turned on two-factor.",
		"Checked with the log, matches.",
	],
	[
		"I did not know that links to my store are not allowed outside the showcase.",
		"It was the third time; the rule is in the welcome message.",
	],
	[
		"I think this was a mix-up, I was not even online at that time.",
		"The log shows a different account. Our mistake.",
	],
	["It was a joke between friends and nobody was hurt.", "The person it was about did not think so."],
];

function caseRow(guildId: string, entry: CaseDraft, offsets: Offsets): Row {
	const custom = CUSTOM_TYPES.findIndex(({ typeName }) => typeName === entry.customType);
	const { state, failure, code } = outcomeOf(entry);
	const closedAt = state === "failed" ? entry.at + 2000 : entry.closedAt;
	return {
		case_id: offsets.caseId + entry.number,
		guild_id: guildId,
		case_number: entry.number,
		case_status: closedAt === null,
		case_type: entry.type,
		custom_case_type_id: custom < 0 ? null : offsets.customTypeId + custom + 1,
		case_reason: entry.reason,
		case_moderator_id: entry.moderator.user.id,
		case_user_id: entry.user.user.id,
		case_user_roles: entry.roleIds,
		case_expires_at: entry.expiresAt === null ? null : at(entry.expiresAt),
		case_metadata: json(entry.metadata),
		resolved_at: closedAt === null ? null : at(closedAt),
		order_state: state,
		order_error: failure,
		order_code: code,
		created_at: at(entry.at),
		updated_at: at(entry.at + 2000),
		created_by: entry.moderator.user.id,
	};
}

function customTypeRows(crowd: Crowd, offsets: Offsets): Row[] {
	return CUSTOM_TYPES.map((type, index) => ({
		id: offsets.customTypeId + index + 1,
		guild_id: crowd.guild.id,
		type_name: type.typeName,
		display_name: type.displayName,
		description: type.description,
		severity_level: type.severity,
		requires_duration: type.requiresDuration,
		created_at: at(crowd.start + (index + 1) * DAY),
		created_by: crowd.guild.ownerId,
	}));
}

function noteRows(random: Random, crowd: Crowd, cases: readonly CaseDraft[], offsets: Offsets): Row[] {
	const noted = cases.filter((entry) => !entry.user.raider && random.chance(0.31));
	return noted.map((entry, index) => {
		const written = at(Math.min(entry.at + random.int(2, 300) * 60_000, crowd.end));
		return {
			note_id: offsets.noteId + index + 1,
			guild_id: crowd.guild.id,
			note_number: index + 1,
			note_content: random.pick(NOTES),
			note_moderator_id: entry.moderator.user.id,
			note_user_id: entry.user.user.id,
			case_id: random.chance(0.7) ? offsets.caseId + entry.number : null,
			created_at: written,
			created_by: entry.moderator.user.id,
		};
	});
}

function appealRows(random: Random, crowd: Crowd, cases: readonly CaseDraft[], offsets: Offsets): Row[] {
	const severe = cases.filter(
		(entry) => !entry.user.raider && ["BAN", "TEMPBAN", "TIMEOUT", "JAIL"].includes(entry.type ?? ""),
	);
	return random
		.sample(severe, Math.ceil(severe.length * 0.13))
		.sort((one, other) => one.number - other.number)
		.map((entry, index, all) => appealRow(random, crowd, entry, offsets, all.length - index <= 4));
}

function appealRow(random: Random, crowd: Crowd, entry: CaseDraft, offsets: Offsets, pending: boolean): Row {
	const [content, decision] = random.pick(APPEALS);
	const sent = Math.min(entry.at + random.int(3, 90) * HOUR, crowd.end - HOUR);
	const decided = Math.min(sent + random.int(8, 80) * HOUR, crowd.end);
	const status = pending ? "pending" : random.pick(["accepted", "denied", "denied", "withdrawn"]);
	const closed = status === "accepted" || status === "denied";
	return {
		guild_id: crowd.guild.id,
		case_id: offsets.caseId + entry.number,
		user_id: entry.user.user.id,
		content,
		status,
		decision_reason: closed ? decision : null,
		decided_by: closed ? entry.moderator.user.id : null,
		decided_at: closed ? at(decided) : null,
		created_at: at(sent),
		created_by: entry.user.user.id,
	};
}

/** Later changes of cases; the database itself writes the `created` event of each. */
function eventRows(random: Random, crowd: Crowd, cases: readonly CaseDraft[], offsets: Offsets): Row[] {
	return cases.flatMap((entry) => {
		const key = { guild_id: crowd.guild.id, case_id: offsets.caseId + entry.number };
		const events: Row[] = [];
		if (random.chance(0.14)) {
			const before = json({ case_reason: entry.reason.split(",")[0]?.split(" (")[0] ?? "No reason given" });
			const after = json({ case_reason: entry.reason });
			const edited = at(Math.min(entry.at + random.int(1, 120) * 60_000, crowd.end));
			events.push({
				...key,
				actor_id: entry.moderator.user.id,
				kind: "edited",
				before,
				after,
				occurred_at: edited,
			});
		}
		if (entry.closedAt !== null && entry.closedAt > entry.at + 2000) {
			const change = { before: json({ case_status: true }), after: json({ case_status: false }) };
			events.push({ ...key, actor_id: null, kind: "closed", ...change, occurred_at: at(entry.closedAt) });
		}
		return events;
	});
}

/** A server's cases with everything that hangs on them. */
export function moderationTables(
	crowd: Crowd,
	random: Random,
	cases: readonly CaseDraft[],
	offsets: Offsets,
): TableRows[] {
	return [
		{ table: "custom_case_types", rows: customTypeRows(crowd, offsets) },
		{ table: "cases", rows: cases.map((entry) => caseRow(crowd.guild.id, entry, offsets)) },
		orderTable(crowd, cases, offsets.caseId),
		banTable(crowd, cases),
		{ table: "notes", rows: noteRows(random, crowd, cases, offsets) },
		{ table: "case_appeals", rows: appealRows(random, crowd, cases, offsets) },
		{ table: "case_events", rows: eventRows(random, crowd, cases, offsets) },
	];
}
