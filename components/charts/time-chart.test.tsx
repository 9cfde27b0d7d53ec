import { describe, expect, it, vi } from "vitest";
import { renderChart as render } from "@/tests/setup/render-chart";
import { BarChart, StackedBars } from "./bar-chart";
import { LineChart } from "./line-chart";

vi.mock("next/navigation", () => ({
	useRouter: () => ({ push: () => undefined }),
	usePathname: () => "/guilds/1",
	useSearchParams: () => new URLSearchParams(),
}));

const points = ["19", "20", "21"].map((day) => ({
	key: `2026-11-${day}`,
	label: `${day} November`,
	tick: `${day} Nov`,
}));
const series = [
	{ key: "ok", label: "Succeeded", values: [10, null, 1200], previous: [5, 6, 7] },
	{ key: "bad", label: "Failed", values: [1, 2, 3] },
];

describe("a chart whose places have dates", () => {
	const dated = points.map((point) => ({ ...point, days: { first: point.key, last: point.key } }));

	it("tells how to mark a stretch of time, and others do not", () => {
		const hint = "Shift and the arrow keys select a stretch of time";
		expect(render(<LineChart title="t" points={dated} series={series} />)).toContain(hint);
		expect(render(<LineChart title="t" points={points} series={series} />)).not.toContain(hint);
		const oneDay = dated.map((point) => ({ ...point, days: { first: "2026-11-19", last: "2026-11-19" } }));
		expect(render(<LineChart title="t" points={oneDay} series={series} />)).not.toContain(hint);
	});
});

describe("a chart with a total", () => {
	it.each([
		[{ value: 1200 }, "Total: 1,200. Highest"],
		[{ value: 1200, previous: null }, "Total: 1,200. Highest"],
		[{ value: 1200, previous: 1000 }, "Total: 1,200, 20% more than in the comparison period."],
		[{ value: 800, previous: 1000 }, "Total: 800, 20% less than in the comparison period."],
		[{ value: 0, previous: 0 }, "Total: 0, the same as in the comparison period."],
		[{ value: 5, previous: 0 }, "Total: 5, none in the comparison period."],
	])("%o", (total, sentence) => {
		expect(render(<LineChart title="t" total={total} points={points} series={series} />)).toContain(sentence);
	});
});

it("reads the total of stacked bars, and names no line that they do not draw", () => {
	const html = render(<StackedBars title="t" points={points} series={series} />);
	expect(html).toContain("Failed 3, Total 1,203");
	expect(html).not.toContain("Period before</");
});

it("draws four hundred bars with few elements", () => {
	const many = Array.from({ length: 400 }, (_, index) => ({
		key: `${index}`,
		label: `${index}`,
		tick: "1 Jan",
	}));
	const values = many.map((_, index) => index + 1);
	const html = render(<BarChart title="t" points={many} series={[{ key: "n", label: "n", values }]} />);
	expect(html.match(/<rect|<path/g)?.length).toBeLessThan(10);
	expect(html).not.toMatch(/h-?0v/);
});
