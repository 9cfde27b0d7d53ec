import type { Random } from "../random";
import { snowflakeAt } from "../snowflake";
import type { World } from "../world/types";
import type { CaseDraft } from "./cases";
import type { Crowd } from "./crowd";
import type { Ledger, Sample } from "./ledger";
import { moments } from "./rhythm";
import { at, json, type Row, type TableRows } from "./rows";
import { staffOf } from "./staff";
import { errand, type Native } from "./staff-errands";

/** Discord's numbers for what a case does. */
const CASE_ACTIONS: Readonly<Record<string, number>> = {
	BAN: 22,
	TEMPBAN: 22,
	HACKBAN: 22,
	UNBAN: 23,
	KICK: 20,
	TIMEOUT: 24,
	UNTIMEOUT: 24,
	JAIL: 25,
	UNJAIL: 25,
};

function caseEntry(crowd: Crowd, entry: CaseDraft): Native | undefined {
	const action = CASE_ACTIONS[entry.type ?? ""];
	if (action === undefined) return undefined;
	const base = { action, target: entry.user.user.id, reason: entry.reason };
	if (action === 24) {
		const until = entry.expiresAt === null ? {} : { new_value: new Date(entry.expiresAt).toISOString() };
		return { ...base, changes: [{ key: "communication_disabled_until", ...until }] };
	}
	const muted = crowd.guild.roles.find((role) => role.key === "muted");
	if (action !== 25 || !muted) return base;
	const key = entry.type === "JAIL" ? "$add" : "$remove";
	return { ...base, changes: [{ key, new_value: [{ id: muted.id, name: muted.name }] }] };
}

function deletion(message: Sample): Native {
	return { action: 72, target: message.authorId, options: { channel_id: message.channelId, count: "1" } };
}

/** Discord's own log of one server, mirrored past its 45 days. */
export function nativeAuditTable(
	world: World,
	crowd: Crowd,
	random: Random,
	caused: { cases: readonly CaseDraft[]; ledger: Ledger },
): TableRows {
	const { guild, start, end } = crowd;
	const staff = staffOf(crowd, "moderator");
	const rows: Row[] = [];
	const add = (actor: string, when: number, entry: Native) => {
		rows.push({
			id: snowflakeAt(when, rows.length),
			guild_id: guild.id,
			action_type: entry.action,
			user_id: actor,
			target_id: entry.target,
			changes: json(entry.changes ?? null),
			options: json(entry.options ?? null),
			reason: entry.reason ?? null,
			recorded_at: at(when + 900),
		});
	};
	for (const entry of caused.cases) {
		const native = caseEntry(crowd, entry);
		if (native) add(world.application.bot.id, entry.at + 300, native);
	}
	for (const message of caused.ledger.deleted) {
		if (random.chance(0.35))
			add(random.pick(staff).user.id, Math.min(message.at + 240_000, end), deletion(message));
	}
	const total = guild.key === "harbor" ? 1500 : 40;
	for (const when of moments(random, { start, end, total, timeZone: guild.timeZone, growth: 1.5 })) {
		add(random.pick(staff).user.id, when, errand(random, crowd));
	}
	return { table: "discord_native_audit_log", rows };
}
