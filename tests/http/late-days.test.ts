import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/tests/setup/login";
import { visitor } from "@/tests/setup/visitor";
import { call } from "./call";

/** A server of Nepal, whose clocks are 45 minutes ahead of a whole hour, with one message. */
const guild = "880000000000000045";
const late = "their days begin 45 minutes after midnight here";
let session = "";

beforeAll(async () => {
	await database("INSERT INTO discord_guilds (id, name) VALUES ($1, 'Late') ON CONFLICT DO NOTHING", [guild]);
	await database(
		`INSERT INTO guild_config (guild_id, time_zone) VALUES ($1, 'Asia/Kathmandu')
		ON CONFLICT (guild_id) DO UPDATE SET time_zone = excluded.time_zone`,
		[guild],
	);
	await database(
		`INSERT INTO discord_channels (id, guild_id, name, channel_type) VALUES ($1::bigint + 4, $1, 'c', 'guild_text')
		ON CONFLICT DO NOTHING`,
		[guild],
	);
	await database(
		"INSERT INTO discord_users (id, username) VALUES ($1::bigint + 8, 'p') ON CONFLICT DO NOTHING",
		[guild],
	);
	await database(
		`INSERT INTO discord_messages (id, guild_id, channel_id, author_id, timestamp, message_type)
		SELECT app.snowflake_at(now()), $1, $1::bigint + 4, $1::bigint + 8, now(), 'default'`,
		[guild],
	);
	session = (await visitor({ levels: { [guild]: 5 } })).token;
});

async function says(page: string): Promise<boolean> {
	const response = await call(`/guilds/${guild}${page}`, { session });
	expect(response.status, page).toBe(200);
	return (await response.text()).includes(late);
}

describe("in a zone off the whole hour", () => {
	it.each(["", "/report", "/analytics", "/analytics/commands", "/explore?measure=messages&dimension=time"])(
		"%s says that days of figures by hours begin late",
		async (page) => {
			expect(await says(page)).toBe(true);
		},
	);

	it.each([
		"/analytics/growth",
		"/analytics/moderation",
		"/explore?measure=joins&dimension=time",
		"/explore?measure=cases&dimension=time",
	])("%s has no such figures", async (page) => {
		expect(await says(page)).toBe(false);
	});
});
