import { describe, expect, test } from "vitest";
import { readGrowth } from "@/lib/analytics/growth/data";
import { readHealth } from "@/lib/analytics/health/data";
import type { GuildScope } from "@/lib/auth/scope";
import { readOverview } from "@/lib/overview/data";
import { readReport } from "@/lib/report/data";
import { type HealthFigures, healthRecount } from "./health-recount";
import type { Cut, PointRecounts } from "./point-recounts";

type InZone = <T>(zone: string, read: (scope: GuildScope) => Promise<T>) => Promise<T>;

/** In both zones the clocks change within these days, in New York also within the week of the report. */
const zones = ["Europe/Berlin", "America/New_York"];
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Compares overview, report, growth and health of the real exports with recounts, in a database that is there already. */
export function otherPages(inZone: InZone, recount: () => PointRecounts): void {
	describe.each(zones)("the overview in %s", (zone) => overviewTests(zone, inZone, recount));
	describe.each(zones)("the report in %s", (zone) => reportTests(zone, inZone, recount));
	describe("half a year", () => halfYearTests(inZone, recount));
}

function overviewTests(zone: string, inZone: InZone, recount: () => PointRecounts): void {
	const cut: Cut = { zone, from: "2023-10-15", to: "2023-11-12", by: "day" };
	const before: Cut = { ...cut, from: "2023-09-16", to: "2023-10-14" };
	const shown = () => inZone(zone, (scope) => readOverview(scope, { from: cut.from, to: cut.to }));

	test("messages, their hours, and who wrote", async () => {
		const { messages, heatmap, activeMembers } = await shown();
		const series = await recount().perPoint(cut, "count(*)");
		const previousSeries = await recount().perPoint(before, "count(*)");
		expect(messages).toEqual({ value: sum(series), previous: sum(previousSeries), series, previousSeries });
		expect(heatmap).toEqual(await recount().hours(cut));
		expect(activeMembers).toEqual({
			value: await recount().inDays(cut, "count(DISTINCT m.author_id)"),
			previous: await recount().inDays(before, "count(DISTINCT m.author_id)"),
			series: await recount().perUtcPoint(cut, "count(DISTINCT m.author_id)"),
		});
	});

	test("who came, went and was there", async () => {
		const { members, joins, leaves } = await shown();
		const moves = await recount().membership(cut);
		expect(sum(joins.series)).toBeGreaterThan(0);
		expect(joins.series).toEqual(moves.map((move) => move.joins));
		expect(leaves.series).toEqual(moves.map((move) => move.leaves));
		expect(members.series).toEqual(moves.map((move) => move.members));
		expect(joins.previous).toBe(sum((await recount().membership(before)).map((move) => move.joins)));
	});

	test("the busiest channels and members", async () => {
		const { topChannels, topMembers } = await shown();
		const channelsBefore = await recount().channels(before);
		const rows = (await recount().channels(cut)).slice(0, topChannels.length);
		expect(topChannels.length).toBeGreaterThan(3);
		expect(topChannels.map(({ id, messages, previous }) => ({ id, messages, previous }))).toEqual(
			rows.map((row) => ({
				...row,
				previous: channelsBefore.find(({ id }) => id === row.id)?.messages ?? 0,
			})),
		);
		const people = (await recount().members(cut)).slice(0, topMembers?.length);
		expect(topMembers?.map(({ id, messages }) => [id, messages])).toEqual(
			people.map(({ id, messages }) => [id, messages]),
		);
	});
}

function reportTests(zone: string, inZone: InZone, recount: () => PointRecounts): void {
	const cut: Cut = { zone, from: "2023-10-30", to: "2023-11-05", by: "day" };
	const before: Cut = { ...cut, from: "2023-10-23", to: "2023-10-29" };

	test("every figure of a week", async () => {
		const shown = await inZone(zone, (scope) => readReport(scope, { week: "2023-W44" }));
		const days = await recount().perPoint(cut, "count(*)");
		const daysBefore = await recount().perPoint(before, "count(*)");
		expect([shown.messagesByDay, shown.messagesByDayBefore]).toEqual([days, daysBefore]);
		expect(shown.messages).toEqual({ value: sum(days), previous: sum(daysBefore) });
		const authors = "count(DISTINCT m.author_id)";
		expect(shown.activeMembers).toEqual({
			value: await recount().inDays(cut, authors),
			previous: await recount().inDays(before, authors),
		});
		const moves = await recount().membership(cut);
		const movesBefore = await recount().membership(before);
		expect(shown.joins).toEqual({
			value: sum(moves.map(({ joins }) => joins)),
			previous: sum(movesBefore.map(({ joins }) => joins)),
		});
		expect(shown.members).toEqual({ value: moves.at(-1)?.members, previous: movesBefore.at(-1)?.members });
		const counts = ({ id, messages }: { id: string; messages: number }) => ({ id, messages });
		expect(shown.channels.map(counts)).toEqual((await recount().channels(cut)).slice(0, 5));
		expect(shown.topMembers?.map(counts)).toEqual((await recount().members(cut)).slice(0, 5).map(counts));
		const hours = (await recount().hours(cut))
			.flatMap((cells, day) => cells.map((messages, hour) => ({ weekday: day + 1, hour, messages })))
			.sort((one, other) => other.messages - one.messages);
		expect(shown.hours).toEqual(hours.slice(0, 5));
	});
}

function halfYearTests(inZone: InZone, recount: () => PointRecounts): void {
	const cut: Cut = { zone: "UTC", from: "2023-01-02", to: "2023-06-25", by: "week" };
	const asked = { from: cut.from, to: cut.to, by: "week" } as const;

	test("growth, who stayed and how far newcomers got", async () => {
		const shown = await inZone("UTC", (scope) => readGrowth(scope, asked));
		const moves = await recount().membership(cut);
		expect(shown.joins.series).toEqual(moves.map(({ joins }) => joins));
		expect(shown.members.series).toEqual(moves.map(({ members }) => members));
		const stayed = await recount().stayed(cut);
		const retention = shown.retention ?? [];
		const weeks = retention.map(({ week, size }) => ({ week, size }));
		expect(weeks.filter(({ size }) => size > 0)).toEqual(stayed.sizes);
		for (const { week, active } of retention)
			expect(active, week).toEqual(active.map((_, n) => stayed.active.get(`${week} ${n}`) ?? 0));
		expect(sum(retention.flatMap(({ active }) => active.map(Number)))).toBeGreaterThan(5);
		expect(shown.funnel).toEqual(await recount().funnel(cut));
	});

	test("health", async () => {
		const { current, weeks } = await inZone("UTC", (scope) => readHealth(scope, asked));
		expect(weeks).toBe(25);
		const span = { first: "2023-01-02", end: "2023-06-26" };
		const [sums] = await recount().rows<HealthFigures>(healthRecount(recount().guild, span));
		for (const { name, figure } of current.parts)
			expect(figure, name).toBeCloseTo(sums?.[name] ?? Number.NaN, 9);
	});
}
