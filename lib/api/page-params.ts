import "server-only";
import type { z } from "zod";
import { AppError } from "@/lib/errors";

/**
 * The parameters in a page's path.
 * @throws AppError `not_found` when they cannot be those of anything
 */
export function pageParams<S extends z.ZodObject>(schema: S, params: Record<string, string>): z.output<S> {
	const read = schema.safeParse(params);
	if (!read.success) throw new AppError("not_found");
	return read.data;
}
