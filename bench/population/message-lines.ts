import { createRandom } from "@/prisma/seed/random";
import { snowflakeAt } from "@/prisma/seed/snowflake";
import type { Lines } from "./copy-lines";
import type { World } from "./guilds";
import { type Month, moments } from "./moments";
import { RARE_WORD } from "./shape";

const NONE = "\\N";
const RARE = 0.001;
const REPLIES = 0.18;
const EDITED = 0.04;
const DELETED = 0.01;
const PINNED = 0.0005;

/** The messages of one month in order of time, each in a server, a channel and by a person of their weights. */
export function messageLines(world: World, said: readonly string[], month: Month): Lines {
	return {
		table: "discord_messages",
		columns:
			"id, guild_id, channel_id, author_id, content, message_type, referenced_message_id, pinned, processed, timestamp, edited_timestamp, created_at, deleted_at",
		lines: written(world, said, month),
	};
}

function* written(world: World, said: readonly string[], month: Month): Generator<string> {
	const { next } = createRandom(month.begin, "messages");
	/** By channel: what a reply answers. */
	const latest = new Map<string, string>();
	let low = 0;
	for (const at of moments(world.shape, month, next)) {
		const guild = world.pick(next);
		const channel = guild.text[guild.pickText(next)]?.id ?? "";
		const id = snowflakeAt(at, low++);
		const words = said[Math.floor(next() * said.length)] ?? "";
		const answered = next() < REPLIES ? latest.get(channel) : undefined;
		const when = new Date(at).toISOString();
		const later = () => new Date(at + 60_000).toISOString();
		latest.set(channel, id);
		yield `${id}\t${guild.id}\t${channel}\t${guild.somebody(next, at)}\t${
			next() < RARE ? `${words} ${RARE_WORD}` : words
		}\t${answered === undefined ? "regular" : "reply"}\t${answered ?? NONE}\t${next() < PINNED ? "t" : "f"}\tt\t${when}\t${
			next() < EDITED ? later() : NONE
		}\t${when}\t${next() < DELETED ? later() : NONE}`;
	}
}
