import type { OpenableType, OpenCase } from "./request-schema";

/** What a moderator does to a member, in the order of severity. */
export const acts = ["warn", "timeout", "untimeout", "kick", "ban", "unban", "jail"] as const;
export type Act = (typeof acts)[number];

/** What can be done to many at once. */
export const bulkActs = ["timeout", "kick", "ban"] as const;
export type BulkAct = (typeof bulkActs)[number];

/** Acts that take something away: their dialog begins on Cancel. */
export const destructive: ReadonlySet<string> = new Set(["timeout", "kick", "ban", "jail"]);

/** Choices in seconds; 0 is no end. */
export const durations = {
	timeout: [60, 300, 600, 3600, 21_600, 86_400, 604_800, 2_419_200],
	ban: [0, 86_400, 259_200, 604_800, 2_592_000, 7_776_000],
	open: [0, 3600, 86_400, 604_800, 2_592_000],
} as const;
/** How much of a banned member's messages goes too, in seconds. */
export const purges = [0, 3600, 21_600, 86_400, 259_200, 604_800] as const;

export type Seconds = (typeof durations)[keyof typeof durations][number];
export type Purge = (typeof purges)[number];

/** What a dialog holds before it is sent. */
export type Draft = { reason: string; duration: Seconds; purge: Purge; message: string };

/** What a dialog begins with. */
export function emptyDraft(act: string): Draft {
	return { reason: "", duration: act === "timeout" ? 3600 : 0, purge: 0, message: "" };
}

/** The choices of duration that fit; empty where nothing runs out. */
export function durationsOf(act: string): readonly Seconds[] {
	if (act === "timeout") return durations.timeout;
	if (act === "ban") return durations.ban;
	return act === "jail" || act === "own" ? durations.open : [];
}

const types: Record<Act, OpenableType> = {
	warn: "WARN",
	timeout: "TIMEOUT",
	untimeout: "UNTIMEOUT",
	kick: "KICK",
	ban: "BAN",
	unban: "UNBAN",
	jail: "JAIL",
};

/**
 * The request that a draft makes.
 * @param act one of `acts`, or `custom:` and the id of the server's own type
 * @param idempotencyKey the same for each attempt at the same deed
 */
export function caseRequest(act: string, member: string, draft: Draft, idempotencyKey: string): OpenCase {
	const known = acts.find((name) => name === act);
	const timed = draft.duration > 0 && durationsOf(known ?? "own").length > 0;
	return {
		member,
		type: known === undefined ? act : known === "ban" && timed ? "TEMPBAN" : types[known],
		reason: draft.reason.trim(),
		...(timed ? { duration: draft.duration } : {}),
		...(known === "ban" && draft.purge > 0 ? { deleteSeconds: draft.purge } : {}),
		...(known === "warn" && draft.message.trim() !== "" ? { message: draft.message.trim() } : {}),
		idempotencyKey,
	};
}
