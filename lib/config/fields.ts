import type { Level } from "@/lib/auth/permissions";
import { limits, type SettingName } from "./schema";

/** What a setting is chosen with. */
export type Control =
	| { kind: "text"; max: number }
	| { kind: "longText"; max: number }
	| { kind: "number"; min: number; max: number }
	| { kind: "switch" | "channel" | "channels" | "role" | "timeZone" | "language" | "locale" };

export type ControlKind = Control["kind"];

export const controls: Record<SettingName, Control> = {
	prefix: { kind: "text", max: limits.prefix },
	time_zone: { kind: "timeZone" },
	locale: { kind: "locale" },
	mod_log_id: { kind: "channel" },
	audit_log_id: { kind: "channel" },
	join_log_id: { kind: "channel" },
	private_log_id: { kind: "channel" },
	report_log_id: { kind: "channel" },
	dev_log_id: { kind: "channel" },
	jail_role_id: { kind: "role" },
	jail_channel_id: { kind: "channel" },
	starboard_channel_id: { kind: "channel" },
	perm_level_0_role_id: { kind: "role" },
	perm_level_1_role_id: { kind: "role" },
	perm_level_2_role_id: { kind: "role" },
	perm_level_3_role_id: { kind: "role" },
	perm_level_4_role_id: { kind: "role" },
	perm_level_5_role_id: { kind: "role" },
	perm_level_6_role_id: { kind: "role" },
	perm_level_7_role_id: { kind: "role" },
	enabled: { kind: "switch" },
	language: { kind: "language" },
	system_prompt: { kind: "longText", max: limits.systemPrompt },
	channels: { kind: "channels" },
	support_role_id: { kind: "role" },
	max_messages_per_user: { kind: "number", min: 1, max: limits.messagesPerUser },
	max_text_length: { kind: "number", min: 1, max: limits.textLength },
};

/** The form's sections in their order. */
export const sections = [
	{ name: "general", settings: ["prefix", "time_zone", "locale"] },
	{
		name: "logs",
		settings: ["mod_log_id", "audit_log_id", "join_log_id", "report_log_id", "private_log_id", "dev_log_id"],
	},
	{
		name: "levels",
		settings: [
			"perm_level_0_role_id",
			"perm_level_1_role_id",
			"perm_level_2_role_id",
			"perm_level_3_role_id",
			"perm_level_4_role_id",
			"perm_level_5_role_id",
			"perm_level_6_role_id",
			"perm_level_7_role_id",
		],
	},
	{ name: "moderation", settings: ["jail_role_id", "jail_channel_id"] },
	{ name: "starboard", settings: ["starboard_channel_id"] },
	{
		name: "support",
		settings: [
			"enabled",
			"language",
			"system_prompt",
			"channels",
			"support_role_id",
			"max_messages_per_user",
			"max_text_length",
		],
	},
] as const satisfies readonly { name: string; settings: readonly SettingName[] }[];

/** The lowest level that may change a setting: whoever names the role of a level must hold that level. */
export function levelNeeded(name: SettingName): Level {
	const level = Number(/^perm_level_(\d)_role_id$/.exec(name)?.[1] ?? 0);
	return Math.max(5, level) as Level;
}
