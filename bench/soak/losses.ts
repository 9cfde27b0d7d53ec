import { compareSnowflakes, snowflakeTime } from "@/lib/discord/snowflake";
import type { GuildDump } from "@/simulator/state/dump";

/**
 * When something of a thing, such as `message:123`, was first told to no session that lasted.
 * @returns Unix milliseconds; undefined where all of it was heard
 */
export type Missed = (thing: string) => number | undefined;

/** Why Discord no longer tells what was missed; undefined: it does, and the worker has to make it right. */
export type Reason = string | undefined;

type Message = Pick<GuildDump["messages"][number], "id" | "channel_id" | "deleted_at" | "reactions">;

/** How far back docs/worker.md says that a channel is read again, and how many possible swaps of reactions are. */
const REREAD = 1_000;
const SWAPS = 20;

/** What of a guild's messages cannot be made right after a session was lost (docs/worker.md, "How far back"). */
export class MessageLosses {
	readonly #messages: ReadonlyMap<string, Message>;
	/** By channel, oldest first. */
	readonly #channels = new Map<string, Message[]>();
	readonly #deletedChannels: ReadonlySet<string>;
	readonly #missed: Missed;

	constructor(messages: readonly Message[], deletedChannels: ReadonlySet<string>, missed: Missed) {
		this.#messages = new Map(messages.map((message) => [message.id, message]));
		this.#deletedChannels = deletedChannels;
		this.#missed = missed;
		for (const message of messages) {
			const known = this.#channels.get(message.channel_id);
			if (known) known.push(message);
			else this.#channels.set(message.channel_id, [message]);
		}
		for (const of of this.#channels.values()) of.sort((one, other) => compareSnowflakes(one.id, other.id));
	}

	/** Why the whole row of a message is not there. */
	ofCreation(id: string): Reason {
		const message = this.#messages.get(id);
		if (!message || this.#missed(`made:message:${id}`) === undefined) return undefined;
		if (message.deleted_at !== null) return "it was deleted before it could be read";
		return this.#deletedChannels.has(message.channel_id) ? "its channel is gone" : undefined;
	}

	/** Why a message that was deleted is not stored as that. */
	ofDeletion(id: string): Reason {
		const found = this.#found(id);
		if (!found) return undefined;
		return this.#gone(found) ?? this.#tooFarBack(found) ?? this.#nothingBefore(found);
	}

	/** Why what hangs on a message, or what it says, is not as it was last. */
	ofContent(id: string): Reason {
		const found = this.#found(id);
		if (!found) return undefined;
		if (found.message.deleted_at !== null) return "it was deleted before it could be read";
		return this.#gone(found) ?? this.#tooFarBack(found);
	}

	/** Why others are stored than those who reacted, though as many. */
	ofSwap(id: string): Reason {
		const found = this.#found(id);
		if (!found) return undefined;
		const emojis = this.#newer(found.message).reduce((sum, { reactions }) => sum + reactions.length, 0);
		return emojis >= SWAPS ? "as many others reacted, and to newer messages too" : undefined;
	}

	#found(id: string): { message: Message; at: number } | undefined {
		const message = this.#messages.get(id);
		const at = this.#missed(`message:${id}`);
		return message && at !== undefined ? { message, at } : undefined;
	}

	#gone({ message }: { message: Message }): Reason {
		return this.#deletedChannels.has(message.channel_id) ? "its channel is gone" : undefined;
	}

	#tooFarBack({ message, at }: { message: Message; at: number }): Reason {
		const between = this.#newer(message).filter(({ id }) => snowflakeTime(id).getTime() <= at);
		return between.length >= REREAD ? "a thousand messages were written since" : undefined;
	}

	/** A deletion is final: an answer without any message from before is no sign of one. */
	#nothingBefore({ message, at }: { message: Message; at: number }): Reason {
		const others = this.#channels.get(message.channel_id) ?? [];
		const stand = others.some(
			({ id, deleted_at }) => deleted_at === null && snowflakeTime(id).getTime() < at,
		);
		return stand ? undefined : "nothing from before is left in its channel";
	}

	#newer({ channel_id, id }: Message): Message[] {
		return (this.#channels.get(channel_id) ?? []).filter((other) => compareSnowflakes(other.id, id) > 0);
	}
}
