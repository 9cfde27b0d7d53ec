"use client";

import { useUrlState } from "@/components/layout/use-url-state";
import { KindFilter } from "../kind-filter";

/** Narrows the figures to people or to bots, in the address. */
export function GrowthFilters() {
	const url = useUrlState();
	return (
		<div data-pending={url.pending || undefined}>
			<KindFilter url={url} />
		</div>
	);
}
