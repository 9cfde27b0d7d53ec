"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { MemberPicker } from "@/components/discord/member-picker";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";
import type { Filter } from "@/lib/explore/schema";
import type { OfferedFilter } from "./offered-filters";

type BuilderFiltersProps = {
	guildId: string;
	offered: readonly OfferedFilter[];
	/** An empty value takes the filter away. */
	onChoose: (name: Filter, value: string) => void;
};

/** What only some of it is counted by. */
export function BuilderFilters({ guildId, offered, onChoose }: BuilderFiltersProps) {
	const t = useTranslations("explore");
	if (offered.length === 0) return null;
	return (
		<fieldset className="flex flex-col gap-3 border-border border-t pt-3">
			<legend className="sr-only">{t("fields.filters")}</legend>
			{offered.map((filter) => (
				<FilterField
					key={filter.name}
					guildId={guildId}
					filter={filter}
					onChoose={(value) => onChoose(filter.name, value)}
				/>
			))}
		</fieldset>
	);
}

type FilterFieldProps = { guildId: string; filter: OfferedFilter; onChoose: (value: string) => void };

function FilterField({ guildId, filter: { name, value, options, chosen }, onChoose }: FilterFieldProps) {
	const t = useTranslations("explore");
	const id = useId();
	const label = t(`filters.${name}`);
	return (
		<div className="flex flex-col gap-1">
			<Label htmlFor={id}>{label}</Label>
			{options === null ? (
				<>
					<MemberPicker
						id={id}
						guildId={guildId}
						label={label}
						value={value}
						known={[chosen]}
						onChoose={onChoose}
					/>
					<noscript>
						<Input name={name} defaultValue={value} aria-label={t("fields.id", { field: label })} />
					</noscript>
				</>
			) : (
				<Select id={id} name={name} value={value} onChange={(event) => onChoose(event.target.value)}>
					<option value="">{t("fields.any")}</option>
					{options.map((option) => (
						<option key={option.value} value={option.value}>
							{option.label}
						</option>
					))}
				</Select>
			)}
		</div>
	);
}
