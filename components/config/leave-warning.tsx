"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ConfirmDialog } from "@/components/ui/alert-dialog";

/** While active: asks before a link or the browser leaves the page and its changes behind. */
export function LeaveWarning({ active }: { active: boolean }) {
	const t = useTranslations("config.leave");
	const router = useRouter();
	const [target, setTarget] = useState<string | null>(null);
	useEffect(() => {
		if (!active) return;
		const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
		const onClick = (event: MouseEvent) => {
			const href = leavingTo(event);
			if (href === undefined) return;
			event.preventDefault();
			event.stopPropagation();
			setTarget(href);
		};
		window.addEventListener("beforeunload", onUnload);
		document.addEventListener("click", onClick, { capture: true });
		return () => {
			window.removeEventListener("beforeunload", onUnload);
			document.removeEventListener("click", onClick, { capture: true });
		};
	}, [active]);
	return (
		<ConfirmDialog
			open={target !== null}
			onOpenChange={(open) => open || setTarget(null)}
			title={t("title")}
			consequence={t("consequence")}
			confirmLabel={t("confirm")}
			onConfirm={() => target && router.push(target)}
		/>
	);
}

/** Where a plain click on a link to another page of this site leads. */
function leavingTo(event: MouseEvent): string | undefined {
	if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
		return undefined;
	const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
	if (!link || link.target === "_blank") return undefined;
	const url = new URL(link.href);
	if (url.origin !== location.origin || url.pathname === location.pathname) return undefined;
	return url.pathname + url.search + url.hash;
}
