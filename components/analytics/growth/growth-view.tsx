import { useTranslations } from "next-intl";
import type { Growth } from "@/lib/analytics/growth-schema";
import { NothingHere } from "../nothing-here";
import { MembersChart, MovesChart, NetChart } from "./growth-charts";
import { GrowthFigures } from "./growth-figures";
import { Arrivals, Retention } from "./staying";
import { UsedInvites } from "./used-invites";

type GrowthViewProps = { guildId: string; cdn: string | null; figures: Growth };

/** Who came, who went, and who stays. */
export function GrowthView({ guildId, cdn, figures }: GrowthViewProps) {
	const t = useTranslations("analytics-growth.empty");
	const { members, joins, retention, funnel, invites } = figures;
	if (members.value === 0 && joins.value === 0)
		return (
			<NothingHere
				title={t("title")}
				reason={t("reason")}
				action={t("all")}
				href={`/guilds/${guildId}/analytics/growth?range=all`}
			/>
		);
	return (
		<div className="flex flex-col gap-3">
			<GrowthFigures figures={figures} />
			<div className="grid gap-3 lg:grid-cols-2">
				<MembersChart figures={figures} />
				<MovesChart figures={figures} />
				<NetChart figures={figures} />
				{funnel ? <Arrivals funnel={funnel} /> : null}
			</div>
			<Retention cohorts={retention} />
			{invites.length > 0 ? <UsedInvites guildId={guildId} invites={invites} cdn={cdn} /> : null}
		</div>
	);
}
