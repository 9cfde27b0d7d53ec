"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { memberField } from "@/components/discord/member-field";
import { FilterBar } from "@/components/layout/filter-bar";
import type { Outcome } from "@/lib/commands/schema";

type ExecutionFiltersProps = {
	guildId: string;
	choices: {
		commands: string[];
		channels: { id: string; name: string }[];
		user: { id: string; name: string } | null;
	};
	/** Shown at the right end. */
	children?: ReactNode;
};

/** What the list of executions can be narrowed to; the period is chosen above. */
export function ExecutionFilterBar({ guildId, choices, children }: ExecutionFiltersProps) {
	const t = useTranslations("commands");
	const outcomes: Outcome[] = ["ok", "error"];
	return (
		<FilterBar
			fields={[
				{
					kind: "choice",
					name: "command",
					label: t("columns.command"),
					options: choices.commands.map((name) => ({ value: name, label: name })),
				},
				{
					kind: "choice",
					name: "outcome",
					label: t("columns.outcome"),
					options: outcomes.map((value) => ({ value, label: t(`outcomes.${value}`) })),
				},
				memberField({ guildId, name: "user", label: t("columns.user"), known: [choices.user] }),
				{
					kind: "choice",
					name: "channel",
					label: t("columns.channel"),
					options: choices.channels.map(({ id, name }) => ({ value: id, label: `#${name}` })),
				},
			]}
		>
			{children}
		</FilterBar>
	);
}
