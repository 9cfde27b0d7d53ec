"use client";

import type { InfiniteQueryObserverBaseResult } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";

/** What it needs of an infinite query that has its first page. */
type Pages = Pick<
	InfiniteQueryObserverBaseResult,
	"hasNextPage" | "isFetchingNextPage" | "isFetchNextPageError"
> & {
	data: { pages: readonly unknown[] };
	fetchNextPage: () => Promise<unknown>;
};

/** Loads the next rows shortly before the end is reached; a button for those who do not scroll, and after a failure. */
export function LoadOlder({ list }: { list: Pages }) {
	const {
		hasNextPage: more,
		isFetchingNextPage: pending,
		isFetchNextPageError: failed,
		fetchNextPage,
	} = list;
	const t = useTranslations("common.table");
	const end = useRef<HTMLDivElement>(null);
	const automatic = more && !pending && !failed;
	useEffect(() => {
		if (!automatic || !end.current) return;
		const observer = new IntersectionObserver(
			([entry]) => {
				if (entry?.isIntersecting) void fetchNextPage();
			},
			{ rootMargin: "600px" },
		);
		observer.observe(end.current);
		return () => observer.disconnect();
	}, [automatic, fetchNextPage]);
	// A short list shows its end by itself.
	if (!more && list.data.pages.length === 1) return null;
	return (
		<div ref={end} className="flex min-h-12 items-center justify-center gap-3 py-2 text-muted text-sm">
			{failed ? <span role="alert">{t("failed")}</span> : null}
			{more ? (
				<Button size="sm" disabled={pending} onClick={() => void fetchNextPage()}>
					{pending ? t("loadingOlder") : t("loadOlder")}
				</Button>
			) : (
				t("end")
			)}
		</div>
	);
}
