import { beforeAll, describe, expect, test } from "vitest";
import { readActivity } from "@/lib/analytics/activity/data";
import type { Activity } from "@/lib/analytics/activity/schema";
import type { ActivityQuery } from "@/lib/analytics/schema";
import type { Level } from "@/lib/auth/permissions";
import type { GuildScope } from "@/lib/auth/scope";
import { verifyGuild } from "@/scripts/rollups/verify";
import type { TestDatabase } from "./database";
import { inScope } from "./guild-scope";
import { makeAdmin } from "./people";
import { type Cut, PointRecounts, reactionsOfMessage } from "./point-recounts";
import { hasRealExports, realDatabase } from "./real-exports";
import { otherPages } from "./real-pages";

/** Each crosses a change of the clocks in its zone: by an hour, and by half an hour on Lord Howe Island. */
const cuts: Cut[] = [
	{ zone: "Europe/Berlin", from: "2023-10-15", to: "2023-11-12", by: "day" },
	{ zone: "America/New_York", from: "2023-10-15", to: "2023-11-12", by: "day" },
	{ zone: "Australia/Lord_Howe", from: "2023-09-17", to: "2023-10-14", by: "day" },
	{ zone: "Europe/Berlin", from: "2023-10-27", to: "2023-10-31", by: "hour" },
	{ zone: "America/New_York", from: "2023-11-02", to: "2023-11-08", by: "hour" },
	{ zone: "America/New_York", from: "2023-03-08", to: "2023-03-15", by: "hour" },
	{ zone: "Australia/Lord_Howe", from: "2023-09-28", to: "2023-10-05", by: "hour" },
	{ zone: "Europe/Berlin", from: "2023-01-04", to: "2023-12-20", by: "week" },
	{ zone: "America/New_York", from: "2022-06-10", to: "2025-11-10", by: "month" },
];

let db: TestDatabase;
let guild: string;
let recount: PointRecounts;
const visitors = new Map<Level, { token: string; userId: string }>();

