import { MessageType } from "discord-api-types/v10";
import type { Act } from "../scene";

/** Somebody new comes, through an invite where there is one. */
export const join: Act = (scene) => {
	const { state, guildId, guild } = scene;
	const user = state.members.createUser({ ...scene.names(), bot: false });
	state.members.add(guildId, user, scene.random.chance(0.1));
	const codes = [...guild.invites.keys()];
	if (codes.length > 0) state.invites.use(guildId, scene.random.pick(codes));
	scene.welcome(user.id);
	const channelId = guild.settings.system_channel_id;
	if (channelId && guild.channels.has(channelId)) {
		state.messages.create(channelId, { authorId: user.id, type: MessageType.UserJoin });
	}
	return true;
};

export const leave: Act = (scene) => {
	const userId = scene.ordinary();
	if (userId === undefined) return false;
	scene.state.members.remove(scene.guildId, userId);
	return true;
};

/** Somebody who was not sure about the rules has agreed. */
export const agree: Act = (scene) => {
	const pending = scene.newcomers.find((id) => scene.guild.members.get(id)?.pending);
	if (pending === undefined) return false;
	scene.state.members.update(scene.guildId, pending, { pending: false });
	return true;
};

export const rename: Act = (scene) => {
	const userId = scene.somebody();
	const nick = scene.random.chance(0.3) ? null : (scene.names().globalName ?? "Nobody").slice(0, 32);
	scene.state.members.update(scene.guildId, userId, { nick }, { userId });
	return true;
};

/** A role is given or taken. */
export const role: Act = (scene) => {
	const userId = scene.ordinary();
	const roles = [...scene.guild.roles.values()].filter(
		({ id, managed, permissions }) => !managed && id !== scene.guildId && permissions === "0",
	);
	if (userId === undefined || roles.length === 0) return false;
	const { id } = scene.random.pick(roles);
	const held = scene.guild.members.get(userId)?.roles.includes(id) ?? false;
	scene.state.members.setRole(scene.guildId, userId, id, !held, scene.moderator());
	return true;
};

export const boost: Act = (scene) => {
	const userId = scene.somebody();
	const boosting = scene.guild.members.get(userId)?.premium_since === null;
	scene.state.members.boost(scene.guildId, userId, boosting);
	return true;
};
