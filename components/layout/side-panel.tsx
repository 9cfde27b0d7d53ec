"use client";

import { Maximize2, X } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { buttonStyles } from "@/components/ui/button";

type SidePanelProps = {
	title: string;
	/** The list's address without the panel. */
	closeHref: string;
	/** The same content as a page of its own. */
	fullHref?: string;
	/** Shown beside the title, such as a badge or an action. */
	actions?: ReactNode;
	children: ReactNode;
};

/** What a row opens, beside its list and with its own URL; full-screen on a phone. Escape closes it. */
export function SidePanel({ title, closeHref, fullHref, actions, children }: SidePanelProps) {
	const t = useTranslations("common.panel");
	const router = useRouter();
	const panel = useRef<HTMLElement>(null);
	useEffect(() => {
		const opener = document.activeElement;
		panel.current?.focus({ preventScroll: true });
		return () => {
			if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
		};
	}, []);
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			const elsewhere = event.target instanceof Element && event.target.closest("[role=dialog], [popover]");
			if (event.key !== "Escape" || event.defaultPrevented || elsewhere) return;
			router.push(closeHref, { scroll: false });
		};
		document.addEventListener("keydown", onKey);
		return () => document.removeEventListener("keydown", onKey);
	}, [router, closeHref]);
	const icon = buttonStyles({ variant: "ghost", size: "icon-sm" });
	return (
		<aside
			ref={panel}
			tabIndex={-1}
			aria-label={title}
			className="fade-in fixed inset-y-0 right-0 z-40 flex w-full flex-col border-border border-l bg-surface shadow-overlay outline-none md:top-(--topbar) md:w-[32rem]"
		>
			<header className="flex h-11 shrink-0 items-center gap-2 border-border border-b pr-2 pl-4">
				<h2 className="min-w-0 flex-1 truncate font-semibold text-base">{title}</h2>
				{actions}
				{fullHref ? (
					<Link href={fullHref} aria-label={t("full")} title={t("full")} className={icon}>
						<Maximize2 aria-hidden />
					</Link>
				) : null}
				<Link
					href={closeHref}
					scroll={false}
					aria-label={t("close")}
					title={`${t("close")} (Esc)`}
					className={icon}
				>
					<X aria-hidden />
				</Link>
			</header>
			<div className="min-h-0 flex-1 overflow-y-auto p-4">{children}</div>
		</aside>
	);
}
