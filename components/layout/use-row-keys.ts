"use client";

import { type RefObject, useEffect } from "react";
import { isTyping } from "@/components/layout/keyboard";

/** The rows' own links, in order. */
const rowLinks = "a[data-row-link]";

/** `j` and `k` move the focus between the rows of a list; Enter follows the link that has it. */
export function useRowKeys(table: RefObject<HTMLElement | null>): void {
	useEffect(() => {
		function onKey(event: KeyboardEvent): void {
			const step = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
			if (step === 0 || isTyping(event) || !table.current) return;
			const links = [...table.current.querySelectorAll<HTMLElement>(rowLinks)];
			const focused = document.activeElement;
			const here = focused instanceof HTMLElement ? links.indexOf(focused) : -1;
			const next = here === -1 ? 0 : Math.min(links.length - 1, Math.max(0, here + step));
			links[next]?.focus();
			links[next]?.scrollIntoView({ block: "nearest" });
			event.preventDefault();
		}
		document.addEventListener("keydown", onKey);
		return () => document.removeEventListener("keydown", onKey);
	}, [table]);
}
