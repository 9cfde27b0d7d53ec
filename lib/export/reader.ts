import type { Page } from "@/lib/api/paged-query";
import type { GuildScope } from "@/lib/auth/scope";

/** Rows read at once; `app.search_messages` answers 500 at most, and one more than the page is asked for. */
export const EXPORT_PAGE = 400;

/** A list as an export reads it: what its filters mean is found out once, then it is read page by page. */
export type ListReader<T> = {
	/** About how many rows will come; null where finding out would cost as much as reading them. */
	about: number | null;
	/** Reads what follows a cursor, in a scope of its own; the first page without one. */
	read: (guild: GuildScope, cursor: string | undefined) => Promise<Page<T>>;
};

/** The reader of a list that is read as a whole. */
export function wholeList<T>(items: readonly T[]): ListReader<T> {
	return { about: items.length, read: async () => ({ items: [...items], nextCursor: null }) };
}
