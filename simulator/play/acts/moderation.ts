import { CASE_REASONS } from "@/prisma/seed/population/case-reasons";
import type { Act, Scene } from "../scene";

const reason = (scene: Scene, kind: keyof typeof CASE_REASONS) => scene.random.pick(CASE_REASONS[kind]);

/** A moderator lets somebody rest for a while, or ends that. */
export const timeout: Act = (scene) => {
	const userId = scene.ordinary();
	if (userId === undefined) return false;
	const { state, guildId, guild } = scene;
	const resting = guild.members.get(userId)?.communication_disabled_until ?? null;
	const until = state.core.time(state.now() + scene.random.pick([60, 600, 3_600, 86_400]) * 1_000);
	const patch = { communication_disabled_until: resting === null ? until : null };
	state.members.update(guildId, userId, patch, scene.moderator(reason(scene, "TIMEOUT")));
	return true;
};

export const ban: Act = (scene) => {
	const userId = scene.ordinary();
	if (userId === undefined) return false;
	const seconds = scene.random.chance(0.4) ? 3_600 : 0;
	scene.state.bans.add(scene.guildId, userId, scene.moderator(reason(scene, "BAN")), seconds);
	return true;
};

export const unban: Act = (scene) => {
	const banned = [...scene.guild.bans.keys()];
	if (banned.length === 0) return false;
	scene.state.bans.remove(scene.guildId, scene.random.pick(banned), scene.moderator("Appeal accepted"));
	return true;
};

export const kick: Act = (scene) => {
	const userId = scene.ordinary();
	if (userId === undefined) return false;
	scene.state.members.kick(scene.guildId, userId, scene.moderator(reason(scene, "KICK")));
	return true;
};

/** A moderator takes somebody's message away. */
export const removeMessage: Act = (scene) => {
	const message = scene.recent();
	if (!message) return false;
	scene.state.messages.delete(message.fields.channel_id, message.fields.id, scene.moderator());
	return true;
};

/** A moderator sweeps the end of a channel. */
export const sweep: Act = (scene) => {
	const channelId = scene.recent()?.fields.channel_id;
	if (channelId === undefined) return false;
	const last = [...(scene.state.core.messages.get(channelId)?.values() ?? [])].slice(
		-scene.random.int(2, 12),
	);
	const ids = last.map(({ fields }) => fields.id);
	scene.state.messages.deleteBulk(channelId, ids, scene.moderator("Off topic"));
	return true;
};
