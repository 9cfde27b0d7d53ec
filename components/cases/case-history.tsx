"use client";

import { Bot } from "lucide-react";
import { useTranslations } from "next-intl";
import { Section } from "@/components/cases/section";
import { Avatar } from "@/components/discord/avatar";
import { useFailureText } from "@/components/discord/use-failure-text";
import { Time } from "@/components/layout/time";
import type { CaseEvent } from "@/lib/cases/detail-schema";
import { type EventChange, eventChanges } from "@/lib/cases/event-changes";
import { cn } from "@/lib/cn";

const kinds = [
	"created",
	"edited",
	"closed",
	"reopened",
	"voided",
	"deleted",
	"restored",
	"order_done",
	"order_failed",
] as const;

/** How a case came to be what it is: who, when, before and after. Newest first. */
export function CaseHistory({ events, cdn }: { events: CaseEvent[]; cdn: string | null }) {
	const t = useTranslations("cases.history");
	return (
		<Section title={t("title")}>
			<ol className="flex flex-col gap-3 text-sm">
				{events.map((event) => {
					const kind = kinds.find((known) => known === event.kind) ?? "edited";
					return (
						<li key={event.id} className="flex gap-2">
							{event.actor ? (
								<Avatar person={event.actor} cdn={cdn} size={24} className="mt-0.5" />
							) : (
								<Bot aria-hidden className="mt-0.5 size-6 shrink-0 rounded-full bg-hover p-1 text-muted" />
							)}
							<div className="min-w-0 flex-1">
								<p className="flex flex-wrap items-baseline gap-x-2">
									<span>
										<span className="font-medium">{event.actor?.name ?? t("bot")}</span> {t(`kinds.${kind}`)}
									</span>
									<Time value={event.occurredAt} className="whitespace-nowrap text-muted text-xs" />
								</p>
								{eventChanges(event).map((change) => (
									<Change key={change.field} change={change} />
								))}
							</div>
						</li>
					);
				})}
			</ol>
		</Section>
	);
}

/** One field before and after: on two lines, because reasons are long. */
function Change({ change }: { change: EventChange }) {
	const t = useTranslations("cases.history");
	return (
		<dl className="mt-1 rounded border bg-background px-2 py-1.5">
			<dt className="text-muted text-xs">{t(`fields.${change.field}`)}</dt>
			<dd className="flex gap-1.5 text-danger">
				<span aria-hidden>−</span>
				<span className="sr-only">{t("before")}</span>
				<Value change={change} value={change.before} />
			</dd>
			<dd className="flex gap-1.5 text-good">
				<span aria-hidden>+</span>
				<span className="sr-only">{t("after")}</span>
				<Value change={change} value={change.after} />
			</dd>
		</dl>
	);
}

function Value({ change, value }: { change: EventChange; value: string | null }) {
	const t = useTranslations("cases.history");
	const failureText = useFailureText();
	return (
		<span className={cn("min-w-0 break-words", value === null && "italic")}>
			{value === null ? (
				t("nothing")
			) : change.field === "case_expires_at" ? (
				<Time value={value} show="full" />
			) : change.field === "order_error" ? (
				failureText({ failure: value, permission: null })
			) : (
				value
			)}
		</span>
	);
}
