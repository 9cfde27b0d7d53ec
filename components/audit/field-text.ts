"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/components/layout/format";
import { record } from "@/lib/audit/field-changes";
import { namePermissions } from "@/lib/discord/permissions";
import { isSnowflake } from "@/lib/discord/snowflake";
import type { Names } from "@/lib/guilds/schema";

const permissionFields = new Set(["permissions", "allow", "deny"]);

/** `#5865f2`, as Discord writes colours. */
function hexColour(colour: number): string {
	return `#${colour.toString(16).padStart(6, "0")}`;
}

const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** Says a stored value in words: ids by name, times in the server's zone, lists one after another. */
export function useFieldText(): (value: unknown, names: Names, field: string) => string {
	const t = useTranslations("audit.values");
	const discord = useTranslations("discord");
	const format = useFormat();
	const permissions = (bits: string) =>
		namePermissions(bits)
			.names.map((name) => discord(`permissions.${name}`))
			.join(", ") || t("nothing");
	const say = (value: unknown, names: Names, field: string): string => {
		if (value === null || value === undefined) return t("nothing");
		if (value === "") return t("empty");
		if (typeof value === "boolean") return t(value ? "yes" : "no");
		if (permissionFields.has(field) && /^\d+$/.test(String(value))) return permissions(String(value));
		if (field === "color" && typeof value === "number") return hexColour(value);
		if (typeof value === "number") return format.number(value, 6);
		if (Array.isArray(value))
			return value.length === 0 ? t("empty") : value.map((one) => say(one, names, field)).join(", ");
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
