"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";

type LoadOlderProps = {
	more: boolean;
	pending: boolean;
	failed: boolean;
	/** Whether the list is longer than its first page: a short one shows its end by itself. */
	long: boolean;
	load: () => void;
};

/** Loads the next rows shortly before the end is reached; a button for those who do not scroll, and after a failure. */
export function LoadOlder({ more, pending, failed, long, load }: LoadOlderProps) {
	const t = useTranslations("common.table");
	const end = useRef<HTMLDivElement>(null);
	const automatic = more && !pending && !failed;
	useEffect(() => {
		if (!automatic || !end.current) return;
		const observer = new IntersectionObserver(
			([entry]) => {
				if (entry?.isIntersecting) load();
			},
			{ rootMargin: "600px" },
		);
		observer.observe(end.current);
		return () => observer.disconnect();
	}, [automatic, load]);
	if (!more && !long) return null;
	return (
		<div ref={end} className="flex min-h-12 items-center justify-center gap-3 py-2 text-muted text-sm">
			{failed ? <span role="alert">{t("failed")}</span> : null}
			{more ? (
				<Button size="sm" disabled={pending} onClick={load}>
					{pending ? t("loadingOlder") : t("loadOlder")}
				</Button>
			) : (
				t("end")
			)}
		</div>
	);
}
