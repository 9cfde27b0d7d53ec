import { z } from "zod";
import { exportFormats } from "./formats";

/** What every export takes besides the filters of its list. */
export const exportChoice = z.object({
	format: z.enum(exportFormats).default("json"),
	separator: z.enum(["comma", "semicolon"]).default("comma"),
});
export type ExportChoice = z.infer<typeof exportChoice>;
