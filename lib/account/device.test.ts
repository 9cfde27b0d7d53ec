import { expect, test } from "vitest";
import { deviceOf } from "./device";

const agents: [string, string, string][] = [
	[
		"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0",
		"Edge",
		"Windows",
	],
	[
		"Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15",
		"Safari",
		"macOS",
	],
	[
		"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/126.0 Mobile Safari/604.1",
		"Chrome",
		"iPhone",
	],
	["Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox", "Linux"],
];

test.each(agents)("%s", (agent, browser, system) => {
	expect(deviceOf(agent)).toEqual({ browser, system });
});

test("an unknown or missing agent is unknown, not wrong", () => {
	expect(deviceOf("curl/8.5.0")).toEqual({ browser: null, system: null });
	expect(deviceOf(null)).toEqual({ browser: null, system: null });
});
