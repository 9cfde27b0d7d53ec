"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { replayEarlyKeys } from "@/components/layout/early-keys";
import { isTyping } from "@/components/layout/keyboard";
import { navigationFor, pageHref } from "@/components/layout/navigation";
import { type Overlay, onOverlay } from "@/components/layout/overlays";
import type { ShellGuild, ShellGuildLink } from "@/components/layout/shell-types";
import { onFirstToast } from "@/components/ui/toast";

const CommandPalette = lazy(() => import("@/components/layout/command-palette"));
const ShortcutHelp = lazy(() => import("@/components/layout/shortcut-help"));
const Toaster = lazy(() => import("@/components/ui/toaster"));

/** How long after `g` the second key counts. */
const sequenceMs = 1200;

type OverlayHostProps = { guild: ShellGuild | null; guilds: ShellGuildLink[] };

/** Listens for the keys that work everywhere and shows palette, help and toasts, whose code loads when first needed. */
export function OverlayHost({ guild, guilds }: OverlayHostProps) {
	const t = useTranslations("common");
	const [overlay, setOverlay] = useState<Overlay | null>(null);
	const [toasts, setToasts] = useState(false);
	useEffect(() => onOverlay(setOverlay), []);
	useEffect(() => onFirstToast(() => setToasts(true)), []);
	useGlobalKeys(guild, setOverlay);
	const close = () => setOverlay(null);
	return (
		<Suspense fallback={null}>
			{overlay === "palette" ? <CommandPalette guild={guild} guilds={guilds} onClose={close} /> : null}
			{overlay === "shortcuts" ? <ShortcutHelp guild={guild} onClose={close} /> : null}
			{toasts ? <Toaster label={t("notifications")} /> : null}
		</Suspense>
	);
}

function useGlobalKeys(guild: ShellGuild | null, show: (overlay: Overlay) => void): void {
	const router = useRouter();
	const sequenceStart = useRef(0);
	useEffect(() => {
		function go(key: string): boolean {
			const pages = guild ? navigationFor(guild.level).flatMap((group) => group.pages) : [];
			const page = pages.find((entry) => entry.key === key);
			if (guild && page) router.push(pageHref(guild.id, page));
			return page !== undefined;
		}
		function act(key: string, time: number): boolean {
			if (time - sequenceStart.current < sequenceMs) {
				sequenceStart.current = 0;
				return go(key);
			}
			if (key === "g") sequenceStart.current = time;
			else if (key === "?") show("shortcuts");
			else if (key === "/") focusSearch(show);
			else return false;
			return true;
		}
		function onKey(event: KeyboardEvent): void {
			const palette = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
			if (palette) show("palette");
			if (palette || (!isTyping(event) && act(event.key, event.timeStamp))) event.preventDefault();
		}
		document.addEventListener("keydown", onKey);
		replayEarlyKeys();
		return () => document.removeEventListener("keydown", onKey);
	}, [guild, router, show]);
}

/** The page's own search field; the palette where a page has none. */
function focusSearch(show: (overlay: Overlay) => void): void {
	const field = document.querySelector<HTMLInputElement>("[data-page-search]");
	if (field) field.select();
	else show("palette");
}
