"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { merged, type Unseen, unseen, updated } from "@/components/layout/live/newest";
import { useLive } from "@/components/layout/live/use-live";
import type { Page, PagedQuery } from "@/lib/api/paged-query";
import type { Topic } from "@/lib/live/topics";

/** Where a list's rows come from, for one that follows them. */
export type Live = { guildId: string; topics: readonly Topic[] };

type LiveListOptions<Row> = {
	/** Undefined for a list that does not follow. */
	live: Live | undefined;
	query: PagedQuery<Row>;
	rowKey: (row: Row) => string;
	/** Whether rows may come in by themselves now, or have to wait until they are asked for. */
	mayMove: () => boolean;
};

export type LiveList = {
	/** The rows that wait, compared with what is shown. */
	waiting: Unseen;
	/** The keys of the rows that came in last. */
	arrived: ReadonlySet<string>;
	/** Lets the waiting rows in. */
	show: () => void;
};

const none = { count: 0, more: false };

/**
 * Keeps a list that is sorted newest first up to date: reads its first page again on every hint, changes rows in place,
 * and lets new ones in, or keeps them waiting while somebody reads. A read that fails is made up for by the next.
 */
export function useLiveList<Row>({ live, query, rowKey, mayMove }: LiveListOptions<Row>): LiveList {
	const client = useQueryClient();
	const [newest, setNewest] = useState<Page<Row> | null>(null);
	const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set());
	const { queryKey } = query;

	function letIn(page: Page<Row>): void {
		const shown = client.getQueryData(queryKey);
		if (shown === undefined) return;
		const known = new Set(shown.pages.flatMap(({ items }) => items.map(rowKey)));
		setArrived(new Set(page.items.map(rowKey).filter((key) => !known.has(key))));
		setNewest(null);
		client.setQueryData(queryKey, merged(shown, page, rowKey));
	}

	async function look(): Promise<void> {
		const first = { ...query, queryKey: [...queryKey, "newest"], staleTime: 0, gcTime: 0, retry: false };
		const page = (await client.fetchInfiniteQuery(first).catch(() => undefined))?.pages[0];
		const shown = client.getQueryData(queryKey);
		if (page === undefined || shown === undefined) return;
		// Older rows that are on their way are added to the pages of before.
		const isLoading = client.isFetching({ queryKey, exact: true }) > 0;
		const { count } = unseen(shown, page, rowKey);
		if (count > 0 && !isLoading && mayMove()) {
			letIn(page);
			return;
		}
		if (!isLoading) client.setQueryData(queryKey, updated(shown, page, rowKey));
		setNewest(count > 0 ? page : null);
	}

	useLive(live?.guildId ?? "", live?.topics ?? [], () => void look());
	const shown = client.getQueryData(queryKey);
	return {
		waiting: newest && shown ? unseen(shown, newest, rowKey) : none,
		arrived,
		show: () => newest && letIn(newest),
	};
}
