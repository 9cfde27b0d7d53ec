import type { z } from "zod";
import type { Batch } from "@/bot/rows/batch";
import type { Tables } from "@/bot/rows/tables";

/** A dispatch of the gateway as the worker keeps it until it is committed. */
export type Frame = {
	shardId: number;
	sequence: number;
	/** The event's name, `MESSAGE_CREATE` … */
	t: string;
	d: unknown;
	/** ISO with microseconds; strictly rising within the process. */
	receivedAt: string;
};

/** What is asked of every handler beside the frame's own content. */
export type Context = {
	frame: Frame;
	/** Whether message text, embeds and components are kept (STORE_MESSAGE_CONTENT). */
	storeContent: boolean;
	applicationId: string;
	/** The bot's own user id. */
	botId: string;
};

/** How one kind of event becomes changes of the tables. */
export type EventHandler = {
	/** Adds the changes to the batch. @throws z.ZodError where the frame has the wrong shape; nothing is added then */
	take(d: unknown, batch: Pick<Batch, "add">, context: Context): void;
};

type Options<D> = {
	/** Whether the event tells enough to make its guild's row. */
	founds?: boolean;
	/** Whether the event takes away what it does not name: what it does not list, or what hung on it. */
	apart?: boolean;
	/** The guild whose rows change; absent: the event's `guild_id`. */
	guildOf?(data: D): string | undefined;
};

/** Checks `d` with `schema` before anything is collected; unknown keys pass, and stay where the schema is loose. */
export function handler<S extends z.ZodType>(
	schema: S,
	collect: (data: z.infer<S>, tables: Tables, context: Context) => void,
	{ founds = false, apart = false, guildOf = guildId }: Options<z.infer<S>> = {},
): EventHandler {
	return {
		take(d, batch, context) {
			const data = schema.parse(d);
			batch.add({
				frame: context.frame,
				guildId: guildOf(data),
				founds,
				apart,
				collect: (tables) => collect(data, tables, context),
			});
		},
	};
}

function guildId(data: unknown): string | undefined {
	const found = typeof data === "object" && data !== null && "guild_id" in data ? data.guild_id : undefined;
	return typeof found === "string" ? found : undefined;
}
