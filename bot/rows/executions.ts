import { bulk, type Columns, names, recordset } from "@/bot/rows/bulk";
import type { Answer } from "@/bot/rows/message-answers";
import { micros } from "@/bot/rows/moments";
import type { Changes } from "@/bot/rows/tables";
import type { Db } from "@/bot/scope";

const columns = {
	id: "bigint",
	guild_id: "bigint",
	channel_id: "bigint",
	user_id: "bigint",
	application_id: "bigint",
	command_id: "bigint",
	interaction_type: "text",
	command_name: "text",
	command_type: "text",
	options: "jsonb",
	custom_id: "text",
	component_type: "text",
	values: "jsonb",
	modal_custom_id: "text",
	modal_components: "jsonb",
	executed_at: "timestamptz",
} as const satisfies Columns;

export type ExecutionCells = { [K in Exclude<keyof typeof columns, "id" | "guild_id">]: unknown };

const insert = `
INSERT INTO discord_command_executions (${names(columns)})
SELECT ${names(columns)} FROM ${recordset(columns)} ON CONFLICT DO NOTHING`;

const answer = {
	id: "bigint",
	guild_id: "bigint",
	message_id: "bigint",
	content: "text",
	embeds: "integer",
	components: "integer",
	loading: "boolean",
	ephemeral: "boolean",
} as const satisfies Columns;

/**
 * The first message that answers is the answer: what follows it is told apart by its time. An answer that began as
 * "thinking…" was deferred, and stays so when it is edited into what it says.
 */
const respond = `
UPDATE discord_command_executions e SET
	responded_at = app.snowflake_time(s.message_id),
	response_time_ms = greatest(extract(epoch FROM app.snowflake_time(s.message_id) - app.snowflake_time(e.id)) * 1000, 0)::int,
	response_content = coalesce(s.content, e.response_content),
	response_embed_count = coalesce(s.embeds, e.response_embed_count),
	response_component_count = coalesce(s.components, e.response_component_count),
	deferred = coalesce(e.deferred, false) OR coalesce(s.loading, false),
	ephemeral = coalesce(s.ephemeral, e.ephemeral),
	response_type = CASE WHEN coalesce(e.deferred, false) OR coalesce(s.loading, false) THEN 5 ELSE 4 END
FROM ${recordset(answer)}
WHERE e.guild_id = s.guild_id AND e.id = s.id
	AND (e.responded_at IS NULL OR e.responded_at >= app.snowflake_time(s.message_id))`;

type Execution = { guildId: string; at: string; cells: ExecutionCells };

/** Uses of commands, buttons, menus and forms, and how they were answered. */
export class ExecutionChanges implements Changes {
	readonly #made = new Map<string, Execution>();
	readonly #answers: readonly Answer[];

	/** @param answers the answers that the batch's messages are; filled when the messages are written */
	constructor(answers: readonly Answer[]) {
		this.#answers = answers;
	}

	/** An interaction, heard at `at`; one that is stored already stays as it is. */
	put(guildId: string, id: string, at: string, cells: ExecutionCells): void {
		if (!this.#made.has(id)) this.#made.set(id, { guildId, at, cells });
	}

	async write(db: Db): Promise<void> {
		const answers = [...this.#answers].sort((one, other) => micros(one.at) - micros(other.at));
		const early = answers.filter((each) => this.#isEarly(each));
		await writeAnswers(db, early);
		const rows = [...this.#made].map(([id, { guildId, cells }]) => ({ ...cells, id, guild_id: guildId }));
		await bulk(
			db,
			insert,
			rows.sort((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1)),
		);
		await writeAnswers(
			db,
			answers.filter((each) => !this.#isEarly(each)),
		);
	}

	/** Heard before its interaction: it answers what is stored already, if anything. */
	#isEarly({ interactionId, at }: Answer): boolean {
		const execution = this.#made.get(interactionId);
		return execution !== undefined && micros(execution.at) > micros(at);
	}
}

/** One row of a table can be changed once a statement: each interaction's answers go in turns. */
async function writeAnswers(db: Db, answers: readonly Answer[]): Promise<void> {
	const turns: Map<string, Answer>[] = [];
	for (const each of answers) {
		const turn = turns.find((taken) => !taken.has(each.interactionId)) ?? new Map<string, Answer>();
		if (turn.size === 0) turns.push(turn);
		turn.set(each.interactionId, each);
	}
	for (const turn of turns) await bulk(db, respond, [...turn.values()].map(answerRow));
}

function answerRow({ interactionId, guildId, messageId, at: _, ...cells }: Answer): object {
	return { id: interactionId, guild_id: guildId, message_id: messageId, ...cells };
}
