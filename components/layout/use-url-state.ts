"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useCallback, useMemo, useOptimistic, useTransition } from "react";

/** What to change: a text or several set the parameter; null or an empty text removes it. */
export type UrlPatch = Record<string, string | readonly string[] | null>;

/** The search string after a change, with its question mark; parameters that are not named stay. */
export function patchSearch(current: string, patch: UrlPatch): string {
	const next = new URLSearchParams(current);
	for (const [name, value] of Object.entries(patch)) {
		next.delete(name);
		for (const item of [value ?? ""].flat()) if (item !== "") next.append(name, item);
	}
	const text = next.toString();
	return text === "" ? "" : `?${text}`;
}

/**
 * The state of a list that lives in the address. `set` navigates without scrolling and shows its effect on `get` at
 * once; the old content stays while the new one is on its way (`pending`). Typing replaces the history entry, a choice
 * adds one. Controls that can change one after another share one state, so that neither undoes the other.
 */
export function useUrlState() {
	const router = useRouter();
	const pathname = usePathname();
	const [pending, start] = useTransition();
	const [text, showText] = useOptimistic(useSearchParams().toString());
	const href = useCallback((patch: UrlPatch) => `${pathname}${patchSearch(text, patch)}`, [pathname, text]);
	const set = useCallback(
		(patch: UrlPatch, history: "push" | "replace" = "push") =>
			start(() => {
				showText(patchSearch(text, patch).slice(1));
				router[history](href(patch), { scroll: false });
			}),
		[router, href, text, showText],
	);
	return useMemo(() => {
		const search = new URLSearchParams(text);
		return {
			get: (name: string) => search.get(name) ?? "",
			all: (name: string) => search.getAll(name),
			href,
			set,
			pending,
		};
	}, [text, href, set, pending]);
}

export type UrlState = ReturnType<typeof useUrlState>;
