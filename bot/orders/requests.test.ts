import { API } from "@discordjs/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { restClient } from "@/bot/gateway/connection";
import type { Order } from "@/bot/orders/order";
import { perform } from "@/bot/orders/perform";
import type { OrderKind } from "@/lib/orders/kinds";
import { loadOpenApiCheck } from "@/simulator/openapi-check";
import { SIMULATED_CLIENT, type Simulator, startSimulator } from "@/simulator/server";

const GUILD = "902114735018344448";
const check = loadOpenApiCheck();
// Without the document there is nothing to compare with; the skip names the file that is missing.
const title = check ? "what an order sends" : "what an order sends (absent: discord-openapi.json)";

type Request = { method: string; path: string; status: number; body: unknown };

describe.skipIf(!check)(title, () => {
	let discord: Simulator;
	let api: API;
	let requests: Request[] = [];

	beforeAll(async () => {
		discord = await startSimulator({ port: 0 });
		const rest = restClient(`${discord.url}/api/v10`, SIMULATED_CLIENT.botToken);
		rest.on("response", ({ method, path, options: { body } }, { status }) => {
			requests.push({ method, path, status, body: typeof body === "string" ? JSON.parse(body) : undefined });
		});
		api = new API(rest);
	});
	afterAll(() => discord.close());

	/** Carries an order out; what breaks Discord's document of what was sent and answered. */
	async function faultsOf(kind: OrderKind, about: Partial<Order>): Promise<string[]> {
		requests = [];
		await perform(api, {
			...{ id: crypto.randomUUID(), guild_id: GUILD, kind, target_id: null, channel_id: null, payload: {} },
			...{ reason: "Spam", case_number: 7, case_type: null, attempts: 1, requested_by: null },
			...about,
		});
		return requests.flatMap(({ method, path, status, body }) => [
			...(status === 204 ? (check?.answer(method, path, status, null) ?? []) : []),
			...(body === undefined ? [] : (check?.request(method, path, body) ?? [])),
		]);
	}

	const guild = () => discord.state.core.guild(GUILD);
	const member = () =>
		[...guild().members.values()].find(({ roles, user }) => roles.length === 0 && !user.bot)?.user.id ?? "";
	const channel = () => [...guild().channels.values()].find(({ type }) => type === 0)?.id ?? "";
	const message = (authorId: string) =>
		discord.state.messages.create(channel(), { authorId, content: "Hello" }).fields.id;
	const role = () =>
		[...guild().roles.values()].find(
			({ id, managed, position }) => id !== GUILD && !managed && position === 1,
		)?.id;

	const orders: Record<OrderKind, () => Partial<Order>> = {
		timeout: () => ({ target_id: member(), payload: { until: new Date(Date.now() + 60_000).toISOString() } }),
		untimeout: () => ({ target_id: member() }),
		warn: () => ({ target_id: member(), payload: { content: "Please stop." } }),
		role_add: () => ({ target_id: member(), payload: { roleId: role() } }),
		role_remove: () => ({ target_id: member(), payload: { roleId: role() } }),
		message_send: () => ({
			channel_id: channel(),
			payload: { content: "Read this", replyTo: message(member()) },
		}),
		message_edit: () => ({
			...{ channel_id: channel(), target_id: message(discord.state.botId) },
			payload: { content: "Read this first" },
		}),
		message_delete: () => ({ channel_id: channel(), target_id: message(member()) }),
		post: () => ({
			channel_id: channel(),
			payload: { content: "The prompt", embeds: [{ title: "Prompt" }] },
		}),
		kick: () => ({ target_id: member() }),
		ban: () => ({ target_id: member(), payload: { deleteSeconds: 60 } }),
		unban: () => ({ target_id: [...guild().bans.keys()].at(-1) ?? null }),
	};

	test.each(Object.keys(orders) as OrderKind[])("to %s is as Discord describes it", async (kind) => {
		expect(await faultsOf(kind, orders[kind]())).toEqual([]);
		expect(requests.length).toBeGreaterThan(0);
		expect(requests.every(({ status }) => status < 300)).toBe(true);
	});
});
