"use client";

import { CircleCheck, CircleX, Hourglass, Minus } from "lucide-react";
import { useTranslations } from "next-intl";
import { CaseExpiry } from "@/components/cases/case-expiry";
import type { OpenCase } from "@/components/cases/use-case";
import { MemberLink } from "@/components/discord/member-link";
import { RolePill } from "@/components/discord/role-pill";
import { Fact } from "@/components/layout/fact";
import { Time } from "@/components/layout/time";
import type { CaseDetail } from "@/lib/cases/detail-schema";
import { cn } from "@/lib/cn";

type CaseFactsProps = { open: OpenCase; cdn: string | null; mayEdit: boolean };

/** Who, by whom, when, until when, and which roles the member had then. */
export function CaseFacts({ open, cdn, mayEdit }: CaseFactsProps) {
	const t = useTranslations("cases.facts");
	const { detail, guildId } = open;
	return (
		<dl className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm leading-6 max-sm:grid-cols-[6.5rem_minmax(0,1fr)]">
			<Fact label={t("member")}>
				<MemberLink guildId={guildId} person={detail.member} cdn={cdn} />
			</Fact>
			<Fact label={t("moderator")}>
				<MemberLink guildId={guildId} person={detail.moderator} cdn={cdn} />
			</Fact>
			<Fact label={t("created")}>
				<Time value={detail.createdAt} show="full" />
			</Fact>
			{detail.expiry !== "none" || detail.expiresAt ? (
				<Fact label={t("expires")}>
					<CaseExpiry open={open} mayEdit={mayEdit} />
				</Fact>
			) : null}
			{detail.resolvedAt ? (
				<Fact label={t("resolved")}>
					<Time value={detail.resolvedAt} show="full" />
				</Fact>
			) : null}
			<Fact label={t("roles")}>
				{detail.roles.length === 0 ? (
					<span className="text-muted">{t("noRoles")}</span>
				) : (
					<ul className="flex flex-wrap gap-1 py-0.5">
						{detail.roles.map((role) => (
							<li key={role.id} className="flex max-w-full">
								<RolePill role={role} />
							</li>
						))}
					</ul>
				)}
			</Fact>
			{detail.order.state === "none" ? null : (
				<Fact label={t("order")}>
					<OrderState order={detail.order} />
				</Fact>
			)}
		</dl>
	);
}

const orderLooks = {
	none: { icon: Minus, className: "text-muted" },
	pending: { icon: Hourglass, className: "text-info" },
	done: { icon: CircleCheck, className: "text-good" },
	failed: { icon: CircleX, className: "text-danger" },
} as const;

/** Whether Discord has done what the case says. */
function OrderState({ order }: { order: CaseDetail["order"] }) {
	const t = useTranslations("cases.orders");
	const { icon: Icon, className } = orderLooks[order.state];
	const failed = order.state === "failed" && order.error;
	return (
		<span className={cn("inline-flex items-center gap-1.5", className)}>
			<Icon aria-hidden className="size-4 shrink-0" />
			{failed ? t("failedBecause", { error: order.error ?? "" }) : t(order.state)}
		</span>
	);
}
