import { useTranslations } from "next-intl";
import { ChartCard } from "@/components/charts/chart-card";
import { RankedBars } from "@/components/charts/ranked-bars";
import { MemberLink } from "@/components/discord/member-link";
import type { UsedInvite } from "@/lib/analytics/growth/schema";

type UsedInvitesProps = { guildId: string; invites: readonly UsedInvite[]; cdn: string | null };

/** The invites that brought most people, whenever that was. */
export function UsedInvites({ guildId, invites, cdn }: UsedInvitesProps) {
	const t = useTranslations("analytics-growth.invites");
	return (
		<ChartCard>
			<RankedBars
				title={t("title")}
				summary={t("summary")}
				measure={t("uses")}
				items={invites.map(({ code, uses, inviter, isOpen }) => ({
					key: code,
					name: code,
					label: (
						<span className="flex min-w-0 items-center gap-2">
							<span className="shrink-0 font-mono">{code}</span>
							{inviter ? <MemberLink guildId={guildId} person={inviter} cdn={cdn} /> : null}
							{isOpen ? null : <span className="shrink-0 text-muted text-xs">{t("closed")}</span>}
						</span>
					),
					value: uses,
				}))}
			/>
		</ChartCard>
	);
}
