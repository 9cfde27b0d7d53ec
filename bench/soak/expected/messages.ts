import type { Told } from "@/bench/soak/expected/told";
import { json, moment, plain, type Row, type Sides, type TableExpectation } from "@/bench/soak/table";
import { messageTypeName } from "@/lib/discord/messages";

const present = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, plain(name)]));

export type MessageDump = Told["dump"]["messages"][number];

/** Messages, also deleted ones, and who reacted to them with what. */
export function messagesOf(told: Told): TableExpectation[] {
	return [messages(told), reactions(told), counts(told)];
}

function messages({ dump, losses }: Told): TableExpectation {
	const fields = [
		...["id", "channel_id", "author_id", "webhook_id", "content", "message_type", "flags", "tts"],
		...["mention_everyone", "pinned", "application_id", "interaction_id", "interaction_type"],
		...["referenced_message_id", "nonce"],
	];
	return {
		table: "discord_messages",
		key: ["id"],
		columns: {
			...present(fields),
			message_reference: json("message_reference"),
			poll: json("poll"),
			timestamp: moment("timestamp"),
			edited_timestamp: moment("edited_timestamp"),
			deleted: plain("deleted_at IS NOT NULL"),
		},
		rows: dump.messages.map((message) => ({
			...message,
			author_id: message.author.id,
			message_type: messageTypeName(message.type),
			referenced_message_id: message.message_reference?.message_id,
			interaction_id: message.interaction_metadata?.id,
			interaction_type: message.interaction_metadata?.type,
			deleted: message.deleted_at !== null,
		})),
		excuse: ({ id }, { kind, detail }) => {
			if (kind === "missing") return losses.ofCreation(id ?? "");
			if (kind !== "different") return undefined;
			return "deleted" in detail ? losses.ofDeletion(id ?? "") : losses.ofContent(id ?? "");
		},
	};
}

/** As many may be stored as Discord counts, and others: that alone is not looked into everywhere. */
function reactions({ dump, losses }: Told): TableExpectation {
	const people = (rows: Sides["stored"], { message_id, emoji_key }: Row) =>
		[...rows.values()].flat().filter((row) => row.message_id === message_id && row.emoji_key === emoji_key)
			.length;
	return {
		table: "discord_message_reactions",
		key: ["message_id", "emoji_key", "user_id"],
		columns: present(["message_id", "emoji_key", "user_id"]),
		rows: dump.messages.flatMap(({ id, reactors }) =>
			reactors.map(({ emoji_key, user_id }) => ({ message_id: id, emoji_key, user_id })),
		),
		excuse: (row, _, { expected, stored }) => {
			const id = row.message_id ?? "";
			const reason = losses.ofContent(id);
			if (reason !== undefined) return reason;
			return people(expected, row) === people(stored, row) ? losses.ofSwap(id) : undefined;
		},
	};
}

function counts({ dump, losses }: Told): TableExpectation {
	return {
		table: "discord_message_reaction_counts",
		key: ["message_id", "emoji_key"],
		columns: present(["message_id", "emoji_key", "emoji_id", "emoji_name", "emoji_animated", "count"]),
		rows: dump.messages.flatMap(({ id, reactions: of }) =>
			of.map(({ emoji, count }) => ({
				...{ message_id: id, emoji_key: emoji.id ?? emoji.name, count },
				...{ emoji_id: emoji.id, emoji_name: emoji.name, emoji_animated: emoji.animated ?? false },
			})),
		),
		excuse: ({ message_id }) => losses.ofContent(message_id ?? ""),
	};
}
