import { useTranslations } from "next-intl";
import { InferredJoins } from "@/components/layout/inferred-joins";
import type { Growth } from "@/lib/analytics/growth/schema";
import { NothingFits, NothingHere } from "../nothing-here";
import { MembersChart, MovesChart, NetChart } from "./growth-charts";
import { GrowthFigures } from "./growth-figures";
import { Arrivals, Retention } from "./staying";
import { UsedInvites } from "./used-invites";

type GrowthViewProps = { guildId: string; cdn: string | null; figures: Growth };

/** Who came, who went, and who stays. */
export function GrowthView({ guildId, cdn, figures }: GrowthViewProps) {
	const t = useTranslations("analytics-growth");
	const { kind, members, joins, retention, funnel, invites } = figures;
	if (members.value === 0 && joins.value === 0) return <NobodyJoined guildId={guildId} kind={kind} />;
	return (
		<div className="flex flex-col gap-3">
			{kind === null ? null : <p className="text-muted text-sm">{t("limits")}</p>}
			<InferredJoins count={figures.inferredJoins} />
			<GrowthFigures figures={figures} />
			<div className="grid gap-3 lg:grid-cols-2 lg:[&>:last-child:nth-child(odd)]:col-span-2">
				<MembersChart figures={figures} />
				<MovesChart figures={figures} />
				<NetChart figures={figures} />
				{funnel ? <Arrivals funnel={funnel} /> : null}
			</div>
			{retention ? <Retention cohorts={retention} /> : null}
			{invites && invites.length > 0 ? <UsedInvites guildId={guildId} invites={invites} cdn={cdn} /> : null}
		</div>
	);
}

function NobodyJoined({ guildId, kind }: Pick<Growth, "kind"> & { guildId: string }) {
	const t = useTranslations("analytics-growth.empty");
	const address = `/guilds/${guildId}/analytics/growth`;
	return kind === null ? (
		<NothingHere title={t("title")} reason={t("reason")} action={t("all")} href={`${address}?range=all`} />
	) : (
		<NothingFits title={t("title")} href={address} />
	);
}
