import { wordOf } from "./word-of";

/** Discord's number for each kind of channel and the text name the database stores. */
const numbers = {
	guild_text: 0,
	dm: 1,
	guild_voice: 2,
	group_dm: 3,
	guild_category: 4,
	guild_announcement: 5,
	announcement_thread: 10,
	public_thread: 11,
	private_thread: 12,
	guild_stage_voice: 13,
	guild_directory: 14,
	guild_forum: 15,
	guild_media: 16,
} as const;

export type ChannelTypeName = keyof typeof numbers;

/** The icon before a channel's name. */
export type ChannelIcon =
	| "text"
	| "voice"
	| "stage"
	| "category"
	| "announcement"
	| "thread"
	| "private-thread"
	| "forum"
	| "media"
	| "directory"
	| "direct"
	| "unknown";

const icons: Record<ChannelTypeName, ChannelIcon> = {
	guild_text: "text",
	dm: "direct",
	guild_voice: "voice",
	group_dm: "direct",
	guild_category: "category",
	guild_announcement: "announcement",
	announcement_thread: "thread",
	public_thread: "thread",
	private_thread: "private-thread",
	guild_stage_voice: "stage",
	guild_directory: "directory",
	guild_forum: "forum",
	guild_media: "media",
};

const names: Partial<Record<number, ChannelTypeName>> = Object.fromEntries(
	Object.entries(numbers).map(([name, number]) => [number, name as ChannelTypeName]),
);

/** Whether the text is a channel type this table knows. */
export function isChannelTypeName(name: string): name is ChannelTypeName {
	return Object.hasOwn(numbers, name);
}

/** The stored name of a Discord number; a number that Discord added later becomes `unknown_<n>`. */
export function channelTypeName(number: number): ChannelTypeName | `unknown_${number}` {
	return wordOf(names, number);
}

/** The key of the picture; a type nobody knows has its own. */
export function channelIcon(name: string): ChannelIcon {
	return isChannelTypeName(name) ? icons[name] : "unknown";
}

/** Threads take their overwrites from the channel they hang under. */
export function isThread(name: string): boolean {
	return name === "public_thread" || name === "private_thread" || name === "announcement_thread";
}

/** Channels people talk in by voice: without Connect nothing else in them works. */
export function isVoice(name: string): boolean {
	return name === "guild_voice" || name === "guild_stage_voice";
}

/** Forums and media channels hold posts (threads) and no messages of their own. */
export function isForum(name: string): boolean {
	return name === "guild_forum" || name === "guild_media";
}

/** Whether messages can be sent in the channel itself. */
export function holdsMessages(name: string): boolean {
	return !isForum(name) && name !== "guild_category" && name !== "guild_directory";
}
