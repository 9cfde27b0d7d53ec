import type { APIGuildMember, GatewayGuildCreateDispatchData } from "discord-api-types/v10";
import type { LivingGuild } from "../state/types";
import { memberCount } from "./guild";

/** From how many members on a guild is large, when a session does not say. */
export const fewMembers = 50;

/** What a guild is made of, for a session that may now hear of it. @param threshold `large_threshold`, 50 to 250 */
export function guildCreate(
	core: { botId: string },
	guild: LivingGuild,
	threshold: number,
): GatewayGuildCreateDispatchData {
	const large = guild.members.size > threshold;
	const payload = {
		...guild.settings,
		roles: [...guild.roles.values()],
		emojis: [...guild.emojis.values()],
		stickers: [...guild.stickers.values()],
		joined_at: guild.members.get(core.botId)?.joined_at ?? "",
		large,
		unavailable: false,
		member_count: memberCount(guild),
		voice_states: [...guild.voice.values()].map(({ guild_id: _, ...voice }) => voice),
		members: large ? presentMembers(guild, core.botId) : [...guild.members.values()],
		channels: [...guild.channels.values()],
		threads: openThreads(guild, core.botId),
		presences: [],
		stage_instances: [],
		guild_scheduled_events: [...guild.events.values()].map(({ fields }) => fields),
		soundboard_sounds: [],
	};
	return payload as GatewayGuildCreateDispatchData;
}

/** Threads that are not archived, each with the bot's membership where it has one. */
export function openThreads(guild: LivingGuild, botId: string) {
	const open = [...guild.threads.values()].filter(({ fields }) => !fields.thread_metadata.archived);
	return open.map(({ fields, members }) => {
		const own = members.get(botId);
		return own ? { ...fields, member: own } : { ...fields };
	});
}

/** Of a large guild Discord sends the owner, the bot and those who are online. */
function presentMembers(guild: LivingGuild, botId: string): APIGuildMember[] {
	const present: APIGuildMember[] = [];
	const every = Math.max(1, Math.floor(guild.members.size / Math.max(1, guild.online)));
	let index = 0;
	for (const member of guild.members.values()) {
		const known = member.user.id === botId || member.user.id === guild.settings.owner_id;
		const online = guild.voice.has(member.user.id) || index++ % every === 0;
		if (known || online) present.push(member);
	}
	return present;
}
