"use client";

import { useState } from "react";

/** The rows that are chosen in a list, by key. */
export type Selection = {
	ids: string[];
	all: boolean;
	has: (id: string) => boolean;
	select: (id: string, on: boolean) => void;
	selectAll: (on: boolean) => void;
	clear: () => void;
};

/** Which of the rows shown are chosen; a row that is no longer shown no longer counts. */
export function useSelection(shown: string[]): Selection {
	const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
	const ids = shown.filter((id) => chosen.has(id));
	return {
		ids,
		all: ids.length > 0 && ids.length === shown.length,
		has: (id) => chosen.has(id),
		select: (id, on) => {
			const next = new Set(chosen);
			if (on) next.add(id);
			else next.delete(id);
			setChosen(next);
		},
		selectAll: (on) => setChosen(new Set(on ? shown : [])),
		clear: () => setChosen(new Set()),
	};
}
