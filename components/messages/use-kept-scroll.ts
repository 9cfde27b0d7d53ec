"use client";

import { useLayoutEffect, useRef } from "react";

/**
 * Keeps what is being read in its place when rows are put before it: call the answer just before asking for them.
 * @param first key of the first row; when it changes, the rows have come
 */
export function useKeptScroll(first: string | undefined): () => void {
	const height = useRef<number | null>(null);
	const seen = useRef(first);
	useLayoutEffect(() => {
		if (seen.current === first) return;
		seen.current = first;
		if (height.current === null) return;
		window.scrollBy({ top: document.documentElement.scrollHeight - height.current, behavior: "instant" });
		height.current = null;
	}, [first]);
	return () => {
		height.current = document.documentElement.scrollHeight;
	};
}
