"use client";

import { useMemo } from "react";
import { Combobox } from "@/components/ui/combobox";
import type { FieldControl } from "@/components/ui/field";

type TimeZonePickerProps = {
	control: FieldControl;
	label: string;
	value: string;
	onChange: (value: string) => void;
};

/** Every time zone that the browser knows, and the chosen one where it does not. */
export function TimeZonePicker({ control, label, value, onChange }: TimeZonePickerProps) {
	const options = useMemo(
		() =>
			[...new Set(["UTC", ...Intl.supportedValuesOf("timeZone"), value])].map((zone) => ({
				value: zone,
				label: zone.replaceAll("_", " "),
			})),
		[value],
	);
	return (
		<Combobox
			{...control}
			label={label}
			placeholder={label}
			options={options}
			value={value}
			onValueChange={onChange}
		/>
	);
}
