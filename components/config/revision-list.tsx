"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { FileClock } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { RevisionCard } from "@/components/config/revision-card";
import { LoadOlder } from "@/components/layout/load-older";
import { EmptyState } from "@/components/layout/states";
import { buttonStyles } from "@/components/ui/button";
import { revisionsQuery } from "@/lib/config/queries";
import type { RevisionList as Revisions } from "@/lib/config/schema";

type RevisionListProps = {
	guildId: string;
	cdn: string | null;
	first: Revisions;
	/** Whether the reader may take revisions back. */
	mayWrite: boolean;
};

/** Every save of the settings, newest first, older ones as they are scrolled to. */
export function RevisionList({ guildId, cdn, first, mayWrite }: RevisionListProps) {
	const t = useTranslations("config.history");
	const newest = first.items[0]?.revision ?? 0;
	const list = useInfiniteQuery({
		...revisionsQuery(guildId, newest),
		initialData: { pages: [first], pageParams: [null] },
	});
	const base = `/guilds/${guildId}/configuration`;
	const revisions = list.data.pages.flatMap((page) => page.items);
	if (revisions.length === 0)
		return (
			<EmptyState
				icon={FileClock}
				title={t("empty")}
				reason={t("emptyReason")}
				action={
					<Link href={base} className={buttonStyles()}>
						{t("open")}
					</Link>
				}
			/>
		);
	return (
		<>
			<ol className="mt-3 divide-y divide-border rounded-lg border border-border bg-surface">
				{revisions.map((revision) => (
					<RevisionCard
						key={revision.revision}
						revision={revision}
						isCurrent={revision.revision === newest}
						base={mayWrite ? base : null}
						cdn={cdn}
					/>
				))}
			</ol>
			<LoadOlder list={list} />
		</>
	);
}
