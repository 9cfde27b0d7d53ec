import { expect, test } from "vitest";
import { isTimeZone } from "./time-zone";

test.each(["UTC", "Europe/Berlin", "Asia/Kolkata", "Etc/GMT-3"])("%s is a time zone", (value) => {
	expect(isTimeZone(value)).toBe(true);
});

test.each(["+01:00", "-0330", "", null, undefined, "Mars/Olympus"])("%s is none", (value) => {
	expect(isTimeZone(value)).toBe(false);
});
