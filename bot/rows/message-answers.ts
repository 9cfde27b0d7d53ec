import type { Telling } from "@/bot/rows/message-fate";

/** A message that answers an interaction, as it is after what was told `at` that moment. */
export type Answer = {
	interactionId: string;
	guildId: string;
	messageId: string;
	at: string;
	/** Null, here and below: not mentioned. */
	content: string | null;
	embeds: number | null;
	components: number | null;
	loading: boolean | null;
	ephemeral: boolean | null;
};

const ephemeral = 1 << 6;
const loading = 1 << 7;

/** What a message that was taken says as an answer. */
export function answersIn(message: { id: string; guildId: string; answers: readonly Telling[] }): Answer[] {
	return message.answers.flatMap(({ answers: interactionId, at, cells, parts }) => {
		if (interactionId === undefined) return [];
		const flags = typeof cells.flags === "number" ? cells.flags : null;
		return {
			...{ interactionId, guildId: message.guildId, messageId: message.id, at },
			content: typeof cells.content === "string" ? cells.content : null,
			embeds: parts.embeds?.length ?? null,
			components: parts.components?.filter((part) => part.component_type !== "action_row").length ?? null,
			loading: flags === null ? null : (flags & loading) !== 0,
			ephemeral: flags === null ? null : (flags & ephemeral) !== 0,
		};
	});
}
