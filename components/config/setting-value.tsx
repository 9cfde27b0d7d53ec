"use client";

import { Check, Minus } from "lucide-react";
import { useTranslations } from "next-intl";
import { KeyEntry } from "@/components/config/key-entry";
import { languageName } from "@/components/config/languages";
import { ChannelReference, RoleReference } from "@/components/config/reference";
import { useFormat } from "@/components/layout/format";
import { controls } from "@/lib/config/fields";
import { keyOfSetting } from "@/lib/config/key-json";
import { keyEntry } from "@/lib/config/keys-schema";
import { isSettingName } from "@/lib/config/schema";

type SettingValueProps = {
	/** A setting, or a name that this version does not know. */
	name: string;
	value: unknown;
	/** The other side of the change; a key's description is not repeated. */
	other?: unknown;
};

/** A setting's value to read: channels and roles as Discord shows them, "not set" where there is none. */
export function SettingValue({ name, value, other }: SettingValueProps) {
	const t = useTranslations("config");
	const format = useFormat();
	const entry = keyOfSetting(name) === undefined ? undefined : keyEntry.safeParse(value).data;
	if (entry !== undefined) {
		const description = keyEntry.safeParse(other).data?.description;
		return <KeyEntry entry={entry} isValueOnly={description === entry?.description} />;
	}
	const kind = isSettingName(name) ? controls[name].kind : undefined;
	if (value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0))
		return <span className="text-muted">{t("notSet")}</span>;
	if (kind === "channel" && typeof value === "string") return <ChannelReference id={value} />;
	if (kind === "role" && typeof value === "string") return <RoleReference id={value} />;
	if (kind === "channels" && Array.isArray(value))
		return (
			<ul className="flex min-w-0 flex-wrap gap-x-3 gap-y-1">
				{value.map((id) => (
					<li key={String(id)} className="min-w-0">
						<ChannelReference id={String(id)} />
					</li>
				))}
			</ul>
		);
	if (typeof value === "boolean") return <OnOff isOn={value} />;
	if (typeof value === "number") return <span className="tabular-nums">{format.number(value)}</span>;
	if (kind === "text") return <code className="font-mono">{String(value)}</code>;
	if (kind === "timeZone") return <span>{String(value).replaceAll("_", " ")}</span>;
	if (kind === "language" || kind === "locale")
		return <span>{languageName(String(value), format.locale)}</span>;
	return (
		<span className="whitespace-pre-wrap break-words">
			{typeof value === "string" ? value : JSON.stringify(value)}
		</span>
	);
}

function OnOff({ isOn }: { isOn: boolean }) {
	const t = useTranslations("config");
	const Icon = isOn ? Check : Minus;
	return (
		<span className="inline-flex items-center gap-1">
			<Icon aria-hidden className="size-4 text-muted" />
			{t(isOn ? "on" : "off")}
		</span>
	);
}
