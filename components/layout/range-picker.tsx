"use client";

import { CalendarRange } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Disclosure } from "@/components/layout/disclosure";
import { useUrlState } from "@/components/layout/use-url-state";
import { Button } from "@/components/ui/button";
import { type DateRange, DateRangeInput } from "@/components/ui/date-range-input";
import { cn } from "@/lib/cn";
import { type AnalyticsRange, defaultRange, rangePresets } from "@/lib/range-presets";

type RangePickerProps = {
	/** The periods offered by name. */
	presets?: readonly AnalyticsRange[];
};

/** The period of a page, in its address: `?range=30d`, or `?from=2026-01-01&to=2026-03-31`. */
export function RangePicker({ presets = rangePresets }: RangePickerProps) {
	const t = useTranslations("common.range");
	const url = useUrlState();
	const custom: DateRange = { from: url.get("from"), to: url.get("to") };
	const isCustom = custom.from !== "" && custom.to !== "";
	const chosen = isCustom ? "custom" : url.get("range") || defaultRange;
	return (
		<div className="relative flex flex-wrap items-center gap-2" data-pending={url.pending || undefined}>
			<nav aria-label={t("title")} className="flex h-8 rounded-md border border-border bg-surface p-0.5">
				{presets.map((preset) => (
					<Link
						key={preset}
						href={url.href({ range: preset === defaultRange ? null : preset, from: null, to: null })}
						scroll={false}
						prefetch={false}
						title={t(preset)}
						aria-label={t(preset)}
						aria-current={chosen === preset ? "true" : undefined}
						className={cn(
							"flex items-center rounded px-2.5 text-sm max-md:px-2",
							chosen === preset ? "bg-hover font-medium text-text" : "text-muted hover:text-text",
						)}
					>
						{t(`short.${preset}`)}
					</Link>
				))}
			</nav>
			<Disclosure
				align="end"
				active={isCustom}
				icon={<CalendarRange aria-hidden />}
				label={isCustom ? `${custom.from} – ${custom.to}` : t("custom")}
			>
				{(close) => (
					<CustomRange
						initial={custom}
						onApply={(range) => {
							url.set({ ...range, range: null });
							close();
						}}
					/>
				)}
			</Disclosure>
		</div>
	);
}

function CustomRange({ initial, onApply }: { initial: DateRange; onApply: (range: DateRange) => void }) {
	const t = useTranslations("common.range");
	const [range, setRange] = useState(initial);
	return (
		<form
			className="flex flex-col gap-3"
			onSubmit={(event) => {
				event.preventDefault();
				onApply(range);
			}}
		>
			<DateRangeInput
				id="range"
				value={range}
				onValueChange={setRange}
				labels={{ from: t("from"), to: t("to") }}
				max={new Date().toISOString().slice(0, 10)}
			/>
			<Button type="submit" variant="primary" disabled={range.from === "" || range.to === ""}>
				{t("apply")}
			</Button>
		</form>
	);
}
