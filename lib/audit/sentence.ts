import { isAuditActionName } from "@/lib/discord/audit-actions";
import { record } from "./field-changes";
import type { AuditEntry, FieldChange } from "./schema";

/** What an entry says: the message below `audit.sentences.<source>`, and what fills its gaps besides the names. */
export type Sentence = {
	key: string;
	/** The one field that the sentence itself mentions. */
	field: FieldChange | null;
	/** The roles given or taken, the command, the bot's own word. */
	what: string;
	/** The target's name in the log, for when its id no longer refers to anything. */
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
	if (action === "insert") return plain("created");
	if (action === "delete") return plain("removed");
	const removal = fields.find(({ field }) => field === "is_deleted");
	if (removal) return plain(removal.after === true ? "removed" : "restored");
	const telling = fields.filter(({ field }) => !bookkeeping.test(field));
	const [only, more] = telling;
	if (!only) return plain("nothing");
	if (more) return { ...plain("fields"), count: telling.length };
	if (only.field === "is_active") return { ...plain(only.after ? "turnedOn" : "turnedOff"), field: only };
	const isTold = isShort(only.before) && isShort(only.after);
	if (table === "guild_config" && isTold) return { ...plain("setting"), field: only };
	return { ...plain(isTold ? "field" : "oneField"), field: only };
}

/** Longer texts and lists are shown beside the sentence. */
function isShort(value: unknown): boolean {
	return typeof value === "object" ? value === null : String(value).length <= 24;
}

/** Columns that keep the books of a row: they say nothing about what someone did. */
const bookkeeping =
	/^(created|updated|deleted)_(at|by)$|^is_deleted$|^(guild|server)_id$|^revision$|^(case|note)_(id|number|user_id|moderator_id)$/;

/** What is worth showing beside the sentence: the changed fields, unless the sentence already names them. */
export function toldBeside(entry: Told): FieldChange[] {
	const { key, field, what } = sentenceOf(entry);
	if ((field !== null && key !== "oneField") || what !== "") return [];
	const fields = entry.fields.filter(({ field: name }) => !bookkeeping.test(name));
	return entry.action === "insert" ? fields.filter(({ after }) => after !== null && after !== false) : fields;
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
	if (action === "command_executed") return { ...plain("command_executed"), what: commandIn(extra) };
	if (botActions.includes(action)) return plain(action);
	if (extra.case_number !== undefined) return { ...plain("case"), what: text(extra.case_number) };
	return { ...plain("unknown"), what: action };
}

/** Slash commands have lower-case names without spaces; entries of menus may have others. */
function commandIn({ command }: Record<string, unknown>): string {
	const name = text(command);
	return /^[\p{Ll}\p{Lo}\p{N}_-]+$/u.test(name) ? `/${name}` : name;
}

function discordSentence({ action, fields, extra }: Told): Sentence {
	const count = Number(extra.count ?? extra.members_removed ?? 1) || 1;
	if (!isAuditActionName(action)) return { ...plain("UNKNOWN"), what: action, count };
	const special = action === "MEMBER_ROLE_UPDATE" ? roleSentence(fields) : memberSentence(action, fields);
	return special ?? { ...plain(action), called: nameIn(fields), count };
}

/** Roles only added, or only removed; otherwise the general sentence. */
function roleSentence(fields: readonly FieldChange[]): Sentence | null {
	const [only, more] = fields;
	if (!only || more || (only.field !== "$add" && only.field !== "$remove")) return null;
	const roles = Array.isArray(only.after) ? only.after.map((role) => text(record(role).name)) : [];
	return {
		...plain(only.field === "$add" ? "ROLES_GIVEN" : "ROLES_TAKEN"),
		what: roles.join(", "),
	};
}

function memberSentence(action: string, fields: readonly FieldChange[]): Sentence | null {
	const [only, more] = fields;
	if (action !== "MEMBER_UPDATE" || !only || more) return null;
	if (only.field === "communication_disabled_until")
		return { ...plain(only.after === null ? "TIMEOUT_ENDED" : "TIMED_OUT"), field: only };
	return only.field === "nick" ? { ...plain("NICKNAME"), field: only } : null;
}

/** The name of something created or deleted: its id may no longer refer to anything. */
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
