import { describe, expect, test } from "vitest";
import { playwrightCounts, sentence, settled, sum, vitestCounts } from "./counts";

const report = {
	numPassedTests: 3,
	numFailedTests: 1,
	numPendingTests: 1,
	numTodoTests: 0,
	testResults: [{ status: "failed", assertionResults: [{}] }],
};

describe("counting tests", () => {
	test("takes Vitest's own numbers", () => {
		expect(vitestCounts(report)).toEqual({ passed: 3, failed: 1, skipped: 1 });
	});

	test("counts a file that could not be loaded as a failure", () => {
		const broken = {
			...report,
			testResults: [...report.testResults, { status: "failed", assertionResults: [] }],
		};
		expect(vitestCounts(broken).failed).toBe(2);
	});

	test("counts a flaky browser test and an error outside any test as failures", () => {
		const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
		expect(playwrightCounts({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 3, skipped: 2 });
	});

	test("lets no part end in failure with nothing counted", () => {
		expect(settled({ passed: 4, failed: 0, skipped: 0 }, 1).failed).toBe(1);
		expect(settled(undefined, 0).failed).toBe(1);
		expect(settled({ passed: 4, failed: 0, skipped: 0 }, 0).failed).toBe(0);
	});

	test("says the sum in one line", () => {
		const total = sum([
			{ passed: 1, failed: 0, skipped: 0 },
			{ passed: 2, failed: 1, skipped: 0 },
		]);
		expect(sentence(total)).toBe("3 passed, 1 failed");
		expect(sentence({ ...total, skipped: 1 })).toBe("3 passed, 1 failed, 1 skipped");
	});
});
