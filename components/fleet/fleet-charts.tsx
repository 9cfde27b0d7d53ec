import { millisecondsInDay } from "date-fns/constants";
import { useLocale, useTranslations } from "next-intl";
import { AreaChart, LineChart } from "@/components/charts/line-chart";
import type { ChartPoint, ChartUnit } from "@/components/charts/types";
import { Card, CardBody } from "@/components/ui/card";
import type { Fleet } from "@/lib/fleet/schema";
import { formatDate, formatDay } from "@/lib/format";

type Day = Fleet["days"][number];
type Measure = Exclude<keyof Day, "day">;

const HEIGHT = 140;

/** What is counted through a day is drawn from zero; what simply is, at its height. */
const charts: readonly { measure: Measure; unit?: ChartUnit; counted?: boolean }[] = [
	{ measure: "messages", counted: true },
	{ measure: "commands", counted: true },
	{ measure: "errorRate", unit: "percent", counted: true },
	{ measure: "responseMs", unit: "milliseconds" },
	{ measure: "memoryMb" },
	{ measure: "guilds" },
];

/** The last thirty days of the bot's own figures. */
export function FleetCharts({ days }: { days: Fleet["days"] }) {
	const t = useTranslations("fleet.charts");
	const locale = useLocale();
	const every = everyDay(days);
	const points = every.map(({ day }) => pointOf(day, locale));
	return (
		<div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
			{charts.map(({ measure, unit, counted }) => {
				const Chart = counted ? AreaChart : LineChart;
				return (
					<Card key={measure} className="min-w-0">
						<CardBody>
							<Chart
								title={t(`${measure}.title`)}
								points={points}
								height={HEIGHT}
								{...(unit && { unit })}
								{...(counted && { unfinished: true })}
								series={[
									{
										key: measure,
										label: t(`${measure}.label`),
										values: every.map(({ figures }) => figures?.[measure] ?? null),
									},
								]}
							/>
						</CardBody>
					</Card>
				);
			})}
		</div>
	);
}

/** From the first day with figures to the last: a day on which the bot did not run is a gap. */
function everyDay(days: Fleet["days"]): { day: string; figures: Day | undefined }[] {
	const [first, last] = [days[0], days.at(-1)];
	if (!first || !last) return [];
	const known = new Map(days.map((figures) => [figures.day, figures]));
	const count = (Date.parse(last.day) - Date.parse(first.day)) / millisecondsInDay + 1;
	return Array.from({ length: count }, (_, index) => {
		const day = new Date(Date.parse(first.day) + index * millisecondsInDay).toISOString().slice(0, 10);
		return { day, figures: known.get(day) };
	});
}

function pointOf(day: string, locale: string): ChartPoint {
	const time = Date.parse(day);
	return { key: day, label: formatDate(time, locale, "UTC"), tick: formatDay(time, locale, "UTC") };
}
