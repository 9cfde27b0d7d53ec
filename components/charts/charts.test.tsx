import { describe, expect, it } from "vitest";
import { renderChart as render } from "@/tests/setup/render-chart";
import { BarChart, StackedBars } from "./bar-chart";
import { Heatmap } from "./heatmap";
import { AreaChart, LineChart } from "./line-chart";
import { RankedBars } from "./ranked-bars";
import { Sparkline } from "./sparkline";

const points = ["19", "20", "21"].map((day) => ({
	key: `2026-11-${day}`,
	label: `${day} November`,
	tick: `${day} Nov`,
}));
const series = [
	{ key: "ok", label: "Succeeded", values: [10, null, 1200], previous: [5, 6, 7] },
	{ key: "bad", label: "Failed", values: [1, 2, 3] },
];

describe.each([
	["LineChart", LineChart],
	["AreaChart", AreaChart],
	["BarChart", BarChart],
	["StackedBars", StackedBars],
])("%s", (_, Chart) => {
	const html = render(<Chart title="Commands" points={points} series={series} />);

	it("is complete without a script: marks, axis, table with every figure, CSV", () => {
		expect(html).toContain("<details");
		expect(html).toMatch(/<td[^>]*>1,200<\/td>/);
		expect(html).toMatch(/<td[^>]*>not known<\/td>/);
		expect(html).toContain("Succeeded, comparison period");
		expect(html).toContain('download="commands.csv"');
		expect(html).toMatch(/<(path|rect)[^>]+(d="M|height=")/);
		expect(html).not.toMatch(/NaN|Infinity|undefined|style=/);
	});

	it("says what it shows and lets the cursor read the last place", () => {
		expect(html).toMatch(/Highest: 1,20[03], 21 November\./);
		expect(html).toMatch(/aria-valuetext="21 November: Succeeded 1,200, /);
	});

	it.each([[[]], [points]])("says so when there is nothing", (places) => {
		const empty = [{ key: "n", label: "n", values: places.map(() => 0) }];
		expect(render(<Chart title="Commands" points={places} series={empty} />)).toContain("Nothing happened");
	});

	it("survives a single place and values below zero", () => {
		const lone = [{ key: "n", label: "Growth", values: [-4] }];
		expect(render(<Chart title="t" points={points.slice(0, 1)} series={lone} />)).not.toMatch(
			/NaN|height="-/,
		);
	});
});

describe("Heatmap", () => {
	it("names the busiest hour and has 168 cells", () => {
		const values = Array.from({ length: 7 }, (_, day) =>
			Array.from({ length: 24 }, (__, hour) => (day === 5 && hour === 14 ? 9 : 1)),
		);
		const html = render(<Heatmap title="When people write" measure="messages" values={values} />);
		expect(html).toContain("Busiest: Saturday, 14:00.");
		expect(html.match(/<rect/g)).toHaveLength(168);
	});
});

describe("RankedBars", () => {
	it("puts the largest first", () => {
		const items = [
			{ key: "1", name: "quiet", value: 2, previous: 8 },
			{ key: "2", name: "<b>loud</b>", value: 8, previous: null },
		];
		const html = render(<RankedBars title="Channels" summary="Top two." measure="Messages" items={items} />);
		expect(html.indexOf("&lt;b&gt;loud")).toBeLessThan(html.indexOf("quiet"));
		expect(html).not.toContain("<b>");
	});
});

it("draws a sparkline for nothing, one and many values", () => {
	for (const values of [[], [null], [3], [1, 2, 3]]) {
		expect(render(<Sparkline values={values} label="Members" />)).not.toMatch(/NaN/);
	}
});

describe("a lone line and the period before", () => {
	const rising = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110];
	const days = rising.map((_, index) => ({ key: `d${index}`, label: `Day ${index}`, tick: `${index}` }));
	const chart = (previous: number[]) =>
		render(
			<LineChart
				title="Members"
				points={days}
				series={[{ key: "n", label: "Members", values: rising.map((value) => value + 500), previous }]}
			/>,
		);

	it("have their names beside them where both stand clear", () => {
		const html = chart(rising.map((value) => value + 200));
		expect(html).toMatch(/<text[^>]*>.*Members<\/text>/);
		expect(html).toMatch(/Comparison period<\/text>/);
		expect(html).not.toContain("<ul");
	});

	it("have a legend where they cross everywhere", () => {
		const html = chart(rising.map((value, index) => value + 500 + (index % 2 ? 9 : -9)));
		expect(html).toContain("<ul");
		expect(html).not.toMatch(/Comparison period<\/text>/);
	});
});

describe("a day that is not over", () => {
	it.each([
		["LineChart", LineChart],
		["AreaChart", AreaChart],
		["BarChart", BarChart],
		["StackedBars", StackedBars],
	])("stands open at the end of a %s, and is said to be so far", (_, Chart) => {
		const over = render(<Chart title="Commands" points={points} series={series} />);
		const html = render(<Chart title="Commands" points={points} series={series} unfinished />);
		expect(over).not.toContain("stroke-dasharray");
		expect(html).toContain("stroke-dasharray");
		expect(html).toContain("21 November, so far");
		expect(html).toContain("Dashed: not over yet.");
		expect(html).not.toContain("20 November, so far");
	});

	it("is the dashed end of a small line", () => {
		expect(render(<Sparkline values={[1, 2, 3]} unfinished />)).toContain("stroke-dasharray");
		expect(render(<Sparkline values={[1, 2, 3]} />)).not.toContain("stroke-dasharray");
	});
});
