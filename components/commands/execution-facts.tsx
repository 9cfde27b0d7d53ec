"use client";

import { MessageSquareText, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { MemberLink } from "@/components/discord/member-link";
import { NamedThing } from "@/components/discord/named-thing";
import { Fact } from "@/components/layout/fact";
import { useFormat } from "@/components/layout/format";
import { Snowflake } from "@/components/layout/snowflake";
import { Time } from "@/components/layout/time";
import type { ExecutionDetail } from "@/lib/commands/schema";

type ExecutionFactsProps = { guildId: string; cdn: string | null; execution: ExecutionDetail };

/** Discord drops an interaction that nobody answered or deferred within three seconds. */
const ANSWER_WITHIN_MS = 3000;

/** Who used it, where and when, and how long the answer took. */
export function ExecutionFacts({ guildId, cdn, execution }: ExecutionFactsProps) {
	const t = useTranslations("commands.detail");
	const format = useFormat();
	const { user, channel, executedAt, respondedAt, latency, deferred, messageId, id } = execution;
	return (
		<dl className="grid grid-cols-[7.5rem_minmax(0,1fr)] items-baseline gap-x-3 gap-y-1.5 text-sm">
			<Fact label={t("user")}>
				<MemberLink guildId={guildId} person={user} cdn={cdn} />
			</Fact>
			<Fact label={t("channel")}>
				{channel ? <NamedThing guildId={guildId} named={{ kind: "channel", ...channel }} cdn={cdn} /> : "–"}
			</Fact>
			{messageId === null ? null : (
				<Fact label={t("message")}>
					<Link
						href={`/guilds/${guildId}/messages/${messageId}`}
						className="inline-flex items-center gap-1.5 text-accent hover:underline"
					>
						<MessageSquareText aria-hidden className="size-4" />
						{t("openMessage")}
					</Link>
				</Fact>
			)}
			<Fact label={t("executedAt")}>
				<Time value={executedAt} show="full" />
			</Fact>
			<Fact label={t("respondedAt")}>
				{respondedAt ? <Time value={respondedAt} show="full" /> : t("never")}
			</Fact>
			<Fact label={t("latency")}>
				{latency === null ? "–" : format.latency(latency)}
				{latency !== null && latency > ANSWER_WITHIN_MS && !deferred ? (
					<span className="ml-2 inline-flex items-center gap-1 text-warning">
						<TriangleAlert aria-hidden className="size-3.5" />
						{t("tooLate")}
					</span>
				) : null}
			</Fact>
			<Fact label={t("id")}>
				<Snowflake id={id} />
			</Fact>
		</dl>
	);
}
