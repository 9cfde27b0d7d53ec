"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SourceBadge } from "@/components/audit/source-badge";
import { NamedThing } from "@/components/discord/named-thing";
import { Fact } from "@/components/layout/fact";
import { Snowflake } from "@/components/layout/snowflake";
import { Time } from "@/components/layout/time";
import type { AuditDetail } from "@/lib/audit/schema";
import { auditAction, auditActionNumber, isAuditActionName } from "@/lib/discord/audit-actions";

type AuditFactsProps = { guildId: string; cdn: string | null; entry: AuditDetail };

/** Who did it to whom, where, when and why; whatever the log does not say is left out. */
export function AuditFacts({ guildId, cdn, entry }: AuditFactsProps) {
	const t = useTranslations("audit.detail");
	const { names, actorId, actorName, targetId, channelId, messageId, number, source, reason, requestId } =
		entry;
	const base = `/guilds/${guildId}`;
	const thing = (id: string, otherwise?: string | null) =>
		names[id] ? (
			<NamedThing guildId={guildId} named={names[id]} cdn={cdn} />
		) : (
			(otherwise ?? <Snowflake id={id} />)
		);
	const execution = typeof entry.extra.interaction_id === "string" ? entry.extra.interaction_id : null;
	return (
		<dl className="grid grid-cols-[7.5rem_minmax(0,1fr)] items-baseline gap-x-3 gap-y-1.5 text-sm">
			{actorId === null ? null : <Fact label={t("actor")}>{thing(actorId, actorName)}</Fact>}
			{targetId === null ? null : <Fact label={t("target")}>{thing(targetId)}</Fact>}
			{channelId === null ? null : <Fact label={t("channel")}>{thing(channelId)}</Fact>}
			{messageId === null ? null : (
				<Fact label={t("message")}>
					<FactLink href={`${base}/messages/${messageId}`}>{t("openMessage")}</FactLink>
				</Fact>
			)}
			{number === null || entry.table === "notes" ? null : (
				<Fact label={t("case")}>
					<FactLink href={`${base}/cases/${number}`}>{t("openCase", { number })}</FactLink>
				</Fact>
			)}
			{execution === null ? null : (
				<Fact label={t("execution")}>
					<FactLink href={`${base}/commands/executions/${execution}`}>{t("openExecution")}</FactLink>
				</Fact>
			)}
			{reason ? <Fact label={t("reason")}>{reason}</Fact> : null}
			{source === "discord" ? (
				<Fact label={t("action")}>
					<DiscordAction name={entry.action} />
				</Fact>
			) : null}
			<Fact label={t("time")}>
				<Time value={entry.at} show="full" />
			</Fact>
			<Fact label={t("source")}>
				<SourceBadge source={source} />
			</Fact>
			{source === "change" ? null : (
				<Fact label={t("id")}>
					<Snowflake id={entry.id} />
				</Fact>
			)}
			{requestId === null ? null : (
				<Fact label={t("requestId")}>
					<code className="select-all font-mono text-xs">{requestId}</code>
				</Fact>
			)}
		</dl>
	);
}

/** Discord's own name of the action and of the group it belongs to. */
function DiscordAction({ name }: { name: string }) {
	const t = useTranslations("discord");
	const { category } = auditAction(auditActionNumber(name) ?? -1);
	if (!isAuditActionName(name) || category === null) return <code className="font-mono text-xs">{name}</code>;
	return (
		<>
			{t(`auditActions.${name}`)} <span className="text-muted">({t(`auditCategories.${category}`)})</span>
		</>
	);
}

function FactLink({ href, children }: { href: string; children: ReactNode }) {
	return (
		<Link href={href} className="text-accent hover:underline">
			{children}
		</Link>
	);
}
