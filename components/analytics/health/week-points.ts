import { millisecondsInDay } from "date-fns/constants";
import type { ChartPoint } from "@/components/charts/types";
import { formatDate, formatDay } from "@/lib/format";

const sixDays = 6 * millisecondsInDay;

/** Weeks on the horizontal axis of a chart. @param mondays `YYYY-MM-DD` */
export function weekPoints(mondays: readonly string[], locale: string): ChartPoint[] {
	return mondays.map((monday) => {
		const first = Date.parse(monday);
		const last = first + sixDays;
		return {
			key: monday,
			label: `${formatDay(first, locale, "UTC")} – ${formatDate(last, locale, "UTC")}`,
			tick: formatDay(first, locale, "UTC"),
			days: { first: monday, last: new Date(last).toISOString().slice(0, 10) },
		};
	});
}
