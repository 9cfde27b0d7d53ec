import { LayoutDashboard, Users } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { searchString } from "@/lib/api/client";
import type { SavedChart } from "@/lib/explore/saved-schema";
import { SavedMenu } from "./saved-menu";

type SavedChartsProps = { guildId: string; charts: readonly SavedChart[]; mayPin: boolean };

/** What the reader has saved, and what others share with them. */
export function SavedCharts({ guildId, charts, mayPin }: SavedChartsProps) {
	const t = useTranslations("explore.saved");
	const lists = [
		{ title: t("mine"), charts: charts.filter(({ mine }) => mine) },
		{ title: t("shared"), charts: charts.filter(({ mine }) => !mine) },
	].filter((list) => list.charts.length > 0);
	return (
		<section aria-labelledby="saved-charts" className="rounded-lg border border-border bg-surface p-4">
			<h2 id="saved-charts" className="font-semibold text-base">
				{t("title")}
			</h2>
			{lists.length === 0 ? <p className="mt-1 text-muted text-sm">{t("empty")}</p> : null}
			{lists.map((list) => (
				<div key={list.title} className="mt-3">
					<h3 className="font-medium text-muted text-xs">{list.title}</h3>
					<ul className="mt-1">
						{list.charts.map((chart) => (
							<SavedRow key={chart.id} guildId={guildId} chart={chart} mayPin={mayPin} />
						))}
					</ul>
				</div>
			))}
		</section>
	);
}

function SavedRow({ guildId, chart, mayPin }: { guildId: string; chart: SavedChart; mayPin: boolean }) {
	const t = useTranslations("explore.saved");
	const { name, definition, mine, shared, position, owner } = chart;
	return (
		<li className="flex min-h-9 items-center gap-2">
			<span className="min-w-0 flex-1 text-sm">
				{definition ? (
					<Link
						href={`/guilds/${guildId}/explore${searchString(definition)}`}
						className="block truncate rounded-sm hover:underline"
					>
						{name}
					</Link>
				) : (
					<span title={t("outdated")} className="block truncate text-muted">
						{name}
						<span className="sr-only"> {t("outdated")}</span>
					</span>
				)}
				{mine ? null : (
					<span className="block truncate text-muted text-xs">{t("by", { name: owner.name })}</span>
				)}
			</span>
			{mine && shared ? (
				<Mark icon={<Users aria-hidden className="size-3.5" />} text={t("isShared")} />
			) : null}
			{position === null ? null : (
				<Mark icon={<LayoutDashboard aria-hidden className="size-3.5" />} text={t("isPinned")} />
			)}
			<SavedMenu guildId={guildId} chart={chart} mayPin={mayPin} />
		</li>
	);
}

function Mark({ icon, text }: { icon: React.ReactNode; text: string }) {
	return (
		<span title={text} className="text-muted">
			{icon}
			<span className="sr-only">{text}</span>
		</span>
	);
}
