import { isThread } from "@/lib/discord/channels";
import { effectivePermissions, type Overwrite } from "@/lib/discord/effective-permissions";
import { hasBit, type PermissionName } from "@/lib/discord/permissions";

export type KnownChannel = {
	id: string;
	name: string | null;
	type: string;
	deleted: boolean;
	parentId: string | null;
	overwrites: Overwrite[];
};

/** What a guild's settings can point to, and who the bot is there. */
export type Directory = {
	guild: { id: string; ownerId: string };
	/** null where it is not known what the bot may do. */
	bot: { userId: string; roleIds: string[]; timedOutUntil: string | null } | null;
	channels: readonly KnownChannel[];
	roles: readonly { id: string; permissions: string; deleted: boolean }[];
};

type Settings = Readonly<Record<string, unknown>>;

/** Channels that the bot writes in; it only reads in those of the support assistant if it cannot answer. */
const written: Readonly<Record<string, string>> = {
	mod_log_id: "mod log",
	audit_log_id: "audit log",
	join_log_id: "join log",
	private_log_id: "private log",
	report_log_id: "report log",
	dev_log_id: "developer log",
	starboard_channel_id: "starboard",
};

/**
 * What keeps the settings from working, as one English sentence for whoever saved them; null where nothing does.
 * @param settings by the names of their columns; ids are text
 */
export function problemOf(settings: Settings, directory: Directory): string | null {
	for (const [name, label] of Object.entries(written)) {
		const found = channelProblem(`The ${label} channel`, settings[name], directory, true);
		if (found) return found;
	}
	const jail = channelProblem("The jail channel", settings.jail_channel_id, directory, false);
	if (jail) return jail;
	for (const id of Array.isArray(settings.channels) ? settings.channels : []) {
		const found = channelProblem(
			"A channel of the support assistant",
			id,
			directory,
			settings.enabled === true,
		);
		if (found) return found;
	}
	return roleProblem(settings, directory);
}

function channelProblem(subject: string, id: unknown, directory: Directory, writes: boolean): string | null {
	if (typeof id !== "string") return null;
	const channel = directory.channels.find((one) => one.id === id);
	if (!channel || channel.deleted) return `${subject} no longer exists.`;
	const missing = writes ? missingIn(channel, directory) : undefined;
	if (!missing) return null;
	const named = `${subject} (#${channel.name ?? id})`;
	return missing === "VIEW_CHANNEL"
		? `${named} cannot be seen by the bot.`
		: `${named} does not let the bot write: it needs Send Messages.`;
}

function missingIn(
	channel: KnownChannel,
	{ guild, bot, roles, channels }: Directory,
): PermissionName | undefined {
	if (!bot) return undefined;
	const parent = channels.find(({ id }) => id === channel.parentId);
	const { bits } = effectivePermissions({
		...{ guild, member: bot, at: new Date(), channel },
		roles: roles.filter(({ deleted }) => !deleted),
		...(parent && { parentChannel: parent }),
	});
	const sending = isThread(channel.type) ? "SEND_MESSAGES_IN_THREADS" : "SEND_MESSAGES";
	return (["VIEW_CHANNEL", sending] as const).find((name) => !hasBit(bits, name));
}

function roleProblem(settings: Settings, { roles }: Directory): string | null {
	const standing = new Set(roles.filter(({ deleted }) => !deleted).map(({ id }) => id));
	for (const [name, id] of Object.entries(settings)) {
		if (!name.endsWith("_role_id") || typeof id !== "string" || standing.has(id)) continue;
		const level = /^perm_level_(\d)/.exec(name)?.[1];
		const subject = level ? `The role of level ${level}` : `The ${name.replace("_role_id", "")} role`;
		return `${subject} no longer exists.`;
	}
	return null;
}
