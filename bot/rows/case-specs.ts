import type { AuditEntry } from "@/bot/rows/audit-log";
import { snowflakeIso } from "@/bot/rows/moments";
import type { CaseTypeCode } from "@/lib/cases/kinds";

/** What an entry of Discord's log is as a case. */
export type CaseSpec = {
	type: CaseTypeCode;
	/** Types of cases that the same deed may have been written down as. */
	alike: readonly CaseTypeCode[];
	/** Types of the member's open cases that end with it. */
	ends: readonly CaseTypeCode[];
	/** Whether it goes on until something ends it. */
	lasts: boolean;
	/** ISO. */
	expiresAt: string | null;
	/** Whether the entry leaves out until when it goes on; the member's row may say it. */
	untold?: true;
};

const bans = ["BAN", "TEMPBAN", "HACKBAN"] as const;

/** AUTO_MODERATION_USER_COMMUNICATION_DISABLED. */
export const AUTO_MODERATION_TIMEOUT = 145;

/** MEMBER_KICK, MEMBER_BAN_ADD, MEMBER_BAN_REMOVE, and a timeout by a rule. */
const byAction: Partial<Record<number, CaseSpec>> = {
	20: { type: "KICK", alike: ["KICK"], ends: [], lasts: false, expiresAt: null },
	22: { type: "BAN", alike: bans, ends: [], lasts: true, expiresAt: null },
	23: { type: "UNBAN", alike: ["UNBAN"], ends: bans, lasts: false, expiresAt: null },
	[AUTO_MODERATION_TIMEOUT]: {
		type: "TIMEOUT",
		alike: ["TIMEOUT"],
		ends: ["TIMEOUT"],
		lasts: true,
		expiresAt: null,
		untold: true,
	},
};

const MEMBER_UPDATE = 24;

/** The actions that may become cases. */
export const caseActions: readonly number[] = [...Object.keys(byAction).map(Number), MEMBER_UPDATE];

/** The case that an entry is, if it is one: bans, kicks, and timeouts that were given, also by rules, changed or taken back. */
export function caseSpecOf(entry: AuditEntry): CaseSpec | undefined {
	return entry.actionType === MEMBER_UPDATE ? timeout(entry) : byAction[entry.actionType];
}

/** A timeout that runs out by itself is in no log; one that is changed ends the case that said otherwise. */
function timeout({ id, changes }: AuditEntry): CaseSpec | undefined {
	const change = changes?.find(({ key }) => key === "communication_disabled_until");
	if (!change) return undefined;
	const moment = Date.parse(snowflakeIso(id));
	const lastsTo = (value: unknown) =>
		typeof value === "string" && Date.parse(value) > moment ? value : null;
	const expiresAt = lastsTo(change.new_value);
	if (expiresAt) return { type: "TIMEOUT", alike: ["TIMEOUT"], ends: ["TIMEOUT"], lasts: true, expiresAt };
	const wasOver = typeof change.old_value === "string" && !lastsTo(change.old_value);
	if (wasOver) return undefined;
	return { type: "UNTIMEOUT", alike: ["UNTIMEOUT"], ends: ["TIMEOUT"], lasts: false, expiresAt: null };
}

/** The number of the case that the worker, or the bot, named when it did this: `Case #12: …`. */
export function namedCase(reason: string | null): number | undefined {
	const digits = /\bCase #(\d{1,9})\b/.exec(reason ?? "")?.[1];
	return digits === undefined ? undefined : Number(digits);
}
