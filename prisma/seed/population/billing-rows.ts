import { monthsBefore } from "../world/time";
import type { World, WorldGuild } from "../world/types";
import { at, json, type Row, type TableRows } from "./rows";
import { uuidFor } from "./uuid";

const DAY = 86_400_000;

const PLANS: readonly {
	name: string;
	description: string;
	price: string;
	interval: "monthly" | "yearly";
	features: object;
}[] = [
	{
		name: "Dinghy",
		description: "For small servers",
		price: "0.00",
		interval: "monthly",
		features: { members: 250, history_months: 3, documents: 5 },
	},
	{
		name: "Cutter",
		description: "For communities",
		price: "9.00",
		interval: "monthly",
		features: { members: 10_000, history_months: 24, documents: 100, priority_support: false },
	},
	{
		name: "Clipper",
		description: "For large communities, a year at a time",
		price: "240.00",
		interval: "yearly",
		features: { members: 250_000, history_months: null, documents: 1000, priority_support: true },
	},
];

function subscription(
	world: World,
	guild: WorldGuild,
	plan: string,
	status: string,
): { row: Row; invoices: Row[] } {
	const id = uuidFor(`subscription/${guild.id}`);
	const joined = guild.botJoinedAt ?? world.now;
	const canceled = status === "canceled" ? guild.botLeftAt : null;
	const end = canceled ?? world.now;
	const price = PLANS.find(({ name }) => name === plan)?.price ?? "0.00";
	const invoices: Row[] = [];
	let period = joined;
	for (let months = 13; months >= 0; months--) {
		const date = monthsBefore(world.now + 3 * DAY, months);
		if (date < joined || date > end) continue;
		period = date;
		invoices.push(invoiceRow(world, guild, id, price, date, invoices.length));
	}
	const row = {
		id,
		server_id: guild.id,
		plan_id: uuidFor(`plan/${plan}`),
		status,
		current_period_start: at(period),
		current_period_end: at(period + 30 * DAY),
		created_at: at(joined),
		canceled_at: canceled === null ? null : at(canceled),
	};
	return { row, invoices };
}

function invoiceRow(
	world: World,
	guild: WorldGuild,
	subscriptionId: string,
	price: string,
	date: number,
	index: number,
): Row {
	const age = world.now - date;
	const status = age < 6 * DAY ? "open" : index === 3 && guild.key === "harbor" ? "void" : "paid";
	return {
		id: uuidFor(`invoice/${guild.id}/${index}`),
		subscription_id: subscriptionId,
		server_id: guild.id,
		amount: price,
		currency: "EUR",
		status,
		invoice_date: at(date),
		due_date: at(date + 14 * DAY),
		paid_at: status === "paid" ? at(date + 2 * DAY) : null,
		payment_processor_id: `demo_${uuidFor(`payment/${guild.id}/${index}`).slice(0, 8)}`,
		created_at: at(date),
	};
}

/** Plans, who is on which, and what was invoiced. */
export function billingTables(world: World): TableRows[] {
	const choice: Partial<Record<WorldGuild["key"], readonly [plan: string, status: string]>> = {
		harbor: ["Cutter", "active"],
		trail: ["Dinghy", "trialing"],
		cartridge: ["Cutter", "canceled"],
	};
	const subscriptions = world.guilds.flatMap((guild) => {
		const chosen = choice[guild.key];
		return chosen ? [subscription(world, guild, ...chosen)] : [];
	});
	return [
		{
			table: "billing_plans",
			rows: PLANS.map(({ features, ...plan }) => ({
				id: uuidFor(`plan/${plan.name}`),
				...plan,
				currency: "EUR",
				features: json(features),
			})),
		},
		{ table: "subscriptions", rows: subscriptions.map(({ row }) => row) },
		{ table: "invoices", rows: subscriptions.flatMap(({ invoices }) => invoices) },
	];
}
