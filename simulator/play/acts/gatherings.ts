import type { Act } from "../scene";

/** Somebody plans something, in a voice channel or elsewhere. */
export const plan: Act = (scene) => {
	const { random, state, guildId } = scene;
	const startsAt = state.now() + random.int(1, 240) * 3_600_000;
	const [channelId] = random.chance(0.6) ? random.sample(scene.channels(2), 1) : [];
	const where = channelId ? { channelId } : { location: "The old pier", endsAt: startsAt + 7_200_000 };
	const name = random.pick(["Game jam", "Playtest evening", "Show and tell", "Quiet hour"]);
	state.events.create(
		guildId,
		{ name, description: scene.words("", true), startsAt, ...where },
		scene.moderator(),
	);
	return true;
};

/** Somebody wants to come, or no longer. */
export const rsvp: Act = (scene) => {
	const events = [...scene.guild.events.values()];
	if (events.length === 0) return false;
	const { fields, users } = scene.random.pick(events);
	const coming = users.size > 0 && scene.random.chance(0.3) ? scene.random.pick([...users]) : undefined;
	const userId = coming ?? scene.somebody();
	scene.state.events.setInterested(scene.guildId, fields.id, userId, coming === undefined);
	return true;
};

/** What was planned begins, ends, is called off or taken away. */
export const proceed: Act = (scene) => {
	const events = [...scene.guild.events.values()];
	if (events.length === 0) return false;
	const { id, status } = scene.random.pick(events).fields;
	const by = scene.moderator();
	if (scene.random.chance(0.1)) scene.state.events.delete(scene.guildId, id, by);
	else if (status === 2) scene.state.events.update(scene.guildId, id, { status: 3 }, by);
	else scene.state.events.update(scene.guildId, id, { status: scene.random.chance(0.7) ? 2 : 4 }, by);
	return true;
};

export const invite: Act = (scene) => {
	const channels = scene.channels(0);
	if (channels.length === 0) return false;
	const input = { maxAge: scene.random.pick([0, 3_600, 604_800]), maxUses: scene.random.pick([0, 1, 10]) };
	scene.state.invites.create(scene.random.pick(channels), input, { userId: scene.somebody() });
	return true;
};

export const uninvite: Act = (scene) => {
	const codes = [...scene.guild.invites.keys()];
	if (codes.length === 0) return false;
	scene.state.invites.delete(scene.guildId, scene.random.pick(codes), scene.moderator());
	return true;
};
