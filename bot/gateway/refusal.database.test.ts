import { GatewayIntentBits } from "discord-api-types/v10";
import { afterEach, describe, expect, test } from "vitest";
import type { Refusal } from "@/bot/gateway/refusal";
import { atHarbor } from "@/bot/tests/harbor";
import { startWorker } from "@/bot/tests/wire";
import { lastWords } from "@/scripts/lifecycle/bot";
import { gatewayDefaults } from "@/simulator/gateway/gateway";

const patience = { timeout: 60_000, interval: 50 };

const { setting, harbor } = await atHarbor();
const { gateway } = setting.discord.state;
afterEach(() => void Object.assign(gateway.settings, gatewayDefaults));

const shard = () => setting.rows("SELECT status, refusal FROM shards WHERE id = 0");
const connected = () =>
	expect.poll(shard, patience).toEqual([expect.objectContaining({ status: "online", refusal: null })]);
const socketsNow = () => [...gateway.sessions].flatMap(({ socket }) => socket ?? []);
const storedWords = async (content: string) =>
	(await setting.rows("SELECT FROM discord_messages WHERE content = $1", [content])).length;

const forGood: [code: number, refusal: Refusal, advice: RegExp][] = [
	[4004, "token", /DISCORD_BOT_TOKEN.*page Bot/],
	[4010, "shard", /--shard-ids .* below --shards/],
	[4011, "sharding", /more shards \(--shards/],
	[4012, "version", /newer version of Guildhall/],
	[4013, "intents", /newer version of Guildhall/],
	[4014, "privileged", /Switch on Server Members Intent and Message Content Intent.*page Bot/],
];

describe("a connection that Discord closes for good", { timeout: 60_000 }, () => {
	test.each(forGood)("with %i ends the worker and says what to do", async (code, refusal, advice) => {
		const { ended } = await setting.follow({ reconciles: false });
		await connected();
		harbor.write(`before ${code}`);
		setting.discord.state.turn({ kind: "gateway_close", code });
		await expect(ended).rejects.toThrow(advice);
		await expect(ended).rejects.toMatchObject({ refusal });
		expect(await shard()).toEqual([{ status: "offline", refusal }]);
		expect(await storedWords(`before ${code}`)).toBe(1);
	});

	test("ends a worker that was not connected yet", async () => {
		const { settings } = gateway;
		settings.allowedIntents &= ~GatewayIntentBits.MessageContent;
		const first = await setting.follow({ reconciles: false });
		harbor.loseSession();
		await expect(first.ended).rejects.toMatchObject({ refusal: "privileged" });
		await first.stop();
		Object.assign(settings, gatewayDefaults, { guildsPerShard: 0 });
		const second = await setting.follow({ reconciles: false });
		harbor.loseSession();
		await expect(second.ended).rejects.toMatchObject({ refusal: "sharding" });
		expect(await shard()).toEqual([{ status: "offline", refusal: "sharding" }]);
	});

	test("is forgotten once it stands again", async () => {
		await setting.follow({ reconciles: false });
		await connected();
	});
});

describe("a connection that Discord closes for another reason", { timeout: 60_000 }, () => {
	test.each([1000, 1001, 4000, 4001, 4002, 4003, 4005, 4007, 4008, 4009])(
		"as with %i, is opened again",
		async (code) => {
			await setting.follow({ reconciles: false });
			await connected();
			const before = socketsNow();
			setting.discord.state.turn({ kind: "gateway_close", code });
			await expect.poll(() => socketsNow().some((socket) => !before.includes(socket)), patience).toBe(true);
			harbor.write(`after ${code}`);
			await expect.poll(() => storedWords(`after ${code}`), patience).toBe(1);
		},
	);
});

describe("as a process", { timeout: 60_000 }, () => {
	test("it ends with the status of a wrong setting where the token is refused at once", async () => {
		await setting.rows("DELETE FROM shards");
		const worker = startWorker(setting.db, setting.discord, { DISCORD_BOT_TOKEN: "not-this-one" });
		expect((await worker.ended).status).toBe(78);
		expect(lastWords(worker.tail())).toMatch(/DISCORD_BOT_TOKEN/);
		expect(await shard()).toEqual([{ status: "offline", refusal: "token" }]);
	});

	test("and where a setting in the developer portal is missing", async () => {
		const worker = startWorker(setting.db, setting.discord);
		await connected();
		setting.discord.state.turn({ kind: "gateway_close", code: 4014 });
		expect((await worker.ended).status).toBe(78);
		expect(lastWords(worker.tail())).toMatch(/Message Content Intent/);
		expect(await shard()).toEqual([{ status: "offline", refusal: "privileged" }]);
	});
});
