"use client";

import { CircleCheck, CircleX, Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { CaseOrder } from "@/lib/cases/schema";
import { cn } from "@/lib/cn";

const looks = {
	pending: { icon: Hourglass, className: "text-info" },
	done: { icon: CircleCheck, className: "text-good" },
	failed: { icon: CircleX, className: "text-danger" },
} as const;

/** In a list: only what is out of the ordinary, under way or failed. */
export function OrderBadge({ state }: { state: "pending" | "failed" }) {
	const t = useTranslations("orders");
	const { icon: Icon } = looks[state];
	return (
		<Badge tone={state === "failed" ? "danger" : "info"} title={t(`states.${state}`)}>
			<Icon aria-hidden />
			{t(`short.${state}`)}
		</Badge>
	);
}

/** Whether Discord has done what the case says: icon and word. */
export function OrderState({ state }: { state: CaseOrder["state"] }) {
	const t = useTranslations("orders.states");
	if (state === "none") return null;
	const { icon: Icon, className: colour } = looks[state];
	return (
		<span className={cn("inline-flex items-center gap-1.5 whitespace-nowrap", colour)}>
			<Icon
				aria-hidden
				className={cn("size-4 shrink-0", state === "pending" && "motion-safe:animate-pulse")}
			/>
			{t(state)}
		</span>
	);
}
