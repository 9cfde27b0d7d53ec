import type { z } from "zod";

/**
 * A page's address read with the schema of its list. A parameter that does not fit counts as not given: an address that
 * someone mistyped still shows the page.
 */
export function pageSearch<S extends z.ZodObject>(
	schema: S,
	search: Record<string, string | string[] | undefined>,
): z.output<S> {
	const fitting = Object.entries(schema.shape).filter(
		([name, field]) => search[name] !== undefined && (field as z.ZodType).safeParse(search[name]).success,
	);
	return schema.parse(Object.fromEntries(fitting.map(([name]) => [name, search[name]])));
}
