import { expect, test } from "vitest";
import { lastWords } from "./bot";

test("the reason why the worker ended is the last thing that its log calls fatal", () => {
	const lines = [
		'{"level":60,"msg":"an earlier life"}',
		'{"level":60,"name":"bot","msg":"Discord refuses the bot\'s token."}',
		'{"level":40,"msg":"on the way out"}',
		"Trace: something that is no line of the log",
	];
	expect(lastWords(lines.join("\n"))).toBe("Discord refuses the bot's token.");
	expect(lastWords(lines.slice(2).join("\n"))).toBeUndefined();
	expect(lastWords("")).toBeUndefined();
});
