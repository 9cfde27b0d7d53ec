import { expect, test } from "vitest";
import { changedNames, changesTowards, sameValue, withChange, withoutChanges } from "./changes";
import { defaultSettings } from "./schema";
import { invalidNames } from "./validate";

test("the order of a list of channels is no difference", () => {
	expect(sameValue(["1", "2"], ["2", "1"])).toBe(true);
	expect(sameValue(["1"], ["1", "2"])).toBe(false);
	expect(sameValue(null, "1")).toBe(false);
});

test("setting a value back to what is saved takes the change away", () => {
	const changed = withChange(defaultSettings, {}, "prefix", "?");
	expect(changed).toEqual({ prefix: "?" });
	expect(withChange(defaultSettings, changed, "prefix", null)).toEqual({});
});

test("going back to a revision changes what differs and passes over what is no setting", () => {
	const wanted = { prefix: "!", enabled: false, is_deleted: true, time_zone: "Europe/Berlin" };
	expect(changesTowards(defaultSettings, wanted)).toEqual({ prefix: "!", time_zone: "Europe/Berlin" });
});

test("changes are listed in the order of the form, and can be given up one by one", () => {
	const changes = { max_text_length: 10, prefix: "!" };
	expect(changedNames(changes)).toEqual(["prefix", "max_text_length"]);
	expect(withoutChanges(changes, ["prefix"])).toEqual({ max_text_length: 10 });
});

test("values outside their limits are named", () => {
	expect(invalidNames({ prefix: "12345678901", max_text_length: Number.NaN, locale: "de" })).toEqual([
		"prefix",
		"max_text_length",
	]);
	expect(invalidNames({ time_zone: "Mars/Olympus", channels: ["x"] })).toEqual(["time_zone", "channels"]);
	expect(invalidNames({ prefix: null, time_zone: "Europe/Berlin", mod_log_id: null })).toEqual([]);
});
