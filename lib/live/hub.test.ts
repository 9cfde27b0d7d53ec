import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Hub } from "./hub";
import { topics } from "./topics";

type Events = { payload: (text: string) => void; connected: (now: boolean) => void };

/** A source that the test speaks through. */
function source() {
	const opened: Events[] = [];
	const stop = vi.fn();
	const hub = new Hub((events) => {
		opened.push(events);
		return stop;
	});
	return { hub, opened, stop, say: (text: string) => opened.at(-1)?.payload(text) };
}

const listener = () => ({ hint: vi.fn(), lost: vi.fn() });
const hint = (guild: string, topic: string) => JSON.stringify({ guild, topic });

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

async function joined(setting: ReturnType<typeof source>, guild: string) {
	const one = listener();
	const joining = setting.hub.join(guild, one);
	setting.opened.at(-1)?.connected(true);
	return { ...one, leave: await joining };
}

describe("the hub", () => {
	test("opens one source for everybody and passes hints on by guild", async () => {
		const setting = source();
		const first = await joined(setting, "1");
		const second = await joined(setting, "2");
		setting.say(hint("1", "cases"));
		expect(setting.opened).toHaveLength(1);
		expect(first.hint).toHaveBeenCalledExactlyOnceWith(["cases"]);
		expect(second.hint).not.toHaveBeenCalled();
	});

	test("passes over what it does not understand", async () => {
		const setting = source();
		const only = await joined(setting, "1");
		for (const text of ["", "{", "null", hint("1", "secrets"), '{"topic":"cases"}']) setting.say(text);
		expect(only.hint).not.toHaveBeenCalled();
	});

	test("closes the source a while after the last has left, and opens it again", async () => {
		const setting = source();
		const first = await joined(setting, "1");
		first.leave();
		vi.advanceTimersByTime(29_000);
		expect(setting.stop).not.toHaveBeenCalled();
		vi.advanceTimersByTime(2_000);
		expect(setting.stop).toHaveBeenCalledOnce();
		await joined(setting, "1");
		expect(setting.opened).toHaveLength(2);
	});

	test("says that anything may have changed when the source is back after a moment", async () => {
		const setting = source();
		const only = await joined(setting, "1");
		setting.opened[0]?.connected(false);
		vi.advanceTimersByTime(2_000);
		setting.opened[0]?.connected(true);
		expect(only.hint).toHaveBeenCalledExactlyOnceWith(topics);
		vi.advanceTimersByTime(60_000);
		expect(only.lost).not.toHaveBeenCalled();
	});

	test("sends everybody away when the source stays lost", async () => {
		const setting = source();
		const only = await joined(setting, "1");
		setting.opened[0]?.connected(false);
		vi.advanceTimersByTime(5_000);
		expect(only.lost).toHaveBeenCalledOnce();
	});

	test("lets nobody in who could not be told", async () => {
		const joining = source().hub.join("1", listener());
		const refused = expect(joining).rejects.toMatchObject({ code: "database_unavailable" });
		await vi.advanceTimersByTimeAsync(5_000);
		await refused;
	});
});
