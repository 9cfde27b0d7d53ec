import { isAuditActionName } from "@/lib/discord/audit-actions";
import { record } from "./field-changes";
import type { AuditEntry, FieldChange } from "./schema";

/** What an entry says: the message's key below `audit.sentences`, and what fills its gaps besides the names. */
export type Sentence = {
	key: string;
	/** The one field that the sentence itself tells of. */
	field: FieldChange | null;
	/** The roles given or taken, the command, the bot's own word. */
	what: string;
	/** What the target is called in the log, for when its id stands for nothing any more. */
	called: string;
	count: number;
};

type Told = Pick<AuditEntry, "source" | "action" | "table" | "fields" | "extra">;

/** Chooses the sentence for an entry. */
export function sentenceOf(entry: Told): Sentence {
	if (entry.source === "change") return changeSentence(entry);
	return entry.source === "bot" ? botSentence(entry) : discordSentence(entry);
}

function changeSentence({ action, table, fields }: Told): Sentence {
	const [only] = fields;
	if (action === "insert") return plain("change.created");
	if (action === "delete") return plain("change.removed");
	if (fields.length === 1 && only && isShort(only.before) && isShort(only.after))
		return { ...plain(table === "guild_config" ? "change.setting" : "change.field"), field: only };
	return { ...plain("change.fields"), count: fields.length };
}

/** Long texts and lists are shown in the entry's detail, not in a sentence. */
function isShort(value: unknown): boolean {
	return typeof value === "object" ? value === null : String(value).length <= 60;
}

const botActions = [
	"member_banned",
	"member_kicked",
	"member_role_added",
	"member_role_removed",
	"message_sent",
	"message_edited",
	"message_deleted",
	"channel_created",
	"channel_updated",
	"channel_deleted",
	"command_executed",
	"webhook_created",
	"webhook_deleted",
];

function botSentence({ action, extra }: Told): Sentence {
	if (action === "command_executed") return { ...plain("bot.command_executed"), what: text(extra.command) };
	if (botActions.includes(action)) return plain(`bot.${action}`);
	if (extra.case_number !== undefined) return { ...plain("bot.case"), what: text(extra.case_number) };
	return { ...plain("bot.unknown"), what: action };
}

function discordSentence({ action, fields, extra }: Told): Sentence {
	const count = Number(extra.count ?? extra.members_removed ?? 1) || 1;
	if (!isAuditActionName(action)) return { ...plain("discord.UNKNOWN"), what: action, count };
	const special = action === "MEMBER_ROLE_UPDATE" ? roleSentence(fields) : memberSentence(action, fields);
	return special ?? { ...plain(`discord.${action}`), called: nameIn(fields), count };
}

/** Roles that were only given, or only taken; else the general sentence. */
function roleSentence(fields: readonly FieldChange[]): Sentence | null {
	const [only, more] = fields;
	if (!only || more || (only.field !== "$add" && only.field !== "$remove")) return null;
	const roles = Array.isArray(only.after) ? only.after.map((role) => text(record(role).name)) : [];
	return {
		...plain(only.field === "$add" ? "discord.ROLES_GIVEN" : "discord.ROLES_TAKEN"),
		what: roles.join(", "),
	};
}

function memberSentence(action: string, fields: readonly FieldChange[]): Sentence | null {
	const [only, more] = fields;
	if (action !== "MEMBER_UPDATE" || !only || more) return null;
	if (only.field === "communication_disabled_until")
		return { ...plain(only.after === null ? "discord.TIMEOUT_ENDED" : "discord.TIMED_OUT"), field: only };
	return only.field === "nick" ? { ...plain("discord.NICKNAME"), field: only } : null;
}

/** What a thing that has come or gone is called: its id may stand for nothing any more. */
function nameIn(fields: readonly FieldChange[]): string {
	const named = fields.find(({ field }) => field === "name" || field === "code" || field === "title");
	return text(named?.after ?? named?.before);
}

function plain(key: string): Sentence {
	return { key, field: null, what: "", called: "", count: 1 };
}

function text(value: unknown): string {
	return value === null || value === undefined ? "" : String(value);
}
