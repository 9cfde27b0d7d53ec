import { expect, it } from "vitest";
import { lateMinutes } from "./late-minutes";

const summer = { firstDay: "2026-06-01", lastDay: "2026-06-30" };

it.each([
	["UTC", 0],
	["Europe/Berlin", 0],
	["America/New_York", 0],
	["Asia/Kolkata", 30],
	["Asia/Kathmandu", 45],
	["America/St_Johns", 30],
	["Australia/Lord_Howe", 30],
])("tells how late the days of %s begin", (zone, minutes) => {
	expect(lateMinutes(zone, summer)).toBe(minutes);
});

it("takes the most of a period in which the clocks change by half an hour", () => {
	const year = { firstDay: "2026-06-01", lastDay: "2026-12-31" };
	expect(lateMinutes("Australia/Lord_Howe", { ...year, firstDay: year.lastDay })).toBe(0);
	expect(lateMinutes("Australia/Lord_Howe", year)).toBe(30);
	expect(lateMinutes("Australia/Lord_Howe", { firstDay: "2025-11-23", lastDay: "2026-11-22" })).toBe(30);
	expect(lateMinutes("Australia/Lord_Howe", { firstDay: "2025-11-23", lastDay: "2026-02-22" })).toBe(0);
});
