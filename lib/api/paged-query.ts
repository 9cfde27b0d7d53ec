import { infiniteQueryOptions, type QueryKey } from "@tanstack/react-query";

/** A page of a list; `nextCursor` is null on the last one. */
export type Page<T> = { items: T[]; nextCursor: string | null };

/**
 * The options of a list that loads older rows by cursor: `pagedQuery(keys.list(filters), (cursor, signal) => api.get(…))`.
 * The cursor is null for the first page.
 */
export function pagedQuery<T>(
	queryKey: QueryKey,
	load: (cursor: string | null, signal: AbortSignal) => Promise<Page<T>>,
) {
	return infiniteQueryOptions({
		queryKey,
		queryFn: ({ pageParam, signal }) => load(pageParam, signal),
		initialPageParam: null as string | null,
		getNextPageParam: (last) => last.nextCursor,
	});
}

export type PagedQuery<T> = ReturnType<typeof pagedQuery<T>>;
