"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/components/layout/format";
import { record } from "@/lib/audit/field-changes";
import { isSnowflake } from "@/lib/discord/snowflake";
import type { Names } from "@/lib/guilds/schema";

const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** Says a stored value in words: ids by name, times in the server's zone, lists one after another. */
export function useFieldText(): (value: unknown, names: Names) => string {
	const t = useTranslations("audit.values");
	const format = useFormat();
	const say = (value: unknown, names: Names): string => {
		if (value === null || value === undefined) return t("nothing");
		if (value === "") return t("empty");
		if (typeof value === "boolean") return t(value ? "yes" : "no");
		if (typeof value === "number") return format.number(value, 6);
		if (Array.isArray(value))
			return value.length === 0 ? t("empty") : value.map((one) => say(one, names)).join(", ");
		if (typeof value === "object") return text(record(value).name) ?? JSON.stringify(value);
		const written = String(value);
		if (isSnowflake(written)) return nameOf(written, names);
		return isoTime.test(written) ? format.dateTime(Date.parse(written)) : written;
	};
	return say;
}

function text(value: unknown): string | undefined {
	return typeof value === "string" ? value : undefined;
}

function nameOf(id: string, names: Names): string {
	const named = names[id];
	if (!named) return id;
	return { user: "@", role: "@", channel: "#" }[named.kind] + named.name;
}
