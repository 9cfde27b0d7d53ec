"use client";

import { useTranslations } from "next-intl";
import type { KeyDraft } from "@/components/config/use-key-draft";
import { Field, type FieldControl } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import { keyInputs, keyLimits } from "@/lib/config/key-json";
import { limits } from "@/lib/config/schema";

/** Name, kind, value and description of a key, and why it is saved. */
export function KeyFields({ draft, isNew }: { draft: KeyDraft; isNew: boolean }) {
	const t = useTranslations("config.keys");
	const common = useTranslations("common");
	const { fields, set, wrong } = draft;
	return (
		<>
			{isNew ? (
				<Field
					id="key-name"
					label={t("key")}
					help={t("keyHelp")}
					error={wrong.key ? t(`invalid.${wrong.key}`, { max: keyLimits.key }) : undefined}
				>
					{(control) => (
						<Input
							{...control}
							value={fields.key}
							onChange={(event) => set({ key: event.target.value })}
							autoComplete="off"
							autoCapitalize="none"
							spellCheck={false}
							className="font-mono"
						/>
					)}
				</Field>
			) : null}
			<Field id="key-kind" label={t("kind")}>
				{(control) => (
					<Select
						{...control}
						value={fields.input}
						onChange={(event) => {
							const input = keyInputs.find((known) => known === event.target.value) ?? "json";
							set({ input, typed: typedFor(input, draft) });
						}}
					>
						{keyInputs.map((input) => (
							<option key={input} value={input}>
								{t(`inputs.${input}`)}
							</option>
						))}
					</Select>
				)}
			</Field>
			<Field
				id="key-value"
				label={t("value")}
				error={wrong.value ? t(`invalid.${wrong.value}`, { input: fields.input }) : undefined}
			>
				{(control) => <ValueControl draft={draft} control={control} />}
			</Field>
			<Field id="key-description" label={t("description")} hint={common("optional")}>
				{(control) => (
					<Input
						{...control}
						value={fields.description}
						maxLength={keyLimits.description}
						onChange={(event) => set({ description: event.target.value })}
						placeholder={t("descriptionPlaceholder")}
					/>
				)}
			</Field>
			<NoteField draft={draft} />
		</>
	);
}

function NoteField({ draft: { fields, set } }: { draft: KeyDraft }) {
	const t = useTranslations("config");
	const common = useTranslations("common");
	return (
		<Field id="key-note" label={t("note")} hint={common("optional")}>
			{(control) => (
				<Input
					{...control}
					value={fields.note}
					maxLength={limits.note}
					onChange={(event) => set({ note: event.target.value })}
					placeholder={t("notePlaceholder")}
				/>
			)}
		</Field>
	);
}

function ValueControl({ draft, control }: { draft: KeyDraft; control: FieldControl }) {
	const t = useTranslations("config");
	const { fields, set } = draft;
	if (fields.input === "switch")
		return (
			<span className="flex h-8 items-center gap-2 text-sm">
				<Switch
					{...control}
					checked={fields.typed === "true"}
					onChange={(event) => set({ typed: String(event.target.checked) })}
				/>
				{t(fields.typed === "true" ? "on" : "off")}
			</span>
		);
	const text = {
		...control,
		value: fields.typed,
		onChange: (event: { target: { value: string } }) => set({ typed: event.target.value }),
	};
	if (fields.input === "number") return <Input {...text} inputMode="decimal" className="w-48 tabular-nums" />;
	return (
		<Textarea
			{...text}
			rows={fields.input === "json" ? 6 : 2}
			spellCheck={fields.input === "text"}
			className={fields.input === "json" ? "max-h-80 font-mono" : "max-h-80"}
		/>
	);
}

/** What the field starts with when another kind is chosen: the value goes along where it can. */
function typedFor(input: (typeof keyInputs)[number], { fields, json }: KeyDraft): string {
	if (input === "switch") return "false";
	if (input === "json") return json ?? "";
	return fields.typed;
}
