import { describe, expect, test, vi } from "vitest";
import { orderPosts } from "@/bot/orders/posts";
import { GUILD, openDesk, textChannelOf } from "@/bot/tests/order-desk";

const { db, discord, scope } = await openDesk();

describe("a scheduled post", () => {
	/** @param due SQL of its time @returns its id */
	async function schedule(
		due: string,
		content: string,
		channel: string,
		embed: object = { title: "Prompt" },
	): Promise<number> {
		const { rows } = await db.pool("guildhall_owner").query<{ id: number }>(
			`WITH c AS (INSERT INTO discord_channels (id, guild_id, channel_type) VALUES ($2, $1, 'guild_text') ON CONFLICT DO NOTHING)
			INSERT INTO discord_narrative_posts (guild_id, channel_id, act_number, content, embed_config, components_config,
				scheduled_for, status)
			VALUES ($1, $2, 1, $3, $4, '[{"type": 2, "style": 1, "label": "Go", "custom_id": "go"}]',
				${due}, 'scheduled') RETURNING id`,
			[GUILD, channel, content, embed],
		);
		return rows[0]?.id ?? 0;
	}
	const read = async (id: number) =>
		(
			await db
				.pool("guildhall_owner")
				.query(
					"SELECT status, message_id::text, posted_at, error_message FROM discord_narrative_posts WHERE id = $1",
					[id],
				)
		).rows[0];

	test("is sent once when its time has come, and says where it is", async () => {
		const channel = textChannelOf(discord);
		const due = await schedule("now()", "The prompt of the week", channel);
		const later = await schedule("now() + interval '1 hour'", "Not yet", channel);
		expect(await orderPosts(scope)).toBe(1);
		expect(await orderPosts(scope)).toBe(0);
		await vi.waitFor(async () => expect((await read(due)).status).toBe("posted"), { timeout: 10_000 });
		const { message_id, posted_at } = await read(due);
		expect(posted_at).not.toBeNull();
		const sent = discord.state.messages.get(channel, message_id).fields;
		expect(sent.content).toBe("The prompt of the week");
		expect((await read(later)).status).toBe("scheduled");
	});

	test("that Discord refuses says so, and one that was missed by a day is left out", async () => {
		const refused = await schedule("now()", "x", "1040262918204750001");
		const missed = await schedule("now() - interval '25 hours'", "Old news", textChannelOf(discord));
		expect(await orderPosts(scope)).toBe(1);
		await vi.waitFor(async () => expect((await read(refused)).status).toBe("failed"), { timeout: 10_000 });
		expect((await read(refused)).error_message).toBe("unknown_channel (10003)");
		expect(await read(missed)).toMatchObject({ status: "failed", message_id: null, posted_at: null });
	});

	test("is sent at the length that Discord takes, in characters of three bytes", async () => {
		const channel = textChannelOf(discord);
		const embed = { description: "字".repeat(4_000), footer: { text: "字".repeat(2_000) } };
		const long = await schedule("now()", "字".repeat(2_000), channel, embed);
		expect(await orderPosts(scope)).toBe(1);
		await vi.waitFor(async () => expect((await read(long)).status).toBe("posted"), { timeout: 10_000 });
		const { message_id } = await read(long);
		expect(discord.state.messages.get(channel, message_id).fields.content).toHaveLength(2_000);
	});

	test("says why it is never sent: it is too long, or the bot has gone", async () => {
		const channel = textChannelOf(discord);
		const endless = await schedule("now()", "x".repeat(300_000), channel);
		const homeless = await schedule("now() - interval '25 hours'", "Nobody is there", channel);
		const owner = db.pool("guildhall_owner");
		await owner.query("UPDATE discord_guilds SET left_at = now() WHERE id = $1", [GUILD]);
		expect(await orderPosts(scope)).toBe(0);
		await owner.query("UPDATE discord_guilds SET left_at = NULL WHERE id = $1", [GUILD]);
		const failed = (error_message: string) => ({ status: "failed", error_message });
		expect(await read(endless)).toMatchObject(failed("This is longer than Discord takes"));
		expect(await read(homeless)).toMatchObject(failed("The bot is no longer in this server"));
	});

	test("does not wait behind others whose order is pending, nor is such a one given up", async () => {
		const owner = db.pool("guildhall_owner");
		const { rows } = await owner.query<{ id: number }>(
			`WITH waiting AS (
				INSERT INTO discord_narrative_posts (guild_id, channel_id, act_number, content, scheduled_for, status)
				SELECT $1, $2, 1, 'Waiting', now() - interval '25 hours', 'scheduled' FROM generate_series(1, 200)
				RETURNING guild_id, channel_id, id, scheduled_for)
			INSERT INTO discord_orders (guild_id, channel_id, kind, post_id, not_before, idempotency_key)
			SELECT guild_id, channel_id, 'post', id, now() + interval '1 hour',
				'post#' || id || '#' || extract(epoch FROM scheduled_for) FROM waiting
			RETURNING post_id AS id`,
			[GUILD, textChannelOf(discord)],
		);
		const next = await schedule("now()", "At last", textChannelOf(discord));
		expect(await orderPosts(scope)).toBe(1);
		await vi.waitFor(async () => expect((await read(next)).status).toBe("posted"), { timeout: 10_000 });
		expect((await read(rows[0]?.id ?? 0)).status).toBe("scheduled");
	});
});
