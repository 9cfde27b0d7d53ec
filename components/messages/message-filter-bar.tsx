"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { memberField } from "@/components/discord/member-field";
import { FilterBar } from "@/components/layout/filter-bar";
import type { FilterField } from "@/components/layout/filter-fields";
import { SearchBox } from "@/components/messages/search-box";
import type { MessageSearchFrame } from "@/lib/messages/frame";
import { messageParts } from "@/lib/messages/searched-parts";

/** Kinds worth searching for; others can stand in the address. */
const types = [
	"regular",
	"reply",
	"chat_input_command",
	"guild_member_join",
	"user_premium_guild_subscription",
	"channel_pinned_message",
	"thread_created",
	"auto_moderation_action",
] as const;

type MessageFilterBarProps = {
	guildId: string;
	frame: MessageSearchFrame;
	/** Shown at the right end. */
	children?: ReactNode;
};

/** The search and what it is narrowed to, all of it in the address. */
export function MessageFilterBar({ guildId, frame, children }: MessageFilterBarProps) {
	const t = useTranslations("messages");
	const person = (name: "author" | "mentions") =>
		memberField({
			guildId,
			name,
			label: t(`filters.${name}`),
			placeholder: t(`filters.${name}Placeholder`),
			known: frame.people,
		});
	const fields: FilterField[] = [
		person("author"),
		{
			kind: "choice",
			name: "channel",
			label: t("filters.channel"),
			options: frame.channels.map(({ id, name }) => ({ value: id, label: `#${name}` })),
		},
		person("mentions"),
		{
			kind: "choice",
			name: "has",
			label: t("filters.has"),
			multiple: true,
			options: messageParts.map((value) => ({ value, label: t(`parts.${value}`) })),
		},
		{
			kind: "choice",
			name: "type",
			label: t("filters.type"),
			options: types.map((value) => ({ value, label: t(`types.${value}`) })),
		},
		{ kind: "day", name: "after", label: t("filters.after") },
		{ kind: "day", name: "before", label: t("filters.before") },
		{ kind: "flag", name: "pinned", label: t("filters.pinned") },
		{ kind: "flag", name: "deleted", label: t("filters.deleted") },
	];
	return (
		<FilterBar searchBox={(url) => <SearchBox url={url} />} fields={fields}>
			{children}
		</FilterBar>
	);
}
