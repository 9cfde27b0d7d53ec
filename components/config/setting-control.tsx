"use client";

import { ChannelListPicker } from "@/components/config/channel-list-picker";
import { LanguagePicker } from "@/components/config/language-picker";
import { ChannelPicker, RolePicker } from "@/components/config/reference-picker";
import type { FieldControl } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import { TimeZonePicker } from "@/components/ui/time-zone-picker";
import { controls } from "@/lib/config/fields";
import type { SettingName, SettingValue } from "@/lib/config/schema";

type SettingControlProps = {
	name: SettingName;
	label: string;
	value: SettingValue;
	onChange: (value: SettingValue) => void;
	control: FieldControl;
};

/** The control a setting is changed with. */
export function SettingControl(props: SettingControlProps) {
	const { name, value, onChange, control } = props;
	const field = controls[name];
	if (field.kind === "switch")
		return (
			<Switch {...control} checked={value === true} onChange={(event) => onChange(event.target.checked)} />
		);
	if (field.kind === "number")
		return (
			<Input
				{...control}
				type="number"
				inputMode="numeric"
				min={field.min}
				max={field.max}
				value={Number.isNaN(value) ? "" : Number(value)}
				onChange={(event) => onChange(event.target.valueAsNumber)}
				className="w-28 tabular-nums"
			/>
		);
	if (field.kind === "longText")
		return (
			<Textarea
				{...control}
				rows={4}
				value={String(value ?? "")}
				onChange={(event) => onChange(event.target.value)}
				className="max-h-80"
			/>
		);
	if (field.kind === "text")
		return (
			<Input
				{...control}
				autoComplete="off"
				spellCheck={false}
				value={String(value ?? "")}
				onChange={(event) => onChange(event.target.value === "" ? null : event.target.value)}
				className="w-28 font-mono"
			/>
		);
	return <Choice {...props} />;
}

function Choice({ name, label, value, onChange, control }: SettingControlProps) {
	const { kind } = controls[name];
	const chosen = typeof value === "string" ? value : "";
	const chooseId = (id: string) => onChange(id === "" ? null : id);
	if (kind === "channels")
		return (
			<ChannelListPicker
				control={control}
				label={label}
				value={Array.isArray(value) ? value : []}
				onChange={onChange}
			/>
		);
	if (kind === "channel")
		return <ChannelPicker control={control} label={label} value={chosen} onChange={chooseId} />;
	if (kind === "role")
		return <RolePicker control={control} label={label} value={chosen} onChange={chooseId} />;
	if (kind === "timeZone")
		return <TimeZonePicker control={control} label={label} value={chosen} onChange={onChange} />;
	return (
		<LanguagePicker
			control={control}
			label={label}
			value={chosen}
			onChange={onChange}
			withRegions={kind === "locale"}
		/>
	);
}
