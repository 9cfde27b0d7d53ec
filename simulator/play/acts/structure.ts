import type { Act, Scene } from "../scene";

const word = (scene: Scene) => scene.names().username.replace(/\W/g, "").slice(0, 20) || "corner";

/** Things that the play itself has made, which it may also take away: their ids are younger than the guild's own. */
const own = <Thing extends { id: string | null }>(scene: Scene, things: Iterable<Thing>): Thing[] => {
	const born = scene.bornBefore;
	return [...things].filter(({ id }) => id !== null && BigInt(id) > born);
};

export const createChannel: Act = (scene) => {
	const by = scene.moderator();
	const made = scene.channels(0).length;
	if (made > 60) return false;
	scene.state.channels.create(scene.guildId, scene.random.pick([0, 0, 2]), { name: word(scene) }, by);
	return true;
};

export const changeChannel: Act = (scene) => {
	const channels = scene.channels(0);
	if (channels.length === 0) return false;
	const id = scene.random.pick(channels);
	const patch = scene.random.pick([
		{ topic: scene.words(id, true) },
		{ rate_limit_per_user: scene.random.pick([0, 5, 30, 120]) },
	]);
	scene.state.channels.update(id, patch, scene.moderator());
	return true;
};

export const deleteChannel: Act = (scene) => {
	const made = own(scene, scene.guild.channels.values());
	if (made.length === 0) return false;
	const { id } = scene.random.pick(made);
	for (const voice of [...scene.guild.voice.values()]) {
		if (voice.channel_id === id) scene.state.voice.leave(scene.guildId, voice.user_id);
	}
	scene.state.channels.delete(id, scene.moderator());
	return true;
};

/** What a role may do in one channel. */
export const overwrite: Act = (scene) => {
	const made = own(scene, scene.guild.channels.values());
	if (made.length === 0) return false;
	const { id, permission_overwrites } = scene.random.pick(made);
	const roleId = scene.guildId;
	const there = permission_overwrites.some((one) => one.id === roleId);
	const wanted =
		there && scene.random.chance(0.5)
			? null
			: { id: roleId, type: 0, allow: "64", deny: scene.random.pick(["0", "2048"]) };
	scene.state.channels.overwrite(id, roleId, wanted, scene.moderator());
	return true;
};

export const createRole: Act = (scene) => {
	if (scene.guild.roles.size > 60) return false;
	const patch = { name: word(scene), color: scene.random.int(0, 0xffffff), hoist: scene.random.chance(0.2) };
	scene.state.roles.create(scene.guildId, patch, scene.moderator());
	return true;
};

export const changeRole: Act = (scene) => {
	const made = own(scene, scene.guild.roles.values());
	if (made.length === 0) return false;
	const patch = scene.random.pick([
		{ name: word(scene) },
		{ color: scene.random.int(0, 0xffffff) },
		{ mentionable: scene.random.chance(0.5) },
	]);
	scene.state.roles.update(scene.guildId, scene.random.pick(made).id, patch, scene.moderator());
	return true;
};

export const deleteRole: Act = (scene) => {
	const made = own(scene, scene.guild.roles.values());
	if (made.length === 0) return false;
	scene.state.roles.delete(scene.guildId, scene.random.pick(made).id, scene.moderator());
	return true;
};

/** An emoji or a sticker comes, changes or goes. */
export const expression: Act = (scene) => {
	const { expressions } = scene.state;
	const by = scene.moderator();
	const made = own(scene, scene.guild.emojis.values());
	const emojiId = made.length > 0 ? scene.random.pick(made).id : null;
	const turn = scene.random.next();
	if (emojiId !== null && (turn < 0.25 || made.length > 40))
		expressions.deleteEmoji(scene.guildId, emojiId, by);
	else if (emojiId !== null && turn < 0.5) expressions.renameEmoji(scene.guildId, emojiId, word(scene), by);
	else if (turn < 0.9) expressions.createEmoji(scene.guildId, word(scene), scene.random.chance(0.3), by);
	else return sticker(scene);
	return true;
};

function sticker(scene: Scene): boolean {
	const { expressions } = scene.state;
	const by = scene.moderator();
	const made = own(scene, scene.guild.stickers.values());
	if (made.length > 5) expressions.deleteSticker(scene.guildId, scene.random.pick(made).id, by);
	else
		expressions.createSticker(
			scene.guildId,
			{ name: word(scene), description: "Made today", tags: "new" },
			by,
		);
	return true;
}

/** A webhook is made, renamed or removed, or writes something. */
export const webhook: Act = (scene) => {
	const { state, guildId, guild, random } = scene;
	const [channelId] = random.sample(scene.channels(0), 1);
	const hooks = [...guild.webhooks.values()];
	if (channelId === undefined) return false;
	if (hooks.length === 0 || (hooks.length < 8 && random.chance(0.1))) {
		state.webhooks.create(channelId, word(scene), scene.moderator());
		return true;
	}
	const hook = random.pick(hooks);
	const turn = random.next();
	if (turn < 0.05) state.webhooks.delete(guildId, hook.id, scene.moderator());
	else if (turn < 0.1) state.webhooks.rename(guildId, hook.id, word(scene), scene.moderator());
	else if (!guild.channels.has(hook.channel_id)) return false;
	else {
		const speaker = { id: hook.id, name: hook.name ?? "Webhook" };
		const input = { authorId: hook.id, webhook: speaker, content: scene.words(hook.channel_id, true) };
		scene.remember(state.messages.create(hook.channel_id, input));
	}
	return true;
};

/** The guild itself gets a new description. */
export const changeGuild: Act = (scene) => {
	scene.state.guilds.update(scene.guildId, { description: scene.words("", true) }, scene.moderator());
	return true;
};
