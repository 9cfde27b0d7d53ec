import { z } from "zod";

export type Counts = { passed: number; failed: number; skipped: number };

const vitest = z.object({
	numPassedTests: z.number(),
	numFailedTests: z.number(),
	numPendingTests: z.number(),
	numTodoTests: z.number(),
	testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const playwright = z.object({
	stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
	errors: z.array(z.unknown()),
});

/** The counts in Vitest's JSON report; a file that could not even be loaded counts as one failure. */
export function vitestCounts(report: unknown): Counts {
	const found = vitest.parse(report);
	const unloaded = found.testResults.filter(
		(file) => file.status === "failed" && file.assertionResults.length === 0,
	);
	return {
		passed: found.numPassedTests,
		failed: found.numFailedTests + unloaded.length,
		skipped: found.numPendingTests + found.numTodoTests,
	};
}

/** The counts in Playwright's JSON report; a flaky test and an error outside any test are failures. */
export function playwrightCounts(report: unknown): Counts {
	const { stats, errors } = playwright.parse(report);
	return {
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky + errors.length,
		skipped: stats.skipped,
	};
}

/** What a part that ended with `status` counts for: one that failed without a failed test still failed once. */
export function settled(counts: Counts | undefined, status: number): Counts {
	if (counts === undefined) return { passed: 0, failed: 1, skipped: 0 };
	return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

export function sum(all: Counts[]): Counts {
	return all.reduce(
		(total, part) => ({
			passed: total.passed + part.passed,
			failed: total.failed + part.failed,
			skipped: total.skipped + part.skipped,
		}),
		{ passed: 0, failed: 0, skipped: 0 },
	);
}

/** `12 passed, 0 failed`, and `, 1 skipped` where there is one. */
export function sentence({ passed, failed, skipped }: Counts): string {
	return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
