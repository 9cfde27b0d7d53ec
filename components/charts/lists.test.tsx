import { describe, expect, it } from "vitest";
import { renderChart as render } from "@/tests/setup/render-chart";
import { CohortGrid } from "./cohort-grid";
import { csvOf } from "./csv-text";
import { Funnel } from "./funnel";
import { RankedBars } from "./ranked-bars";
import { rowAfterKey } from "./row-reader";

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
	const steps = ["2026-11-19", "2026-11-20", "2026-11-21"].map((key) => ({
		key,
		label: key,
		tick: `at ${key}`,
	}));
	const html = render(
		<RankedBars title="Channels" summary="Top two." measure="Messages" items={items} steps={steps} />,
	);

	it("is read row by row, with the keyboard too", () => {
		expect(html).toMatch(/role="slider"[^>]*aria-label="Channels"[^>]*aria-valuemax="2"/);
		expect(html).toContain('aria-valuetext="general: Messages 8, Share 80%"');
		const keys = ["ArrowDown", "End", "ArrowDown", "ArrowUp", "Home", "Tab"];
		expect(keys.map((key) => rowAfterKey(key, 1, 3))).toEqual([2, 3, 2, 0, 0, undefined]);
		expect(rowAfterKey("ArrowDown", 3, 3)).toBe(3);
	});

	it("has the course of each in the table and the CSV", () => {
		expect(html).toMatch(/<th scope="col"[^>]*>at 2026-11-20<\/th>/);
		expect(csvIn(html)).toContain(
			"Name,Messages,Share,2026-11-19,2026-11-20,2026-11-21\r\ngeneral,8,0.8,1,2,3\r\n",
		);
		expect(csvIn(html)).toContain("quiet,2,0.2,,,\r\n");
	});

	it("shows shares in the list, the table and the CSV", () => {
		expect(html.match(/>80%/g)).toHaveLength(2);
		expect(csvIn(html)).toContain("general,8,0.8,");
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
		expect(html).toContain("20% of the previous step");
		expect(html).toContain("5% of the first step");
		expect(html).toContain(
			'aria-valuetext="Joined: Members 200, Of the first step 100%, Of the previous step not known"',
		);
		expect(csvIn(html)).toContain("Stayed,10,0.05,0.2\r\n");
	});

	it("sets a step that not all can have reached against those who can", () => {
		const html = render(
			<Funnel title="t" steps={[...steps.slice(0, 2), { key: "late", label: "Late", count: 10, of: 40 }]} />,
		);
		expect(html).toContain("25% reach the last step: 10 of 40.");
		expect(html).toContain("25% of the 40 who could have reached it");
		expect(csvIn(html)).toContain("Late,10,0.25,\r\n");
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
