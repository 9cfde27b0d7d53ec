import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handlerOf, isKnownEvent } from "@/bot/events/registry";
import { type Feed, frame, openFeed } from "@/bot/tests/feed";
import { guildsIn, readRecorded, recorded } from "@/bot/tests/recorded";

describe.skipIf(recorded.length === 0)(
	"the frames of ../shared/reference/gateway (skipped where it is absent)",
	() => {
		let feed: Feed;
		beforeAll(async () => {
			feed = await openFeed();
			const guilds = [...new Set(recorded.flatMap((name) => guildsIn(readRecorded(name).d)))];
			await feed.rows(
				"INSERT INTO discord_guilds (id, name) SELECT unnest($1::bigint[]), 'recorded' ON CONFLICT DO NOTHING",
				[guilds],
			);
		});
		afterAll(() => feed.close());

		test.each(recorded)("%s is stored, or passed over knowingly", async (name) => {
			const { op, t, d } = readRecorded(name);
			if (op !== 0 || !t) {
				expect(op, "the connection's own business").toBeGreaterThan(0);
				return;
			}
			const handler = handlerOf(t);
			expect(isKnownEvent(t), "an event that nobody decided about").toBe(true);
			if (!handler) return;
			expect(await feed.send(frame(t, d))).toEqual([]);
			expect(await feed.send(frame(t, d)), "the same once more").toEqual([]);
		});

		test("leave the rows that they tell of", async () => {
			const [counts] = await feed.rows(
				`SELECT (SELECT count(*) FROM discord_messages) > 0 AS messages, (SELECT count(*) FROM discord_channels) > 0 AS channels,
				(SELECT count(*) FROM discord_roles) > 0 AS roles, (SELECT count(*) FROM discord_guild_members) > 0 AS members,
				(SELECT count(*) FROM discord_command_executions) > 0 AS executions,
				(SELECT count(*) FROM discord_native_audit_log) > 0 AS entries`,
			);
			expect(counts).toEqual({
				messages: true,
				channels: true,
				roles: true,
				members: true,
				executions: true,
				entries: true,
			});
		});
	},
);
