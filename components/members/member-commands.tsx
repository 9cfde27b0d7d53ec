"use client";

import { CircleCheck, CircleX, Terminal } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ChannelName } from "@/components/discord/channel-name";
import { useFormat } from "@/components/layout/format";
import { EmptyState } from "@/components/layout/states";
import { Time } from "@/components/layout/time";
import { type FeedAll, feedRow, MemberFeed } from "@/components/members/member-feed";
import type { MemberExecution } from "@/lib/members/history";

type MemberCommandsProps = { guildId: string; executions: readonly MemberExecution[]; all: FeedAll };

/** The newest commands a member used, with outcome and latency. */
export function MemberCommands({ guildId, executions, all }: MemberCommandsProps) {
	const t = useTranslations("members.commands");
	const format = useFormat();
	if (executions.length === 0)
		return <EmptyState icon={Terminal} title={t("none")} reason={t("noneReason")} />;
	return (
		<MemberFeed all={all}>
			{executions.map((execution) => (
				<li key={execution.id} className={feedRow}>
					{execution.failed ? (
						<CircleX aria-label={t("failed")} className="size-4 shrink-0 text-danger" />
					) : (
						<CircleCheck aria-label={t("done")} className="size-4 shrink-0 text-good" />
					)}
					<Link
						href={`/guilds/${guildId}/commands/executions/${execution.id}`}
						className="min-w-0 truncate font-medium font-mono text-sm hover:underline"
					>
						{execution.name}
					</Link>
					{execution.channel ? (
						<ChannelName channel={execution.channel} className="text-muted text-xs" />
					) : null}
					<span className="ml-auto shrink-0 text-muted text-xs tabular-nums">
						{execution.latency === null ? null : `${format.latency(execution.latency)} · `}
						<Time value={execution.executedAt} />
					</span>
				</li>
			))}
		</MemberFeed>
	);
}
