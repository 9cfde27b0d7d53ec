import { isThread, isVoice } from "@/lib/discord/channels";

type Node = { id: string; type: string; parentId: string | null; position: number };

export type ChannelBranch<C extends Node> = { channel: C; threads: C[] };

export type ChannelGroup<C extends Node> = {
	/** Null for the channels above all categories. */
	category: C | null;
	channels: ChannelBranch<C>[];
};

/**
 * Channels as Discord arranges them: those without a category first, then the categories; within each, voice below
 * text; threads below their channel. A parent that is not here counts as none.
 */
export function channelTree<C extends Node>(channels: readonly C[]): ChannelGroup<C>[] {
	const known = new Set(channels.map(({ id }) => id));
	const sorted = channels.toSorted(inOrder);
	const below = (parent: string | null) =>
		sorted.filter(({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null) === parent);
	const branches = (parent: string | null) =>
		below(parent)
			.filter(({ type }) => type !== "guild_category" && !isThread(type))
			.map((channel) => ({ channel, threads: below(channel.id).filter(({ type }) => isThread(type)) }));
	const loose = branches(null);
	const categories = sorted
		.filter(({ type }) => type === "guild_category")
		.map((category) => ({ category, channels: branches(category.id) }));
	return loose.length > 0 ? [{ category: null, channels: loose }, ...categories] : categories;
}

function inOrder(a: Node, b: Node): number {
	const voice = Number(isVoice(a.type)) - Number(isVoice(b.type));
	return voice || a.position - b.position || (BigInt(a.id) < BigInt(b.id) ? -1 : 1);
}
