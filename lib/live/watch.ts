import "server-only";
import { hub } from "@/lib/auth/hints";
import { may } from "@/lib/auth/permissions";
import { type Actor, type Caller, inGuild } from "@/lib/auth/scope";
import { AppError } from "@/lib/errors";
import { takeSeat } from "./seats";
import { LiveStream } from "./stream";
import { type Topic, topicPermissions } from "./topics";

export type Watch = {
	guildId: string;
	topics: readonly Topic[];
	actor: Actor;
	/** Whose access is looked at again for as long as the stream lasts. */
	caller: Caller;
	/** Aborted when the other side is gone. */
	signal: AbortSignal;
};

/**
 * A stream of hints about a guild for somebody who has just been let in.
 * @throws AppError `forbidden` for a topic above their level, `too_many_at_once`, `database_unavailable`
 */
export async function watch({
	guildId,
	topics,
	actor,
	caller,
	signal,
}: Watch): Promise<ReadableStream<Uint8Array>> {
	const beyond = topics.find((topic) => !may(actor.level, topicPermissions[topic]));
	if (beyond !== undefined)
		throw new AppError("forbidden", { detail: `Your level does not allow the topic “${beyond}”.` });
	const stream = new LiveStream({
		topics,
		join: (listener) => hub().join(guildId, listener),
		mayStill: () => mayStillWatch(guildId, topics, caller),
		onEnd: takeSeat(actor.userId),
	});
	signal.addEventListener("abort", () => stream.end(), { once: true });
	if (signal.aborted) stream.end();
	return stream.open();
}

async function mayStillWatch(guildId: string, topics: readonly Topic[], caller: Caller): Promise<boolean> {
	try {
		const level = await inGuild(guildId, "overview.read", async ({ actor }) => actor.level, { caller });
		return topics.every((topic) => may(level, topicPermissions[topic]));
	} catch (error) {
		if (error instanceof AppError && refusals.has(error.code)) return false;
		throw error;
	}
}

const refusals = new Set(["unauthenticated", "not_found", "forbidden"]);
