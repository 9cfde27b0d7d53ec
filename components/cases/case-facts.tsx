"use client";

import { useTranslations } from "next-intl";
import { CaseExpiry } from "@/components/cases/case-expiry";
import { CaseOrder } from "@/components/cases/case-order";
import type { OpenCase } from "@/components/cases/use-case";
import { MemberLink } from "@/components/discord/member-link";
import { RolePill } from "@/components/discord/role-pill";
import { Fact } from "@/components/layout/fact";
import { Time } from "@/components/layout/time";

type CaseFactsProps = { open: OpenCase; cdn: string | null; mayEdit: boolean };

/** The member, the moderator, start, end, and the roles that the member had then. */
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
					<CaseOrder open={open} mayRetry={mayEdit} />
				</Fact>
			)}
		</dl>
	);
}
