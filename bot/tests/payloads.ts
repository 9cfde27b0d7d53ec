import { applicationId, botId } from "@/bot/tests/feed";

/** Ids of a made-up guild, as Discord would give them on 2026-11-21. */
export const guildId = "1441000000000000001";
export const channelId = "1441000000000000002";

const epoch = 1_420_070_400_000n;

/** An id made at that time of 2026-11-21 (UTC, `HH:MM:SS.mmm`). */
export function idAt(time: string, low = 0): string {
	return String(((BigInt(Date.parse(`2026-11-21T${time}Z`)) - epoch) << 22n) + BigInt(low));
}

export const person = (n: number) => ({
	id: String(1_300_000_000_000_000_000n + BigInt(n)),
	username: `person_${n}`,
	discriminator: "0",
	global_name: null,
	avatar: null,
});

export const membership = (...roles: string[]) => ({
	roles,
	nick: null,
	joined_at: "2024-01-01T00:00:00.000000+00:00",
	deaf: false,
	mute: false,
	flags: 0,
});

type Fields = Record<string, unknown>;

/** A message as MESSAGE_CREATE carries it. */
export function message(id: string, author: ReturnType<typeof person>, fields: Fields = {}): Fields {
	return {
		...{ id, channel_id: channelId, guild_id: guildId, author, member: membership() },
		...{ type: 0, content: "words", timestamp: timeOf(id), edited_timestamp: null },
		...{ tts: false, pinned: false, mention_everyone: false, flags: 0, nonce: "1" },
		...{ mentions: [], mention_roles: [], attachments: [], embeds: [], components: [] },
		...fields,
	};
}

/** The time in an id, written as Discord does. */
export function timeOf(id: string): string {
	return new Date(Number((BigInt(id) >> 22n) + epoch)).toISOString().replace("Z", "000+00:00");
}

export const embed = (title: string) => ({
	...{ type: "rich", title, description: "more", color: 255, timestamp: "2026-11-21T10:00:00.000Z" },
	fields: [
		{ name: "one", value: "1", inline: true },
		{ name: "two", value: "2" },
	],
	footer: { text: "foot", icon_url: "https://example.com/f.png" },
	image: { url: "https://example.com/i.png", proxy_url: "https://example.com/p.png", height: 4, width: 3 },
	author: { name: "somebody", url: "https://example.com", icon_url: null },
});

export const attachment = (id: string, filename = "a.png") => ({
	...{ id, filename, size: 12, url: `https://cdn.example.com/${filename}`, proxy_url: null },
	...{ content_type: "image/png", height: 10, width: 20, flags: 0 },
});

/** A use of `/name`. */
export function command(
	id: string,
	by: ReturnType<typeof person>,
	name: string,
	options: unknown[] = [],
): Fields {
	return {
		...{ id, application_id: applicationId, type: 2, token: "secret", version: 1 },
		...{ guild_id: guildId, channel_id: channelId, member: { ...membership(), user: by } },
		data: { id: "1441000000000000900", name, type: 1, options },
	};
}

/** This application's message that answers an interaction. */
export function answer(id: string, interactionId: string, fields: Fields = {}): Fields {
	const bot = { ...person(0), id: botId, bot: true };
	return message(id, bot, {
		...{ application_id: applicationId, type: 20 },
		interaction_metadata: { id: interactionId, type: 2, user: person(1) },
		...fields,
	});
}

export const unicode = (name: string) => ({ id: null, name });

export function reaction(messageId: string, by: ReturnType<typeof person>, emoji: object): Fields {
	return { message_id: messageId, channel_id: channelId, guild_id: guildId, user_id: by.id, emoji };
}
