import type { Act, Scene } from "../scene";

const open = (scene: Scene) => {
	const threads = [...scene.guild.threads.values()].filter(({ fields }) => !fields.thread_metadata.archived);
	return threads.length > 0 ? scene.random.pick(threads) : undefined;
};

/** Somebody starts a thread from a message, or a post in a forum. */
export const startThread: Act = (scene) => {
	const { state, random } = scene;
	const forums = scene.channels(15);
	if (forums.length > 0 && random.chance(0.4)) {
		const parentId = random.pick(forums);
		const ownerId = scene.somebody();
		const tags = scene.guild.channels.get(parentId)?.available_tags ?? [];
		const appliedTags = random.sample(tags, random.int(0, 2)).map(({ id }) => id);
		const name = scene.words(parentId, true).slice(0, 100);
		const { id } = state.threads.create(parentId, { name, ownerId, appliedTags });
		scene.remember(
			state.messages.create(id, { id, authorId: ownerId, content: scene.words(parentId, true) }),
		);
		return true;
	}
	const message = scene.recent(
		({ fields }) =>
			scene.guild.channels.get(fields.channel_id)?.type === 0 && !scene.guild.threads.has(fields.id),
	);
	if (!message) return false;
	const { channel_id, id: messageId } = message.fields;
	const name = scene.words(channel_id, true).slice(0, 100);
	state.threads.create(channel_id, { name, ownerId: scene.somebody(), messageId });
	return true;
};

export const joinThread: Act = (scene) => {
	const thread = open(scene);
	if (!thread) return false;
	const userId = scene.somebody();
	scene.state.threads.setMember(thread.fields.id, userId, !thread.members.has(userId));
	return true;
};

/** A thread is renamed, closed or locked, or a closed one opened again. */
export const changeThread: Act = (scene) => {
	const all = [...scene.guild.threads.values()];
	if (all.length === 0) return false;
	const { fields } = scene.random.pick(all);
	const { archived } = fields.thread_metadata;
	const patch = scene.random.pick([
		{ archived: !archived },
		{ archived: true, locked: true },
		{ name: scene.words(fields.parent_id, true).slice(0, 100) },
	]);
	scene.state.threads.update(fields.id, patch, scene.moderator());
	return true;
};

export const endThread: Act = (scene) => {
	const thread = open(scene);
	if (!thread) return false;
	scene.state.threads.delete(thread.fields.id, scene.moderator());
	return true;
};
