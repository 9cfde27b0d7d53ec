import { expect, test } from "vitest";
import { piecesOf } from "./date-pieces";

const at = (time: string) => `2026-11-${time}:00:00.000Z`;

test("time is taken apart at the edges of points and of dates", () => {
	const points = [at("01T05"), at("02T05"), at("03T05")];
	const dates = [at("01T00"), at("02T00"), at("03T00")];
	expect(piecesOf(points, dates)).toEqual([
		{ from: at("01T00"), to: at("01T05"), point: 0, date: 1 },
		{ from: at("01T05"), to: at("02T00"), point: 1, date: 1 },
		{ from: at("02T00"), to: at("02T05"), point: 1, date: 2 },
		{ from: at("02T05"), to: at("03T00"), point: 2, date: 2 },
		{ from: at("03T00"), to: at("03T05"), point: 2, date: 3 },
	]);
});

test("where both are the same, each piece is a point and a date", () => {
	const days = [at("01T00"), at("02T00"), at("03T00")];
	expect(piecesOf(days, days)).toEqual([
		{ from: at("01T00"), to: at("02T00"), point: 1, date: 1 },
		{ from: at("02T00"), to: at("03T00"), point: 2, date: 2 },
	]);
});

test("a point without time is passed over, and the next one begins there", () => {
	const points = [at("01T05"), at("02T05"), at("02T05"), at("03T05")];
	const dates = [at("01T00"), at("02T00"), at("02T00"), at("03T00")];
	expect(piecesOf(points, dates).map(({ point, date }) => [point, date])).toEqual([
		[0, 1],
		[1, 1],
		[1, 3],
		[3, 3],
		[3, 4],
	]);
});
