"use client";

import { useFormat, useNow } from "@/components/layout/format";

type TimeProps = {
	/** ISO text or milliseconds since 1970. */
	value: string | number;
	/** `when`: relative for a week, then the date. `date`: the day. `full`: day and minute. */
	show?: "when" | "date" | "full";
	className?: string;
};

/** A moment: short on the page; on hover in full, in the server's zone and in UTC. */
export function Time({ value, show = "when", className }: TimeProps) {
	const format = useFormat();
	const now = useNow();
	const time = typeof value === "number" ? value : Date.parse(value);
	const full = format.full(time);
	const text =
		show === "date" ? format.date(time) : show === "full" ? format.dateTime(time) : format.when(time, now);
	return (
		<time
			dateTime={new Date(time).toISOString()}
			title={format.timeZone === "UTC" ? full : `${full} · ${format.full(time, "UTC")}`}
			suppressHydrationWarning
			className={className ?? "whitespace-nowrap"}
		>
			{text}
		</time>
	);
}
