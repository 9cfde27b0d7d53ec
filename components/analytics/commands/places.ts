import type { ChartPoint } from "@/components/charts/types";
import type { CommandUse } from "@/lib/analytics/commands/schema";
import { chartPoints, dayPoints } from "../chart-points";

/** The places of the figures: those of one channel are counted by days. */
export function placesOf({ channel, period }: CommandUse, locale: string): ChartPoint[] {
	return channel === null ? chartPoints(period, locale) : dayPoints(period, locale);
}
