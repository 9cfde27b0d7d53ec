import { expect, it } from "vitest";
import { chartCsv, csvAddress } from "./csv";

const names = { place: "Day", previous: (label: string) => `${label}, before` };

it("writes a row a place, unknown values empty, the period before beside its series", () => {
	const points = ["2026-11-20", "2026-11-21"].map((key) => ({ key, label: key, tick: key }));
	const series = [{ key: "m", label: "Messages", values: [3, null], previous: [1, 2.5] }];
	expect(chartCsv(points, series, names)).toBe(
		'Day,Messages,"Messages, before"\r\n2026-11-20,3,1\r\n2026-11-21,,2.5\r\n',
	);
});

it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])("does not let %j run in a spreadsheet", (key) => {
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
