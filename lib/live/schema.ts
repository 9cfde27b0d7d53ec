import { z } from "zod";
import { topics } from "./topics";

export const liveQuery = z.strictObject({
	topics: z
		.string()
		.max(100)
		.transform((text) => [...new Set(text.split(","))])
		.pipe(z.array(z.enum(topics)).min(1))
		.describe(`Separated by commas: ${topics.join(", ")}`),
});

/** What an event of the stream says: which topics to read again. */
export const liveEvent = z.object({ topics: z.array(z.enum(topics)) });

/** What the database says on the channel `guildhall_live`. */
export const hint = z.object({ guild: z.string(), topic: z.enum(topics) });
