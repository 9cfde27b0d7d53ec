import type { Core } from "./core";
import { reactionList } from "./message-events";
import type { LivingGuild, LivingMessage } from "./types";

/**
 * A guild as plain rows, sorted by id, for comparing it with what somebody stored of it. Everything is in Discord's
 * words; deleted messages are there with `deleted_at`.
 */
export function dumpGuild(core: Core, guild: LivingGuild) {
	return {
		guild: { ...guild.settings, member_count: guild.members.size },
		channels: [...guild.channels.values()],
		threads: [...guild.threads.values()].map(({ fields, members }) => ({
			...fields,
			members: [...members.values()],
		})),
		roles: [...guild.roles.values()],
		members: [...guild.members.values()],
		users: [...guild.members.values()].map(({ user }) => user),
		bans: [...guild.bans.values()].map(({ user, reason }) => ({ user_id: user.id, reason })),
		emojis: [...guild.emojis.values()],
		stickers: [...guild.stickers.values()],
		voice_states: [...guild.voice.values()],
		scheduled_events: [...guild.events.values()].map(({ fields, users }) => ({
			...fields,
			user_ids: [...users],
		})),
		invites: [...guild.invites.values()],
		webhooks: [...guild.webhooks.values()],
		interactions: guild.interactions,
		audit_log: guild.audit,
		messages: messagesOf(core, guild.id).map((message) => messageRow(core, message)),
	};
}

export type GuildDump = ReturnType<typeof dumpGuild>;

function messagesOf(core: Core, guildId: string): LivingMessage[] {
	return [...core.messages.values()].flatMap((channel) =>
		[...channel.values()].filter((message) => message.guildId === guildId),
	);
}

/** `reactions` counts, `reactors` says who: `{ emoji_key, user_id, burst }`. */
function messageRow(core: Core, message: LivingMessage) {
	const { referenced_message: _, ...fields } = message.fields;
	const reactors = [...message.reactions].flatMap(([emoji_key, { users, burstUsers }]) => [
		...[...users].map((user_id) => ({ emoji_key, user_id, burst: false })),
		...[...burstUsers].map((user_id) => ({ emoji_key, user_id, burst: true })),
	]);
	return {
		...fields,
		guild_id: message.guildId,
		reactions: reactionList(core, message),
		reactors,
		deleted_at: message.deletedAt,
	};
}
