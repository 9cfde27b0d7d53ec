"use client";

import { GitCompareArrows } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat, useNow } from "@/components/layout/format";
import { Button } from "@/components/ui/button";
import type { CaseDetail } from "@/lib/cases/detail-schema";

type ConflictProps = {
	/** The case as it is stored now. */
	current: CaseDetail;
	/** The field as it is stored now, and as the reader wants it. */
	theirs: ReactNode;
	yours: ReactNode;
	pending: boolean;
	onKeepYours: () => void;
	onKeepTheirs: () => void;
};

/** Somebody else was faster: both versions side by side, and the choice between them. */
export function Conflict({ current, theirs, yours, pending, onKeepYours, onKeepTheirs }: ConflictProps) {
	const t = useTranslations("cases.conflict");
	const format = useFormat();
	const when = format.when(Date.parse(current.updatedAt), useNow());
	const name = current.updatedBy?.name;
	return (
		<section role="alert" className="rounded-md border border-warning bg-warning-tint p-3 text-sm">
			<h3 className="flex items-center gap-1.5 font-semibold text-warning">
				<GitCompareArrows aria-hidden className="size-4" />
				{t("title")}
			</h3>
			<p className="mt-1">{name ? t("by", { name, when }) : t("byUnknown", { when })}</p>
			<dl className="mt-2 grid gap-2 sm:grid-cols-2">
				<Side label={t("theirs")}>{theirs}</Side>
				<Side label={t("yours")}>{yours}</Side>
			</dl>
			<div className="mt-3 flex flex-wrap justify-end gap-2">
				<Button onClick={onKeepTheirs}>{t("keepTheirs")}</Button>
				<Button variant="primary" disabled={pending} onClick={onKeepYours}>
					{t("keepYours")}
				</Button>
			</div>
		</section>
	);
}

function Side({ label, children }: { label: string; children: ReactNode }) {
	return (
		<div className="min-w-0 rounded border bg-surface p-2">
			<dt className="text-muted text-xs">{label}</dt>
			<dd className="mt-1 whitespace-pre-wrap break-words">{children}</dd>
		</div>
	);
}
