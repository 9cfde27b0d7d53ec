import type { APIAuditLogEntry } from "discord-api-types/v10";
import type { Told } from "@/bench/soak/expected/told";
import { type Cells, json, moment, plain, type TableExpectation } from "@/bench/soak/table";
import { snowflakeTime } from "@/lib/discord/snowflake";

const present = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, plain(name)]));

/** Discord's own audit log, the cases that follow from it, and uses of commands with their answers. */
export function moderationOf(told: Told): TableExpectation[] {
	return [auditLog(told), cases(told), executions(told)];
}

function auditLog({ dump }: Told): TableExpectation {
	return {
		table: "discord_native_audit_log",
		key: ["id"],
		columns: {
			...present(["id", "action_type", "user_id", "target_id", "reason"]),
			changes: json("changes"),
			options: json("options"),
		},
		rows: dump.audit_log.map((entry) => ({ ...entry })),
	};
}

const [kick, ban, unban, memberUpdate] = [20, 22, 23, 24];
const timedOut = "communication_disabled_until";

function caseOf(
	entry: APIAuditLogEntry,
): { type: string; ends: string | null; until: string | null } | undefined {
	if (entry.action_type === kick) return { type: "KICK", ends: null, until: null };
	if (entry.action_type === ban) return { type: "BAN", ends: null, until: null };
	if (entry.action_type === unban) return { type: "UNBAN", ends: "BAN", until: null };
	const change = entry.action_type === memberUpdate && entry.changes?.find(({ key }) => key === timedOut);
	if (!change) return undefined;
	const moment = Number(snowflakeTime(entry.id));
	const future = (value: unknown) => typeof value === "string" && Date.parse(value) > moment;
	if (future(change.new_value)) return { type: "TIMEOUT", ends: "TIMEOUT", until: String(change.new_value) };
	if (typeof change.old_value === "string" && !future(change.old_value)) return undefined;
	return { type: "UNTIMEOUT", ends: "TIMEOUT", until: null };
}

/** One case for each deed; a later deed ends what it undoes, and a timeout ends by itself. */
function casesIn(entries: readonly APIAuditLogEntry[], now: number): Cells[] {
	const made: (Cells & { case_type: string; target: string | null; until: string | null; open: boolean })[] =
		[];
	for (const entry of entries) {
		const deed = caseOf(entry);
		if (!deed) continue;
		for (const earlier of made) {
			if (earlier.target === entry.target_id && earlier.case_type === deed.ends) earlier.open = false;
		}
		made.push({
			audit_log_entry_id: entry.id,
			case_type: deed.type,
			target: entry.target_id,
			case_user_id: entry.target_id,
			case_moderator_id: entry.user_id,
			case_reason: entry.reason ?? "",
			until: deed.until,
			case_expires_at: deed.until,
			open: deed.type === "BAN" || (deed.until !== null && Date.parse(deed.until) > now),
		});
	}
	return made;
}

function cases({ dump, state }: Told): TableExpectation {
	return {
		table: "cases",
		key: ["audit_log_entry_id"],
		columns: {
			...present(["audit_log_entry_id", "case_type", "case_user_id", "case_moderator_id", "case_reason"]),
			case_expires_at: moment("case_expires_at"),
			open: plain("case_status AND (case_expires_at IS NULL OR case_expires_at > now())"),
		},
		rows: casesIn(dump.audit_log, state.now()),
	};
}

const kinds: Record<number, string> = { 2: "application_command", 3: "message_component", 5: "modal_submit" };

function executions({ dump, missed, losses }: Told): TableExpectation {
	const answers = new Map<string, string>();
	for (const { id, interaction_metadata: of } of dump.messages) {
		if (of && !answers.has(of.id)) answers.set(of.id, id);
	}
	return {
		table: "discord_command_executions",
		key: ["id"],
		columns: {
			...present(["id", "channel_id", "user_id", "interaction_type", "command_id", "command_name"]),
			...{ custom_id: plain("coalesce(custom_id, modal_custom_id)"), executed_at: moment("executed_at") },
			responded_at: moment("responded_at"),
		},
		rows: dump.interactions.map((interaction) => {
			const answer = answers.get(interaction.id);
			return {
				...{ id: interaction.id, channel_id: interaction.channelId, user_id: interaction.userId },
				...{
					command_id: interaction.commandId,
					command_name: interaction.name,
					custom_id: interaction.customId,
				},
				interaction_type: kinds[interaction.type],
				executed_at: snowflakeTime(interaction.id).toISOString(),
				responded_at: answer === undefined ? null : snowflakeTime(answer).toISOString(),
			};
		}),
		excuse: ({ id }, { kind }) => {
			const unheard = missed(`made:interaction:${id}`) !== undefined;
			if (kind === "missing") return unheard ? "interactions are told once" : undefined;
			return losses.ofCreation(answers.get(id ?? "") ?? "");
		},
	};
}
