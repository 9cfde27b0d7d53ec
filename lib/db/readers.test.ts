import { expect, test } from "vitest";
import { readers } from "./readers";

const read = (oid: number, text: string) => readers.getTypeParser(oid, "text")(text) as unknown;
const TIMESTAMPTZ = 1184;

test.each([
	["2026-11-21 18:50:31+00", "2026-11-21T18:50:31.000Z"],
	["2026-11-21 18:50:31.2+00", "2026-11-21T18:50:31.200Z"],
	["2026-11-21 18:50:31.207999+00", "2026-11-21T18:50:31.207Z"],
	["2026-11-21 18:50:31.2+02", "2026-11-21T16:50:31.200Z"],
	["2026-11-21 18:50:31.2-03:30", "2026-11-21T22:20:31.200Z"],
])("a time leaves the database as ISO in UTC, with milliseconds: %s", (text, iso) => {
	expect(read(TIMESTAMPTZ, text)).toBe(iso);
});

test("a time without a zone is one of UTC, and a date stays as it is", () => {
	expect(read(1114, "2026-11-21 18:50:31.25")).toBe("2026-11-21T18:50:31.250Z");
	expect(read(1082, "2026-11-21")).toBe("2026-11-21");
});
