"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { useUrlState } from "@/components/layout/use-url-state";
import { Button } from "@/components/ui/button";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";
import { comparisons } from "@/lib/analytics/kinds";
import type { Period } from "@/lib/analytics/schema";
import { chartsFor } from "@/lib/explore/catalogue";
import { dimensionsFor, type Settled, settled } from "@/lib/explore/plan";
import { type Definition, definition as definitionSchema, filters } from "@/lib/explore/schema";
import { BuilderFilters } from "./builder-filters";
import { MeasureOptions } from "./measure-options";
import type { OfferedFilter } from "./offered-filters";

type BuilderProps = {
	guildId: string;
	level: number;
	definition: Settled["definition"];
	period: Pick<Period, "offered" | "granularity" | "compare">;
	offered: readonly OfferedFilter[];
};

/** Chooses what is shown. A choice changes the address at once; without a script it is a form with a button. */
export function Builder({ guildId, level, definition, period, offered }: BuilderProps) {
	const t = useTranslations("explore");
	const url = useUrlState();
	const { measure, dimension, chart, range, from, to } = definition;
	const choose = (patch: Partial<Definition>) => url.set(patchFor({ ...definition, ...patch }, level));
	return (
		<form
			method="get"
			data-pending={url.pending || undefined}
			className="flex flex-col gap-3 rounded-lg border border-border bg-surface p-4"
		>
			<Hidden values={{ range, from, to }} />
			<Choice name="measure" value={measure} onChoose={choose}>
				<MeasureOptions level={level} />
			</Choice>
			<Choice name="dimension" value={dimension} onChoose={choose}>
				{dimensionsFor(measure, level).map((name) => (
					<option key={name} value={name}>
						{t(`dimensions.${name}`)}
					</option>
				))}
			</Choice>
			<Choice name="chart" value={chart} onChoose={choose}>
				{chartsFor(dimension).map((name) => (
					<option key={name} value={name}>
						{t(`charts.${name}`)}
					</option>
				))}
			</Choice>
			{dimension === "time" ? (
				<Choice name="by" value={period.granularity} onChoose={choose}>
					{period.offered.map((name) => (
						<option key={name} value={name}>
							{t(`by.${name}`)}
						</option>
					))}
				</Choice>
			) : null}
			<Choice name="compare" value={period.compare} onChoose={choose}>
				{comparisons.map((name) => (
					<option key={name} value={name}>
						{t(`compare.${name}`)}
					</option>
				))}
			</Choice>
			<BuilderFilters
				guildId={guildId}
				offered={offered}
				onChoose={(name, value) => choose({ [name]: value || undefined })}
			/>
			<noscript>
				<Button type="submit" variant="primary" className="w-full">
					{t("show")}
				</Button>
			</noscript>
		</form>
	);
}

/** The address of a definition, with whatever no longer fits left out. */
function patchFor(wanted: Definition, level: number): Record<string, string | null> {
	const view = settled(wanted, level);
	const next: Definition = "needs" in view ? wanted : view.definition;
	const names = [...filters, "measure", "dimension", "chart", "by", "compare"] as const;
	return Object.fromEntries(names.map((name) => [name, next[name] ?? null]));
}

type ChoiceName = "measure" | "dimension" | "chart" | "by" | "compare";

type ChoiceProps = {
	name: ChoiceName;
	value: string;
	onChoose: (patch: Partial<Definition>) => void;
	children: ReactNode;
};

function Choice({ name, value, onChoose, children }: ChoiceProps) {
	const t = useTranslations("explore.fields");
	const id = useId();
	return (
		<div className="flex flex-col gap-1">
			<Label htmlFor={id}>{t(name)}</Label>
			<Select
				id={id}
				name={name}
				value={value}
				onChange={(event) => {
					const field = definitionSchema.shape[name].safeParse(event.target.value);
					if (field.success) onChoose({ [name]: field.data });
				}}
			>
				{children}
			</Select>
		</div>
	);
}

/** What the address says of the period stays as it is. */
function Hidden({ values }: { values: Record<string, string | undefined> }) {
	return Object.entries(values).map(([name, value]) =>
		value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
	);
}
