import { z } from "zod";
import { person } from "@/lib/guilds/schema";
import { definition } from "./schema";

/** As long as `saved_charts.name`. */
export const longestName = 80;

/** Charts that one person keeps in a server; the database refuses more. */
export const maxSaved = 100;

/** Charts on the overview; the database has no more positions. */
export const maxPinned = 4;

const name = z.string().trim().min(1).max(longestName);

export const savedChart = z.object({
	id: z.uuid(),
	name: z.string(),
	/** Null where it was saved for a catalogue that knew it differently. */
	definition: definition.nullable(),
	owner: person,
	/** Whether the reader saved it, and so may change it. */
	mine: z.boolean(),
	shared: z.boolean(),
	/** Its position on the overview, from 1; null if it is not there. */
	position: z.number().nullable(),
	/** Raised with every change. */
	revision: z.number(),
	updatedAt: z.string(),
});
export type SavedChart = z.infer<typeof savedChart>;

export const savedCharts = z.object({ items: z.array(savedChart) });

export const createChart = z.strictObject({ name, definition, shared: z.boolean().default(false) });
export type CreateChart = z.input<typeof createChart>;

/** What changes; `revision` is the one that was seen. */
export const editChart = z.strictObject({
	revision: z.number().int().min(1),
	name: name.optional(),
	definition: definition.optional(),
	shared: z.boolean().optional(),
});
export type EditChart = z.infer<typeof editChart>;

export const chartParams = z.object({ chartId: z.uuid() });
