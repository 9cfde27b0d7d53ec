import { expect, it } from "vitest";
import { lateMinutes } from "./late-minutes";

const summer = { from: "2026-06-01T00:00:00Z", to: "2026-07-01T00:00:00Z" };

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
	const year = { from: "2026-06-01T00:00:00Z", to: "2027-01-01T00:00:00Z" };
	expect(lateMinutes("Australia/Lord_Howe", { ...year, from: year.to })).toBe(0);
	expect(lateMinutes("Australia/Lord_Howe", year)).toBe(30);
});
