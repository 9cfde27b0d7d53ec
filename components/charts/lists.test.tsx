import { describe, expect, it } from "vitest";
import { renderChart as render } from "@/tests/setup/render-chart";
import { CohortGrid } from "./cohort-grid";
import { csvOf } from "./csv";
import { Funnel } from "./funnel";
import { RankedBars } from "./ranked-bars";

function csvIn(html: string): string {
	return csvOf(html.match(/href="(data:[^"]*)"/)?.[1] ?? "");
}

describe("RankedBars with more to say", () => {
	const items = [
		{
			key: "1",
			name: "general",
			value: 8,
			share: 0.8,
			trend: [1, 2, 3],
			href: "/guilds/1/channels/1",
		},
		{ key: "2", name: "quiet", value: 2, share: 0.2 },
	];
	const html = render(<RankedBars title="Channels" summary="Top two." measure="Messages" items={items} />);

	it("shows shares in the list, the table and the CSV", () => {
		expect(html.match(/80%/g)).toHaveLength(2);
		expect(csvIn(html)).toContain("Name,Messages,Share\r\ngeneral,8,0.8\r\n");
	});

	it("leads where it is told", () => {
		expect(html).toContain('href="/guilds/1/channels/1"');
	});
});

describe("Funnel", () => {
	const steps = [
		{ key: "joined", label: "Joined", count: 200 },
		{ key: "wrote", label: "Wrote", count: 50 },
		{ key: "stayed", label: "Stayed", count: 10 },
	];

	it("says each step's share of the first and of the step before", () => {
		const html = render(<Funnel title="Newcomers" steps={steps} />);
		expect(html).toContain("5% reach the last step: 10 of 200.");
		expect(html).toContain("20% of the step before");
		expect(html).toContain("5% of the first");
		expect(csvIn(html)).toContain("Stayed,10,0.05,0.2\r\n");
	});

	it("survives a step that nobody reached, and says so when nobody began", () => {
		const lost = [
			{ key: "a", label: "A", count: 4 },
			...["b", "c"].map((key) => ({ key, label: key, count: 0 })),
		];
		expect(render(<Funnel title="t" steps={lost} />)).not.toMatch(/NaN|Infinity/);
		expect(render(<Funnel title="t" steps={[]} />)).toContain("Nothing happened");
	});
});

describe("CohortGrid", () => {
	const cohorts = [
		{ key: "2026-11-02", label: "2 Nov", size: 10, active: [10, 4] },
		{ key: "2026-11-09", label: "9 Nov", size: 30, active: [24, null] },
	];
	const html = render(<CohortGrid title="Who stays" cohorts={cohorts} />);

	it("is a table with heads for weeks and cohorts, and nothing where the future is", () => {
		expect(html).toMatch(/<th scope="row"[^>]*>2 Nov<\/th>/);
		expect(html).toMatch(/<th scope="col"[^>]*aria-label="Week 1"/);
		expect(html).toContain('aria-label="9 Nov, week 0: 24 of 30 active, 80%"');
		expect(html.match(/data-row/g)).toHaveLength(3);
	});

	it("says what it shows, and gives the counts away as CSV", () => {
		expect(html).toContain("Of those who joined, 40% are still active after 1 week.");
		expect(csvIn(html)).toContain("2026-11-09,30,24,\r\n");
	});
});
