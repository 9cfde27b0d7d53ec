import { format } from "node:util";
import { afterEach, beforeEach, expect, vi } from "vitest";

let complaints: string[] = [];
let restore = (): void => undefined;

// What React and our own code report on console.error is a mistake somewhere: it fails the test that provoked it.
beforeEach(() => {
	complaints = [];
	const watched = vi.spyOn(console, "error").mockImplementation((...parts: unknown[]) => {
		complaints.push(format(...parts));
	});
	restore = () => watched.mockRestore();
});

afterEach(() => {
	restore();
	expect(complaints, "console.error was called").toEqual([]);
});
