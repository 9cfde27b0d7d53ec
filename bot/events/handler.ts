import type { z } from "zod";
import type { Batch } from "@/bot/rows/batch";

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
};

/** How one kind of event becomes changes of the tables. */
export type EventHandler = {
	/** Collects the changes. @throws z.ZodError where the frame has the wrong shape; nothing is collected then */
	take(d: unknown, batch: Batch, context: Context): void;
};

/** Checks `d` with `schema` before anything is collected; unknown keys pass, and stay where the schema is loose. */
export function handler<S extends z.ZodType>(
	schema: S,
	collect: (data: z.infer<S>, batch: Batch, context: Context) => void,
): EventHandler {
	return { take: (d, batch, context) => collect(schema.parse(d), batch, context) };
}
