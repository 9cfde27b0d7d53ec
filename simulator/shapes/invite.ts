import type { LivingGuild, LivingInvite } from "../state/types";
import { noFlags } from "./user";

/** An invite as those who manage the guild see it. */
export function inviteShape(guild: LivingGuild, invite: LivingInvite) {
	const { guild_id, channel_id, ...own } = invite;
	const channel = guild.channels.get(channel_id);
	const {
		id,
		name,
		icon,
		description,
		features,
		splash,
		banner,
		vanity_url_code,
		verification_level,
		nsfw_level,
	} = guild.settings;
	return {
		...own,
		type: 0,
		flags: noFlags,
		guild_id,
		channel: channel ? { id: channel.id, name: channel.name, type: channel.type } : null,
		guild: {
			id,
			name,
			icon,
			description,
			features,
			splash,
			banner,
			vanity_url_code,
			verification_level,
			nsfw_level,
			nsfw: guild.settings.nsfw,
			premium_subscription_count: guild.settings.premium_subscription_count,
			premium_tier: guild.settings.premium_tier,
		},
	};
}
