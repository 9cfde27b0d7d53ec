import { describe, expect, it } from "vitest";
import { healthOf, healthTargets, type WeekFigures } from "./score";

const week: WeekFigures = {
	active: 10,
	membersBefore: 100,
	membersAfter: 100,
	newcomers: 8,
	stayed: 1,
	messages: 1000,
	replies: 150,
	cases: 5,
};

const partsOf = (weeks: readonly WeekFigures[]) =>
	Object.fromEntries(healthOf(weeks).parts.map(({ name, ...part }) => [name, part]));

describe("the health of a week", () => {
	it("is the weighted mean of its parts' scores", () => {
		const { score, parts } = healthOf([week]);
		expect(parts.map(({ figure, score: points }) => [figure, points])).toEqual([
			[0.1, 0.5],
			[0.125, 0.5],
			[0.15, 0.5],
			[5, 0.5],
			[0, 0.5],
		]);
		expect(score).toBeCloseTo(50);
	});

	it("weighs its parts as the formula says", () => {
		const weights = Object.values(healthTargets).map(({ weight }) => weight);
		expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1);
		expect(healthOf([{ ...week, active: 20 }]).score).toBeCloseTo(50 + 50 * healthTargets.activity.weight);
	});

	it("gives no part more than everything or less than nothing", () => {
		const best = { ...week, active: 90, stayed: 8, replies: 900, cases: 0, membersAfter: 200 };
		expect(healthOf([best]).score).toBeCloseTo(100);
		const worst = { ...week, active: 0, stayed: 0, replies: 0, cases: 500, membersAfter: 50 };
		expect(healthOf([worst]).score).toBeCloseTo(0);
	});

	it("leaves out a part that has nothing to measure, and lets the others weigh more", () => {
		const { score, parts } = healthOf([{ ...week, newcomers: 0, stayed: 0 }]);
		expect(parts.find(({ name }) => name === "retention")).toEqual({
			name: "retention",
			figure: null,
			score: null,
			weight: 0,
		});
		expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
		expect(score).toBeCloseTo(50);
	});

	it("leaves out cases that the reader may not see, and does not take them for none", () => {
		const { moderation } = partsOf([{ ...week, cases: null }]);
		expect(moderation).toEqual({ figure: null, score: null, weight: 0 });
	});

	it("is not known where no message was recorded", () => {
		expect(healthOf([{ ...week, messages: 0, replies: 0, active: 0 }]).score).toBeNull();
		expect(healthOf([]).score).toBeNull();
	});
});

describe("the health of several weeks", () => {
	it("takes the mean of who is active, and adds the others up", () => {
		const other = {
			...week,
			...{ active: 60, membersBefore: 100, membersAfter: 200, newcomers: 2, stayed: 2 },
			...{ messages: 3000, replies: 1050, cases: 3 },
		};
		const { activity, retention, replies, moderation, growth } = partsOf([week, other]);
		expect(activity?.figure).toBeCloseTo((0.1 + 0.3) / 2);
		expect(retention?.figure).toBeCloseTo(3 / 10);
		expect(replies?.figure).toBeCloseTo(1200 / 4000);
		expect(moderation?.figure).toBeCloseTo(2);
		expect(growth?.figure).toBeCloseTo((100 / 100 / 14) * 30);
	});
});
