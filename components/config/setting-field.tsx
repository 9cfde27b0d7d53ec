"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDirectory } from "@/components/config/directory";
import { SettingControl } from "@/components/config/setting-control";
import { SettingValue } from "@/components/config/setting-value";
import type { ConfigDraft } from "@/components/config/use-config-draft";
import { Badge } from "@/components/ui/badge";
import { Field } from "@/components/ui/field";
import { type Level, levelNames } from "@/lib/auth/permissions";
import { cn } from "@/lib/cn";
import { controls, levelNeeded } from "@/lib/config/fields";
import type { SettingName, SettingValue as Value } from "@/lib/config/schema";

type SettingFieldProps = { name: SettingName; level: Level; draft: ConfigDraft };

/** A setting with its label, its help and what is wrong with it; text only where the reader may not change it. */
export function SettingField({ name, level, draft }: SettingFieldProps) {
	const t = useTranslations("config");
	const problem = useProblem();
	const value = name in draft.changes ? (draft.changes[name] as Value) : draft.config.settings[name];
	const isChanged = name in draft.changes;
	const isWide = controls[name].kind === "longText";
	if (levelNeeded(name) > level) return <ReadOnlySetting name={name} value={value} level={level} />;
	const label = t(`settings.${name}.label`);
	return (
		<Field
			id={`setting-${name}`}
			label={label}
			help={t(`settings.${name}.help`)}
			hint={isChanged ? <Badge tone="accent">{t("changed")}</Badge> : undefined}
			error={problem(name, value, draft.refused.includes(name))}
			className={cn("min-w-0", isWide && "md:col-span-full")}
		>
			{(control) => (
				<SettingControl
					name={name}
					label={label}
					value={value}
					onChange={(next) => draft.set(name, next)}
					control={control}
				/>
			)}
		</Field>
	);
}

/** What is wrong with a setting: it was refused, or it points to what was deleted. */
function useProblem() {
	const t = useTranslations("config");
	const directory = useDirectory();
	return (name: SettingName, value: Value, isRefused: boolean): string | undefined => {
		const control = controls[name];
		const ids = [value ?? []].flat().map(String);
		if (control.kind === "role" && ids.some((id) => directory.role(id)?.isDeleted !== false))
			return t("invalid.role");
		const isChannel = control.kind === "channel" || control.kind === "channels";
		if (isChannel && ids.some((id) => directory.channel(id)?.isDeleted !== false))
			return t("invalid.channel");
		if (!isRefused) return undefined;
		const { min = 1, max = 0 } = {
			...("min" in control ? control : {}),
			...("max" in control ? control : {}),
		};
		return t(`invalid.${control.kind}`, { min, max });
	};
}

function ReadOnlySetting({ name, value, level }: { name: SettingName; value: Value; level: Level }) {
	const t = useTranslations("config");
	const levels = useTranslations("common.level");
	const needed = levelNeeded(name);
	return (
		<dl className={cn("min-w-0", controls[name].kind === "longText" && "md:col-span-full")}>
			<dt className="flex items-baseline justify-between gap-2 font-medium text-sm">
				{t(`settings.${name}.label`)}
				{level >= 5 ? (
					<span className="inline-flex items-center gap-1 font-normal text-muted text-xs">
						<Lock aria-hidden className="size-3" />
						{t("needs", { level: levels(levelNames[needed]) })}
					</span>
				) : null}
			</dt>
			<dd className="mt-1.5 flex min-h-8 min-w-0 items-center text-sm">
				<SettingValue name={name} value={value} />
			</dd>
			<dd className="mt-1.5 text-muted text-xs">{t(`settings.${name}.help`)}</dd>
		</dl>
	);
}
