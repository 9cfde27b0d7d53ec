"use client";

import { useTranslations } from "next-intl";
import { BarChart } from "@/components/charts/bar-chart";
import { useFormat } from "@/components/layout/format";
import { Card, CardBody } from "@/components/ui/card";
import type { ActivityWeek } from "@/lib/members/history";

/** How many messages a member wrote each week of the last year. */
export function MemberActivity({ weeks }: { weeks: readonly ActivityWeek[] }) {
	const t = useTranslations("members.activity");
	const format = useFormat();
	const points = weeks.map(({ week }) => {
		const day = format.date(Date.parse(`${week}T12:00Z`));
		return { key: week, label: t("weekOf", { day }), tick: day };
	});
	return (
		<Card className="mt-3">
			<CardBody>
				<h2 className="sr-only">{t("heading")}</h2>
				<BarChart
					title={t("title")}
					points={points}
					unfinished
					series={[{ key: "messages", label: t("messages"), values: weeks.map(({ messages }) => messages) }]}
				/>
			</CardBody>
		</Card>
	);
}
