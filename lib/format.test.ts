import { describe, expect, it } from "vitest";
import {
	formatBytes,
	formatCompact,
	formatDate,
	formatDateTime,
	formatDay,
	formatDuration,
	formatFull,
	formatLatency,
	formatNumber,
	formatPercent,
	formatRelative,
	formatWeekday,
	formatWhen,
	percentChange,
} from "./format";

const hour = 3_600_000;
const noon = Date.parse("2026-11-12T12:00:00Z");

/** Non-breaking spaces are right on the page and hard to read in a test. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

describe("numbers", () => {
	it("are exact in tables and compact in tiles", () => {
		expect(formatNumber(18_614, "en")).toBe("18,614");
		expect(formatNumber(18_614, "de")).toBe("18.614");
		expect(formatCompact(9_999, "en")).toBe("9,999");
		expect(formatCompact(18_614, "en")).toBe("18.6k");
		expect(formatCompact(1_234_567, "en")).toBe("1.23M");
		expect(plain(formatCompact(1_234_567, "de"))).toBe("1,23 Mio.");
	});

	it("show shares and sizes in the reader's way", () => {
		expect(formatPercent(0.125, "en")).toBe("12.5%");
		expect(plain(formatPercent(0.125, "de"))).toBe("12,5 %");
		expect(plain(formatBytes(0, "en"))).toBe("0 B");
		expect(plain(formatBytes(1_440_000, "en"))).toBe("1.4 MB");
		expect(plain(formatBytes(5e18, "en"))).toBe("5,000,000 TB");
	});
});

describe("lengths of time", () => {
	it("have their two largest units", () => {
		expect(plain(formatDuration(0, "en"))).toBe("0 s");
		expect(plain(formatDuration(300, "en"))).toBe("5 min");
		expect(plain(formatDuration(2 * 86_400 + 4 * 3600 + 59, "en"))).toBe("2 d 4 h");
		expect(plain(formatDuration(86_400 + 59, "en"))).toBe("1 d");
		expect(plain(formatDuration(2 * 86_400 + 4 * 3600, "de"))).toBe("2 T 4 Std.");
	});

	it("of a request are milliseconds until they are seconds", () => {
		expect(plain(formatLatency(84.4, "en"))).toBe("84 ms");
		expect(plain(formatLatency(1240, "en"))).toBe("1.24 s");
		expect(plain(formatLatency(90_000, "en"))).toBe("1 min 30 s");
	});
});

describe("moments", () => {
	it("are relative for a week and a date after it", () => {
		expect(formatRelative(noon - 20_000, noon, "en")).toBe("now");
		expect(formatRelative(noon - 3 * hour, noon, "en")).toMatch(/^3\s?hr?\.? ago$/);
		expect(formatRelative(noon + 49 * hour, noon, "en")).toMatch(/^in 2/);
		expect(formatWhen(noon - 6 * 24 * hour, noon, "en", "UTC")).toMatch(/^6/);
		expect(formatWhen(noon - 7 * 24 * hour, noon, "en", "UTC")).toBe("5 Nov 2026");
	});

	it("are days of the week from Monday on", () => {
		const week = [1, 2, 3, 4, 5, 6, 7];
		expect(week.map((day) => formatWeekday(day, "en", "short")).join()).toBe("Mon,Tue,Wed,Thu,Fri,Sat,Sun");
		expect([1, 7].map((day) => formatWeekday(day, "de"))).toEqual(["Montag", "Sonntag"]);
	});

	it("are shown in the server's zone, not in the reader's", () => {
		const late = Date.parse("2026-11-12T23:30:00Z");
		expect(formatDate(late, "en", "UTC")).toBe("12 Nov 2026");
		expect(formatDate(late, "en", "Europe/Berlin")).toBe("13 Nov 2026");
		expect(formatDay(late, "de", "Europe/Berlin")).toBe("13. Nov.");
		expect(formatDateTime(late, "en", "America/New_York")).toBe("12 Nov 2026, 18:30");
	});

	it("say their offset in full, on both sides of a change of the clocks", () => {
		expect(formatFull(Date.parse("2026-10-25T00:30:00Z"), "en", "Europe/Berlin")).toMatch(
			/02:30:00 (CEST|.*\+2)$/,
		);
		expect(formatFull(Date.parse("2026-10-25T01:30:00Z"), "en", "Europe/Berlin")).toMatch(
			/02:30:00 (CET|.*\+1)$/,
		);
	});
});

describe("a change against the period before", () => {
	it("is a ratio with a direction", () => {
		expect(percentChange(125, 100)).toEqual({ ratio: 0.25, direction: "up" });
		expect(percentChange(50, 100)).toEqual({ ratio: -0.5, direction: "down" });
		expect(percentChange(0, 0)).toEqual({ ratio: 0, direction: "flat" });
	});

	it("has no ratio from nothing, and is no change where nothing is known", () => {
		expect(percentChange(3, 0)).toEqual({ ratio: null, direction: "up" });
		expect(percentChange(3, null)).toEqual({ ratio: null, direction: "flat" });
	});
});
