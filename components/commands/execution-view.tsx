"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CommandName } from "@/components/commands/command-name";
import { ExecutionAnswer } from "@/components/commands/execution-answer";
import { ExecutionFacts } from "@/components/commands/execution-facts";
import { ExecutionOptions } from "@/components/commands/execution-options";
import { OutcomeBadge } from "@/components/commands/outcome-badge";
import type { ExecutionDetail } from "@/lib/commands/schema";

type ExecutionViewProps = {
	guildId: string;
	cdn: string | null;
	execution: ExecutionDetail;
	/** One level below the heading above it. */
	heading: "h2" | "h3";
};

/** One use of a command in full: who, where, with which options, what came of it, and how long it took. */
export function ExecutionView({ guildId, cdn, execution, heading }: ExecutionViewProps) {
	const t = useTranslations("commands.detail");
	const { command, commandType, interaction, outcome, error } = execution;
	return (
		<div className="flex flex-col gap-5">
			<div className="flex flex-wrap items-center justify-between gap-2">
				<CommandName name={command} type={commandType} interaction={interaction} className="text-lg" />
				<OutcomeBadge outcome={outcome} />
			</div>
			{outcome === "error" ? (
				<div className="flex gap-2 rounded-md bg-danger-tint p-3 text-danger text-sm">
					<CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
					<p className="min-w-0 break-words">{error ?? t("noErrorText")}</p>
				</div>
			) : null}
			<ExecutionFacts guildId={guildId} cdn={cdn} execution={execution} />
			<Section heading={heading} title={t("options")}>
				<ExecutionOptions guildId={guildId} cdn={cdn} execution={execution} />
			</Section>
			<Section heading={heading} title={t("answer")}>
				<ExecutionAnswer guildId={guildId} cdn={cdn} execution={execution} />
			</Section>
		</div>
	);
}

type SectionProps = { heading: "h2" | "h3"; title: string; children: ReactNode };

function Section({ heading: Heading, title, children }: SectionProps) {
	return (
		<section>
			<Heading className="mb-1.5 font-semibold text-sm">{title}</Heading>
			{children}
		</section>
	);
}
