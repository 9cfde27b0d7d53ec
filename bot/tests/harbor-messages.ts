import type { Setting } from "@/bot/tests/following";
import { HARBOR } from "@/bot/tests/harbor";
import type { Simulator } from "@/simulator/server";
import { dumpGuild } from "@/simulator/state/dump";

/** The tables' messages and reactions in the words of the simulator's dump. */
export async function storedMessages({ rows }: Pick<Setting, "rows">) {
	const messages = await rows<{ id: string; content: string; pinned: boolean; deleted: boolean }>(
		`SELECT id::text, content, pinned, deleted_at IS NOT NULL AS deleted FROM discord_messages
		WHERE guild_id = $1 ORDER BY id`,
		[HARBOR],
	);
	const reactions = await rows<{ message_id: string; emoji_key: string; user_id: string }>(
		`SELECT message_id::text, emoji_key, user_id::text FROM discord_message_reactions
		WHERE guild_id = $1 ORDER BY message_id, emoji_key, user_id`,
		[HARBOR],
	);
	const counts = await rows<{ message_id: string; emoji_key: string; count: number }>(
		`SELECT message_id::text, emoji_key, count FROM discord_message_reaction_counts
		WHERE guild_id = $1 ORDER BY message_id, emoji_key`,
		[HARBOR],
	);
	return { messages, reactions, counts };
}

/** Discord's. */
export function livingMessages({ state }: Simulator) {
	const { messages } = dumpGuild(state.core, state.core.guild(HARBOR));
	const sorted = messages.toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1));
	const standing = sorted.filter(({ deleted_at }) => deleted_at === null);
	return {
		messages: sorted.map(({ id, content, pinned, deleted_at }) => ({
			...{ id, content, pinned, deleted: deleted_at !== null },
		})),
		reactions: standing.flatMap(({ id, reactors }) =>
			reactors.map(({ emoji_key, user_id }) => ({ message_id: id, emoji_key, user_id })),
		),
	};
}
