import {
	type AuditCategory,
	auditAction,
	auditActionNumber,
	auditActionsIn,
} from "@/lib/discord/audit-actions";
import type { AuditEntry, AuditKind } from "./schema";

type KindContent = { discord: readonly AuditCategory[]; bot: readonly string[]; tables: readonly string[] };

/** What belongs to a kind in each log: groups of Discord's actions, the bot's words, tables of the dashboard. */
const contents: Record<AuditKind, KindContent> = {
	members: {
		discord: ["member"],
		bot: ["member_banned", "member_kicked", "member_role_added", "member_role_removed"],
		tables: ["levels", "afk"],
	},
	moderation: {
		discord: ["automod"],
		bot: ["other"],
		tables: ["cases", "notes", "case_appeals", "custom_case_types"],
	},
	messages: {
		discord: ["message"],
		bot: ["message_sent", "message_edited", "message_deleted"],
		tables: ["starboard_entries"],
	},
	channels: {
		discord: ["channel", "thread", "stage", "voice"],
		bot: ["channel_created", "channel_updated", "channel_deleted"],
		tables: [],
	},
	roles: { discord: ["role"], bot: [], tables: [] },
	commands: { discord: ["command"], bot: ["command_executed"], tables: ["guild_permissions"] },
	configuration: {
		discord: [],
		bot: [],
		tables: ["guild_config", "guild_dynamic_config", "report_schedules", "starboard_config"],
	},
	access: { discord: [], bot: [], tables: ["server_admins"] },
	content: {
		discord: [],
		bot: [],
		tables: [
			"snippets",
			"reminders",
			"discord_narrative_posts",
			"knowledge_documents",
			"forwarded_tickets",
			"saved_charts",
			"pinned_charts",
		],
	},
	server: {
		discord: ["guild", "integration", "onboarding", "monetization"],
		bot: [],
		tables: ["subscriptions", "discord_guilds"],
	},
	expressions: { discord: ["emoji", "sticker", "soundboard"], bot: [], tables: [] },
	events: { discord: ["event"], bot: [], tables: [] },
	invites: { discord: ["invite"], bot: [], tables: [] },
	webhooks: { discord: ["webhook"], bot: ["webhook_created", "webhook_deleted"], tables: [] },
};

/** What a kind is in each log; a log without any is not asked. */
export function contentOf(kind: AuditKind): {
	actionTypes: number[];
	botActions: readonly string[];
	tables: readonly string[];
} {
	const { discord, bot, tables } = contents[kind];
	return { actionTypes: discord.flatMap(auditActionsIn), botActions: bot, tables };
}

/** What an entry is about; null for actions and tables that came after this list. */
export function kindOf({
	source,
	action,
	table,
}: Pick<AuditEntry, "source" | "action" | "table">): AuditKind | null {
	const kinds = Object.entries(contents) as [AuditKind, KindContent][];
	const category = source === "discord" ? auditAction(auditActionNumber(action) ?? -1).category : null;
	const found = kinds.find(([, { discord, bot, tables }]) => {
		if (source === "discord") return category !== null && discord.includes(category);
		return source === "bot" ? bot.includes(action) : tables.includes(table ?? "");
	});
	return found?.[0] ?? null;
}