describe.skipIf(!hasRealExports)("Figures of the real exports, where ../shared/data is there", () => {
	beforeAll(async () => {
		({ db, guild } = await realDatabase());
		recount = new PointRecounts(db.pool("guildhall_owner"), guild);
		for (const level of [1, 5] as const) visitors.set(level, await makeAdmin(db, guild, level));
		const bot = db.pool("guildhall_bot");
		// What the worker does after an import: deletes softly and for good, and learns who reacts.
		await bot.query("UPDATE discord_messages SET deleted_at = now() WHERE id % 97 = 1");
		await bot.query("DELETE FROM discord_messages WHERE id % 101 = 2");
		await bot.query(
			`INSERT INTO discord_message_reactions (guild_id, message_id, user_id, emoji_name)
			SELECT guild_id, id, author_id, '🧪' FROM discord_messages WHERE id % 13 = 3`,
		);
		await bot.query("UPDATE discord_messages SET deleted_at = NULL WHERE id % 194 = 1");
		return () => db.drop();
	}, 120_000);

	async function inZone<T>(
		zone: string,
		read: (scope: GuildScope) => Promise<T>,
		level: Level = 5,
	): Promise<T> {
		await db.pool("guildhall_owner").query(
			`INSERT INTO guild_config (guild_id, time_zone) VALUES ($1, $2)
			ON CONFLICT (guild_id) DO UPDATE SET time_zone = excluded.time_zone`,
			[guild, zone],
		);
		const visitor = visitors.get(level) ?? { token: "", userId: "" };
		return inScope(db, guild, { ...visitor, level }, read);
	}
	const shown = (level: Level, zone: string, asked: ActivityQuery): Promise<Activity> =>
		inZone(zone, (scope) => readActivity(scope, asked), level);
	const asked = ({ from, to, by }: Cut): ActivityQuery => ({ from, to, by });

	test("the rollups equal a recount", async () => {
		const owner = await db.pool("guildhall_owner").connect();
		try {
			const found: string[] = [];
			const { compared } = await verifyGuild(
				owner,
				{ guildId: guild, from: undefined, to: undefined },
				{ comparing() {}, differs: (rollup, { key }) => found.push(`${rollup} ${key}`) },
			);
			expect(found).toEqual([]);
			expect(compared).toBeGreaterThan(5000);
		} finally {
			owner.release();
		}
	});

	describe.each(cuts)("$from to $to by $by in $zone", (cut) => {
		let activity: Activity;
		beforeAll(async () => {
			activity = await shown(5, cut.zone, asked(cut));
		});

		test("messages and replies", async () => {
			expect(activity.period.granularity).toBe(cut.by);
			expect(activity.messages.series).toEqual(await recount.perPoint(cut, "count(*)"));
			expect(activity.replies?.series).toEqual(
				await recount.perPoint(cut, "count(*) FILTER (WHERE m.message_type = 'reply')"),
			);
			expect(activity.messages.value).toBeGreaterThan(0);
			expect(activity.messages.value).toBe(activity.messages.series.reduce((sum, value) => sum + value, 0));
		});

		test("reactions", async () => {
			const given = await recount.perPoint(cut, "sum(e.given)", reactionsOfMessage);
			expect(activity.reactions?.series).toEqual(given);
			expect(activity.reactions?.value).toBeGreaterThan(0);
		});

		test("people who wrote, by days of UTC", async () => {
			const days: Cut = cut.by === "hour" ? { ...cut, by: "day" } : cut;
			expect(activity.active?.series).toEqual(await recount.perUtcPoint(days, "count(DISTINCT m.author_id)"));
			expect(activity.active?.value).toBe(await recount.inDays(cut, "count(DISTINCT m.author_id)"));
		});

		test("weekdays and hours of the zone's clock", async () => {
			expect(activity.heatmap).toEqual(await recount.hours(cut));
		});

		test("channels", async () => {
			const rows = await recount.channels(cut);
			const shown = activity.channels?.map(({ id, messages }) => ({ id, messages }));
			expect(shown).toEqual(rows.slice(0, Math.max(shown?.length ?? 0, Math.min(rows.length, 8))));
		});

		test("members", async () => {
			const rows = await recount.members(cut);
			const shown = activity.members?.map(({ id, messages, activeDays }) => ({ id, messages, activeDays }));
			expect(shown).toEqual(rows.slice(0, Math.max(shown?.length ?? 0, Math.min(rows.length, 8))));
		});

		test("level 1 sees the same totals, and nobody's own", async () => {
			expect(await shown(1, cut.zone, asked(cut))).toEqual({ ...activity, members: null });
		});
	});

	test("the period before", async () => {
		const [cut] = cuts as [Cut];
		const { messages, active, reactions } = await shown(5, cut.zone, { ...asked(cut), compare: "previous" });
		const before: Cut = { ...cut, from: "2023-09-16", to: "2023-10-14" };
		expect(messages.previousSeries).toEqual(await recount.perPoint(before, "count(*)"));
		expect(active?.previous).toBe(await recount.inDays(before, "count(DISTINCT m.author_id)"));
		expect(reactions?.previousSeries).toEqual(
			await recount.perPoint(before, "sum(e.given)", reactionsOfMessage),
		);
	});

	test("each channel's own course", async () => {
		const [cut] = cuts as [Cut];
		const { channels } = await shown(5, cut.zone, asked(cut));
		expect(channels?.length).toBeGreaterThan(3);
		for (const { id } of channels ?? []) {
			const { messages } = await shown(1, cut.zone, { ...asked(cut), channel: id });
			expect(messages.series).toEqual(
				await recount.perUtcPoint(cut, `count(*) FILTER (WHERE m.channel_id = ${id})`),
			);
		}
	});

	test.each(["people", "bots"] as const)("%s", async (kind) => {
		const cut = cuts.at(-1) as Cut;
		const isBot = "EXISTS (SELECT FROM discord_users u WHERE u.id = m.author_id AND u.bot)";
		const ofKind = kind === "bots" ? isBot : `NOT ${isBot}`;
		const { messages, active } = await shown(5, cut.zone, { ...asked(cut), kind });
		expect(messages.series).toEqual(await recount.perUtcPoint(cut, `count(*) FILTER (WHERE ${ofKind})`));
		expect(active?.series).toEqual(
			await recount.perUtcPoint(cut, `count(DISTINCT m.author_id) FILTER (WHERE ${ofKind})`),
		);
		expect(active?.value).toBe(await recount.inDays(cut, "count(DISTINCT m.author_id)", ofKind));
	});

	otherPages(inZone, () => recount);
});
