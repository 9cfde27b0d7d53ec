"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { useUrlState } from "@/components/layout/use-url-state";
import { Select } from "@/components/ui/select";
import { comparisons } from "@/lib/analytics/kinds";
import type { Granularity, Period } from "@/lib/analytics/schema";

type PeriodControlsProps = Pick<Period, "offered" | "granularity" | "compare">;

/** How long a point is and what the period is set against, both in the address. */
export function PeriodControls({ offered, granularity, compare }: PeriodControlsProps) {
	const t = useTranslations("analytics");
	const url = useUrlState();
	return (
		<div className="flex flex-wrap items-center gap-x-4 gap-y-2" data-pending={url.pending || undefined}>
			<Choice
				label={t("by.label")}
				value={granularity}
				options={offered.map((value: Granularity) => ({ value, label: t(`by.${value}`) }))}
				onChoose={(by) => url.set({ by })}
			/>
			<Choice
				label={t("compare.label")}
				value={compare}
				options={comparisons.map((value) => ({ value, label: t(`compare.${value}`) }))}
				onChoose={(value) => url.set({ compare: value === "previous" ? null : value })}
			/>
		</div>
	);
}

type ChoiceProps = {
	label: string;
	value: string;
	options: { value: string; label: string }[];
	onChoose: (value: string) => void;
};

function Choice({ label, value, options, onChoose }: ChoiceProps) {
	const id = useId();
	return (
		<div className="flex items-center gap-2">
			<label htmlFor={id} className="text-muted text-sm">
				{label}
			</label>
			<Select
				id={id}
				value={value}
				disabled={options.length < 2}
				onChange={(event) => onChoose(event.target.value)}
				className="w-auto"
			>
				{options.map((option) => (
					<option key={option.value} value={option.value}>
						{option.label}
					</option>
				))}
			</Select>
		</div>
	);
}
