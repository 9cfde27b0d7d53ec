import { expect, it } from "vitest";
import { chartCsv, csvAddress } from "./csv";
import { jsonOfCsv } from "./csv-json";
import { csvOf } from "./csv-text";

const names = { place: "Day", previous: (label: string) => `${label}, before`, separator: "comma" } as const;
const german = { ...names, separator: "semicolon" } as const;

it("writes a row a place, unknown values empty, the period before beside its series", () => {
	const points = ["2026-11-20", "2026-11-21"].map((key) => ({ key, label: key, tick: key }));
	const series = [{ key: "m", label: "Messages", values: [3, null], previous: [1, 2.5] }];
	expect(chartCsv(points, series, names)).toBe(
		'Day,Messages,"Messages, before"\r\n2026-11-20,3,1\r\n2026-11-21,,2.5\r\n',
	);
});

it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t1"])("does not let %j run in a spreadsheet", (key) => {
	const csv = chartCsv([{ key, label: key, tick: key }], [{ key: "n", label: "n", values: [-5] }], names);
	expect(csv).toBe(`Day,n\r\n'${key},-5\r\n`);
});

it("quotes commas, quotes and line breaks", () => {
	const csv = chartCsv([{ key: 'a "b", c\nd', label: "", tick: "" }], [], names);
	expect(csv).toBe('Day\r\n"a ""b"", c\nd"\r\n');
});

it("becomes an address that carries its own data", () => {
	expect(decodeURIComponent(csvAddress("a,é\r\n"))).toBe("data:text/csv;charset=utf-8,\uFEFFa,é\r\n");
});

const points = ["2026-11-20", '=a; "b",\nc'].map((key) => ({ key, label: key, tick: key }));
const series = [{ key: "m", label: "Messages", values: [0.25, null], previous: [-1234.5, 7] }];

it("has semicolons, and decimal commas with them, where lists have", () => {
	expect(chartCsv(points, series, german)).toBe(
		'Day;Messages;Messages, before\r\n2026-11-20;0,25;-1234,5\r\n"\'=a; ""b"",\nc";;7\r\n',
	);
});

it.each([names, german])(
	"becomes JSON with the figures and texts that it was made of ($separator)",
	(wording) => {
		const address = csvAddress(chartCsv(points, series, wording));
		expect(JSON.parse(jsonOfCsv(csvOf(address), wording.separator))).toEqual([
			{ Day: "2026-11-20", Messages: 0.25, "Messages, before": -1234.5 },
			{ Day: '=a; "b",\nc', Messages: null, "Messages, before": 7 },
		]);
	},
);

it("keeps series of one name apart in JSON", () => {
	const twins = [1, 2, 3].map((value) => ({ key: `${value}`, label: "helper", values: [value, null] }));
	const named = { key: "n", label: "helper (2)", values: [4, 5] };
	const csv = chartCsv(points, [named, ...twins], names);
	expect(JSON.parse(jsonOfCsv(csv, names.separator))[0]).toEqual({
		Day: "2026-11-20",
		"helper (2)": 4,
		helper: 1,
		"helper (3)": 2,
		"helper (4)": 3,
	});
});
