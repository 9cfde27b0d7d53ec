import type { CaseType } from "./case-reasons";
import type { CaseDraft } from "./cases";
import type { Crowd } from "./crowd";
import { at, json, type Row, type TableRows } from "./rows";
import { uuidFor } from "./uuid";

/** How long the worker takes until a deed is done on Discord. */
const CARRIED_OUT_MS = 2000;

/** What a kind of case is on Discord; a warning is a message and was sent before there were orders. */
const DEEDS: Partial<Record<CaseType, string>> = {
	BAN: "ban",
	TEMPBAN: "ban",
	HACKBAN: "ban",
	UNBAN: "unban",
	KICK: "kick",
	TIMEOUT: "timeout",
	UNTIMEOUT: "untimeout",
	JAIL: "role_add",
	UNJAIL: "role_remove",
};

/** What became of a case's order, and Discord's own number for a refusal. */
export type Outcome = { state: "none" | "done" | "failed"; failure: string | null; code: number | null };

/** One order in sixty-one failed: the bot's role stood too low that day. */
export function outcomeOf({ type, number }: CaseDraft): Outcome {
	if (type === null || DEEDS[type] === undefined) return { state: "none", failure: null, code: null };
	return number % 61 === 0
		? { state: "failed", failure: "missing_permission", code: 50013 }
		: { state: "done", failure: null, code: null };
}

function payloadOf(crowd: Crowd, { type, at: made, expiresAt }: CaseDraft): Record<string, unknown> {
	switch (DEEDS[type ?? "WARN"]) {
		case "ban":
			return { deleteSeconds: 0 };
		case "timeout":
			return { until: new Date(expiresAt ?? made).toISOString() };
		case "role_add":
		case "role_remove":
			return { roleId: crowd.guild.roles.find(({ key }) => key === "muted")?.id ?? "" };
		default:
			return {};
	}
}

/** The orders that carried the cases out, each done or refused; `caseId` comes before the number of the first case. */
export function orderTable(crowd: Crowd, cases: readonly CaseDraft[], caseId: number): TableRows {
	const ordered = cases.filter((entry) => outcomeOf(entry).state !== "none");
	return {
		table: "discord_orders",
		rows: ordered.map((entry): Row => {
			const key = `case ${crowd.guild.id}/${entry.number}`;
			const { state, failure, code } = outcomeOf(entry);
			return {
				id: uuidFor(key),
				guild_id: crowd.guild.id,
				kind: DEEDS[entry.type ?? "WARN"] ?? "warn",
				target_id: entry.user.user.id,
				payload: json(payloadOf(crowd, entry)),
				reason: entry.reason,
				case_id: caseId + entry.number,
				state,
				attempts: 1,
				failure,
				code,
				idempotency_key: key,
				requested_by: entry.moderator.user.id,
				requested_at: at(entry.at),
				finished_at: at(entry.at + CARRIED_OUT_MS),
			};
		}),
	};
}

/**
 * Who is banned when the demo begins, by the case that did it. A ban stands until an unban or, for a time, until its case
 * is closed; whoever is a member is not banned.
 */
export function standingBans(cases: readonly CaseDraft[]): CaseDraft[] {
	const standing = new Map<string, CaseDraft>();
	for (const entry of cases) {
		const { id } = entry.user.user;
		if (outcomeOf(entry).state !== "done") continue;
		if (entry.type === "UNBAN") standing.delete(id);
		const lasts = entry.type !== "TEMPBAN" || entry.closedAt === null;
		if (DEEDS[entry.type ?? "WARN"] === "ban" && lasts && entry.user.leftAt !== null) standing.set(id, entry);
	}
	return [...standing.values()];
}

/** The same as rows. */
export function banTable(crowd: Crowd, cases: readonly CaseDraft[]): TableRows {
	return {
		table: "discord_guild_bans",
		rows: standingBans(cases).map((entry) => ({
			guild_id: crowd.guild.id,
			user_id: entry.user.user.id,
			reason: entry.reason,
			banned_at: at(entry.at + CARRIED_OUT_MS),
			observed_at: at(entry.at + CARRIED_OUT_MS),
		})),
	};
}
