import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shades } from "@/components/charts/cohort-cells";

type Theme = "light" | "dark";

const css = readFileSync(new URL("globals.css", import.meta.url), "utf8");

/** Every `--name: light-dark(#light, #dark)` and `--name: #both` of the stylesheet. */
function palette(theme: Theme): Map<string, string> {
	const colours = new Map<string, string>();
	for (const [, name = "", value = ""] of css.matchAll(/--([\w-]+):\s*([^;]+);/g)) {
		const [light, dark = light] = value.match(/#[0-9a-f]{6}\b/g) ?? [];
		const colour = theme === "light" ? light : dark;
		if (colour) colours.set(name, colour);
	}
	return colours;
}

function luminance(hex: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG's ratio of two colours, 1 to 21. */
function contrast(one: string, other: string): number {
	const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (high + 0.05) / (low + 0.05);
}

function between(theme: Theme, one: string, other: string): number {
	const colours = palette(theme);
	const [front, back] = [colours.get(one), colours.get(other)];
	if (!front || !back) throw new Error(`${one} or ${other} is not a colour of the stylesheet`);
	return contrast(front, back);
}

/** `front` laid over `back`, as thick as `share` of 1 says. */
function laidOver(front: string, back: string, share: number): string {
	const parts = [1, 3, 5].map((at) => {
		const [over, under] = [front, back].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16));
		return Math.round((over ?? 0) * share + (under ?? 0) * (1 - share))
			.toString(16)
			.padStart(2, "0");
	});
	return `#${parts.join("")}`;
}

const surfaces = ["background", "surface", "raised", "hover", "selected"];
const words = ["text", "muted", "accent", "good", "warning", "danger", "info"];
const texts = [
	...words.flatMap((word) => surfaces.map((surface) => [word, surface] as const)),
	...["accent", "good", "warning", "danger", "info"].map((word) => [word, `${word}-tint`] as const),
	["accent-on", "accent-fill"] as const,
	["accent-on", "danger-fill"] as const,
];
const series = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `chart-${number}`);

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
	it.each(texts)("%s can be read on %s", (front, back) => {
		expect(between(theme, front, back)).toBeGreaterThanOrEqual(4.5);
	});

	it.each(["background", "surface"])("the edge of a field is seen on %s", (surface) => {
		expect(between(theme, "field", surface)).toBeGreaterThanOrEqual(2.8);
	});

	it.each(shades)("text can be read on the cells of cohorts: %s", (shade) => {
		const colours = palette(theme);
		const share = Number(shade.split("/")[1]) / 100;
		const cell = laidOver(colours.get("chart-1") ?? "", colours.get("surface") ?? "", share);
		expect(contrast(colours.get("text") ?? "", cell)).toBeGreaterThanOrEqual(4.5);
	});

	it("the first series of a chart stands out most", () => {
		expect(between(theme, "chart-1", "surface")).toBeGreaterThanOrEqual(4.5);
		for (const name of series) expect(between(theme, name, "surface")).toBeGreaterThanOrEqual(2.4);
	});

	it("neighbouring series differ in greyscale", () => {
		const colours = palette(theme);
		const greys = series.map((name) => luminance(colours.get(name) ?? "#000000"));
		for (const [index, grey] of greys.slice(1).entries()) {
			expect(Math.abs(grey - (greys[index] ?? 0)), `${series[index]} and the next`).toBeGreaterThan(0.03);
		}
	});
});
