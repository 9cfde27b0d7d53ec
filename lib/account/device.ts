const browsers: [string, RegExp][] = [
	["Edge", /Edg(?:e|A|iOS)?\//],
	["Opera", /OPR\//],
	["Samsung Internet", /SamsungBrowser\//],
	["Firefox", /(?:Firefox|FxiOS)\//],
	["Chrome", /(?:Chrome|CriOS|HeadlessChrome)\//],
	["Safari", /Safari\//],
];

const systems: [string, RegExp][] = [
	["iPhone", /iPhone/],
	["iPad", /iPad/],
	["Android", /Android/],
	["Windows", /Windows/],
	["macOS", /Mac OS X/],
	["ChromeOS", /CrOS/],
	["Linux", /Linux/],
];

/** The browser and the system that a `User-Agent` names, as far as they are known; enough to tell sessions apart. */
export function deviceOf(userAgent: string | null): { browser: string | null; system: string | null } {
	const find = (table: [string, RegExp][]) =>
		table.find(([, pattern]) => pattern.test(userAgent ?? ""))?.[0] ?? null;
	return { browser: find(browsers), system: find(systems) };
}
