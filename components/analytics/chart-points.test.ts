import { expect, it } from "vitest";
import { zoomedSearch } from "@/components/charts/zoom-cursor";
import { parsePeriod } from "@/lib/analytics/period/period";
import { chartPoints, coarsePoints } from "./chart-points";

const periodOf = (asked: Parameters<typeof parsePeriod>[0], timeZone = "America/Havana") =>
	parsePeriod(asked, { timeZone, recordedSince: null }, new Date("2026-11-20T13:00:00Z"));

it("gives each hour the day of the server that it belongs to, so that hours can be marked", () => {
	const points = chartPoints(periodOf({ range: "24h" }), "en");
	expect(points).toHaveLength(24);
	const days = points.map(({ days }) => days?.first);
	expect([days[0], days.at(-1)]).toEqual(["2026-11-19", "2026-11-20"]);
	expect(points.every(({ days }) => days?.first === days?.last)).toBe(true);
	expect(zoomedSearch("range=24h&by=hour", days[0] ?? "", days[3] ?? "")).toBe(
		"?by=hour&from=2026-11-19&to=2026-11-19",
	);
});

it("has as many places for small lines as those have values", () => {
	const points = coarsePoints(periodOf({ range: "1y", by: "day" }), "en");
	expect(points.length).toBeLessThanOrEqual(26);
	expect(points.at(-1)?.days?.last).toBe("2026-11-20");
});
