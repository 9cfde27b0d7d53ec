"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFieldName } from "@/components/audit/field-name";
import { useFieldText } from "@/components/audit/field-text";
import type { AuditEntry } from "@/lib/audit/schema";
import { sentenceOf } from "@/lib/audit/sentence";

/** What happened, in one sentence. It holds no links: in a list the whole of it is one. */
export function AuditSentence({ entry }: { entry: AuditEntry }) {
	const t = useTranslations("audit.sentences");
	const fieldName = useFieldName();
	const fieldText = useFieldText();
	const subject = useSubject(entry);
	const { key, field, what, called, count } = sentenceOf(entry);
	const { actorId, actorName, targetId, channelId, names } = entry;
	const name = (id: string | null, otherwise: string) =>
		(id === null ? undefined : names[id]?.name) ?? (otherwise || id);
	const strong = (text: string) => (): ReactNode => <b className="font-medium text-text">{text}</b>;
	return t.rich(`${entry.source}.${key}`, {
		count,
		what,
		action: what,
		field: field ? fieldName(field.field) : "",
		until: field ? fieldText(field.after, names, field.field) : "",
		actor: strong(actorId !== null && names[actorId] ? names[actorId].name : (actorName ?? t("someone"))),
		target: strong(name(targetId, called) ?? t("something")),
		channel: strong(channelId === null ? t("somewhere") : `#${name(channelId, "")}`),
		thing: strong(what === "" ? t("something") : what),
		subject: strong(subject),
		before: strong(field ? fieldText(field.before, names, field.field) : ""),
		after: strong(field ? fieldText(field.after, names, field.field) : ""),
	});
}

/** What a change of the dashboard was about: a case by its number, a setting by its key. */
function useSubject({ table, rowKey, number, targetId, names }: AuditEntry): string {
	const t = useTranslations("audit.tables");
	const [first = ""] = rowKey?.split("/") ?? [];
	const key = names[first]?.name ?? first;
	const person = targetId === null ? "" : (names[targetId]?.name ?? targetId);
	const known = table !== null && t.has(table) ? table : "other";
	return t(known, { number: number ?? 0, key, person, table: table?.replaceAll("_", " ") ?? "" });
}
