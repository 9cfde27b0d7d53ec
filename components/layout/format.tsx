"use client";

import { useLocale } from "next-intl";
import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from "react";
import * as format from "@/lib/format";

type Frame = { timeZone: string; now: number };

const FrameContext = createContext<Frame>({ timeZone: "UTC", now: 0 });

type FormatProviderProps = {
	/** The server's IANA zone; every time inside is shown in it. */
	timeZone: string;
	/** When the page was rendered, in milliseconds: the browser's first render says the same. */
	now: number;
	children: ReactNode;
};

/** Decides in which zone times are shown. */
export function FormatProvider({ timeZone, now, children }: FormatProviderProps) {
	const frame = useMemo(() => ({ timeZone, now }), [timeZone, now]);
	return <FrameContext value={frame}>{children}</FrameContext>;
}

/** One clock for every relative time on the page; it ticks once a minute. */
const clock = {
	now: Date.now(),
	subscribe(tick: () => void): () => void {
		const timer = setInterval(() => {
			clock.now = Date.now();
			tick();
		}, 60_000);
		return () => clearInterval(timer);
	},
};

/** The present in milliseconds, moving on every minute; the same as the server's on the first render. */
export function useNow(): number {
	const frame = useContext(FrameContext);
	return useSyncExternalStore(
		clock.subscribe,
		() => clock.now,
		() => frame.now || clock.now,
	);
}

/** Numbers and times in the reader's language and the server's zone, for client components. */
export function useFormat() {
	const locale = useLocale();
	const { timeZone } = useContext(FrameContext);
	return useMemo(
		() => ({
			locale,
			timeZone,
			number: (value: number, digits?: number) => format.formatNumber(value, locale, digits),
			compact: (value: number) => format.formatCompact(value, locale),
			percent: (ratio: number, digits?: number) => format.formatPercent(ratio, locale, digits),
			bytes: (value: number) => format.formatBytes(value, locale),
			latency: (milliseconds: number) => format.formatLatency(milliseconds, locale),
			duration: (seconds: number) => format.formatDuration(seconds, locale),
			when: (time: number, now: number) => format.formatWhen(time, now, locale, timeZone),
			date: (time: number) => format.formatDate(time, locale, timeZone),
			dateTime: (time: number) => format.formatDateTime(time, locale, timeZone),
			full: (time: number, zone = timeZone) => format.formatFull(time, locale, zone),
		}),
		[locale, timeZone],
	);
}
