import type { ReactionEmoji } from "../../state/reactions";
import type { LivingMessage } from "../../state/types";
import type { Act, Scene } from "../scene";

const common = ["👍", "❤️", "😂", "🎉", "👀", "⚓", "🔥"];

/** Somebody reacts, often with what is already there. */
export const react: Act = (scene) => {
	const message = scene.recent();
	if (!message) return false;
	const { channel_id, id } = message.fields;
	scene.state.reactions.add(
		channel_id,
		id,
		scene.somebody(),
		emoji(scene, message),
		scene.random.chance(0.03),
	);
	return true;
};

function emoji(scene: Scene, { reactions }: LivingMessage): ReactionEmoji {
	const there = [...reactions.values()].map((reaction) => reaction.emoji);
	if (there.length > 0 && scene.random.chance(0.7)) return ownEmoji(scene.random.pick(there));
	const own = [...scene.guild.emojis.values()];
	return own.length > 0 && scene.random.chance(0.3)
		? ownEmoji(scene.random.pick(own))
		: { id: null, name: scene.random.pick(common) };
}

const ownEmoji = ({
	id,
	name,
	animated,
}: {
	id: string | null;
	name: string | null;
	animated?: boolean;
}) => ({
	id,
	name: name ?? "",
	...(animated && { animated }),
});

const reacted = (scene: Scene) => scene.recent(({ reactions }) => reactions.size > 0);

/** Somebody takes a reaction back. */
export const unreact: Act = (scene) => {
	const message = reacted(scene);
	const reaction = message && scene.random.pick([...message.reactions.values()]);
	if (!message || !reaction) return false;
	const { channel_id, id } = message.fields;
	const userId = scene.random.pick([...reaction.users, ...reaction.burstUsers]);
	scene.state.reactions.remove(channel_id, id, userId, ownEmoji(reaction.emoji));
	return true;
};

/** A moderator takes all reactions of one message away. */
export const clearReactions: Act = (scene) => {
	const message = reacted(scene);
	if (!message) return false;
	scene.state.reactions.removeAll(message.fields.channel_id, message.fields.id);
	return true;
};

/** A moderator takes one emoji away. */
export const clearEmoji: Act = (scene) => {
	const message = reacted(scene);
	const reaction = message && scene.random.pick([...message.reactions.values()]);
	if (!message || !reaction) return false;
	scene.state.reactions.removeEmoji(message.fields.channel_id, message.fields.id, ownEmoji(reaction.emoji));
	return true;
};
