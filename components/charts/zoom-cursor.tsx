"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTransition } from "react";
import { ChartCursor, type ChartCursorProps } from "./chart-cursor";

/** The dates that each place covers, both included. */
export type PlaceDays = { first: readonly string[]; last: readonly string[] };

type ZoomCursorProps = Omit<ChartCursorProps, "brush"> & {
	days: PlaceDays;
	/** Tells those who use the keyboard how to mark places. */
	hint: string;
};

/** A cursor that also marks a stretch of places, and leads to the same page for just these days. */
export function ZoomCursor({ days, hint, ...cursor }: ZoomCursorProps) {
	const router = useRouter();
	const pathname = usePathname();
	const search = useSearchParams();
	const [isPending, start] = useTransition();
	const onZoom = (first: number, last: number) => {
		const address = zoomedSearch(search.toString(), days.first[first] ?? "", days.last[last] ?? "");
		if (address !== `?${search}`) start(() => router.push(pathname + address, { scroll: false }));
	};
	return <ChartCursor {...cursor} brush={{ hint, isPending, onZoom }} />;
}

/** The search of a page for the days from `from` to `to` (`YYYY-MM-DD`): a named range gives way, the rest stays. */
export function zoomedSearch(current: string, from: string, to: string): string {
	const next = new URLSearchParams(current);
	next.delete("range");
	next.set("from", from);
	next.set("to", to);
	return `?${next}`;
}
