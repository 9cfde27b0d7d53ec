"use client";

import type { ReactNode } from "react";
import { SidePanel } from "@/components/layout/side-panel";
import { ErrorState } from "@/components/layout/states";
import { useUrlState } from "@/components/layout/use-url-state";

type EntryPanelProps = {
	title: string;
	/** The parameter of the address that names the entry. */
	parameter: string;
	/** The entry's own page; null when the address names one that is not there for this person. */
	page: string | null;
	/** What to say then. */
	missing: { title: string; body: string };
	children: ReactNode;
};

/** The panel that a row of a list opens, or the notice that there is no such entry. */
export function EntryPanel({ title, parameter, page, missing, children }: EntryPanelProps) {
	const url = useUrlState();
	return (
		<SidePanel
			key={page}
			title={title}
			closeHref={url.href({ [parameter]: null })}
			{...(page === null ? {} : { fullHref: page })}
		>
			{page === null ? <ErrorState {...missing} /> : children}
		</SidePanel>
	);
}
