import { afterEach, beforeEach, expect, test, vi } from "vitest";

const asked = vi.hoisted(() => vi.fn());
vi.mock("@/lib/db/pool", () => ({ pool: () => ({ query: asked }) }));
vi.mock("./shipped", () => ({ shippedMigration: "2" }));

const healthy = { rows: [{ latest_migration: "2", failed_migration: null, stray_tables: [] }] };

beforeEach(() => {
	vi.resetModules();
	vi.useFakeTimers({ toFake: ["performance"] });
	asked.mockReset();
});
afterEach(() => vi.useRealTimers());

test("any number of questions at once cost the database one", async () => {
	const { readiness } = await import("./data");
	let answer = (_: typeof healthy): void => undefined;
	asked.mockReturnValue(
		new Promise((resolve) => {
			answer = resolve;
		}),
	);
	const answers = [readiness(), readiness(), readiness()];
	vi.advanceTimersByTime(60_000);
	answers.push(readiness());
	answer(healthy);
	expect((await Promise.all(answers)).map(({ ready }) => ready)).toEqual([true, true, true, true]);
	expect(asked).toHaveBeenCalledTimes(1);
});

test("an answer counts for a moment, whichever it is", async () => {
	const { readiness } = await import("./data");
	asked.mockRejectedValueOnce(new Error("away")).mockResolvedValue(healthy);
	expect((await readiness()).ready).toBe(false);
	expect((await readiness()).ready).toBe(false);
	vi.advanceTimersByTime(2_000);
	expect((await readiness()).ready).toBe(true);
	expect(asked).toHaveBeenCalledTimes(2);
});
