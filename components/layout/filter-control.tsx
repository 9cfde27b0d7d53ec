"use client";

import { useTranslations } from "next-intl";
import type { FilterField } from "@/components/layout/filter-fields";
import type { UrlState } from "@/components/layout/use-url-state";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";

/** The control of one filter; a choice applies at once. */
export function FilterControl({ field, url }: { field: FilterField; url: UrlState }) {
	const id = `filter-${field.name}`;
	const value = url.get(field.name);
	const choose = (next: string | string[] | null) => url.set({ [field.name]: next });
	if (field.kind === "flag") {
		return (
			<label className="flex items-center gap-2 text-sm">
				<Checkbox checked={value !== ""} onChange={(event) => choose(event.target.checked ? "1" : null)} />
				{field.label}
			</label>
		);
	}
	if (field.kind === "choice" && field.multiple) {
		return <Choices field={field} chosen={url.all(field.name)} onChoose={choose} />;
	}
	return (
		<div className="flex flex-col gap-1">
			<Label htmlFor={id}>{field.label}</Label>
			{field.kind === "choice" ? <Choice id={id} field={field} value={value} onChoose={choose} /> : null}
			{field.kind === "text" || field.kind === "day" ? (
				<Input
					key={value}
					id={id}
					type={field.kind === "day" ? "date" : "text"}
					defaultValue={value}
					placeholder={field.kind === "text" ? field.placeholder : undefined}
					onBlur={(event) => event.target.value !== value && choose(event.target.value)}
					onKeyDown={(event) => event.key === "Enter" && choose(event.currentTarget.value)}
				/>
			) : null}
			{field.kind === "custom" ? field.render(value, choose) : null}
		</div>
	);
}

type ChoiceField = Extract<FilterField, { kind: "choice" }>;

function Choice(props: { id: string; field: ChoiceField; value: string; onChoose: (value: string) => void }) {
	const t = useTranslations("common.filters");
	return (
		<Select id={props.id} value={props.value} onChange={(event) => props.onChoose(event.target.value)}>
			<option value="">{t("any")}</option>
			{props.field.options.map((option) => (
				<option key={option.value} value={option.value}>
					{option.label}
				</option>
			))}
		</Select>
	);
}

type ChoicesProps = { field: ChoiceField; chosen: string[]; onChoose: (values: string[]) => void };

function Choices({ field, chosen, onChoose }: ChoicesProps) {
	const toggle = (value: string, on: boolean) =>
		onChoose(on ? [...chosen, value] : chosen.filter((item) => item !== value));
	return (
		<fieldset>
			<legend className="mb-1 font-medium text-sm">{field.label}</legend>
			<div className="flex max-h-44 flex-col gap-1 overflow-y-auto">
				{field.options.map((option) => (
					<label key={option.value} className="flex min-h-6 items-center gap-2 text-sm">
						<Checkbox
							checked={chosen.includes(option.value)}
							onChange={(event) => toggle(option.value, event.target.checked)}
						/>
						{option.label}
					</label>
				))}
			</div>
		</fieldset>
	);
}
