import type { Context, Hono } from "hono";
import { invalidField } from "../errors";
import type { SimulatorState } from "../state";
import type { PermissionName } from "../state/permissions";
import type { LivingThread, ThreadFields } from "../state/types";
import { botPlace } from "./access";
import { limitQuery, snowflakeQuery } from "./input";

type Kind = { path: string; types: readonly number[]; needs: readonly PermissionName[] };

const kinds: readonly Kind[] = [
	{ path: "public", types: [10, 11], needs: ["ReadMessageHistory"] },
	{ path: "private", types: [12], needs: ["ReadMessageHistory", "ManageThreads"] },
];

/** `/channels/{id}/threads/archived/…`, and the private ones that the bot is in. */
export function archivedThreadRoutes(routes: Hono, state: SimulatorState): void {
	for (const { path, types, needs } of kinds) {
		routes.get(`/:channel_id/threads/archived/${path}`, (context) => {
			const { guild, channel } = botPlace(state, context, ...needs);
			const before = beforeTime(context.req.query("before"));
			const archived = archivedIn(guild.threads.values(), channel.id, types)
				.map(({ fields }) => fields)
				.filter((fields) => archivedAt(fields) < before)
				.sort((one, other) => archivedAt(other) - archivedAt(one));
			return answer(context, archived);
		});
	}

	routes.get("/:channel_id/users/@me/threads/archived/private", (context) => {
		const { guild, channel } = botPlace(state, context, "ReadMessageHistory");
		const before = snowflakeQuery(context, "before");
		const joined = archivedIn(guild.threads.values(), channel.id, [12])
			.filter(({ members }) => members.has(state.botId))
			.map(({ fields }) => fields)
			.filter(({ id }) => before === undefined || BigInt(id) < before)
			.sort((one, other) => (BigInt(one.id) < BigInt(other.id) ? 1 : -1));
		return answer(context, joined);
	});
}

function archivedIn(
	threads: Iterable<LivingThread>,
	channelId: string,
	types: readonly number[],
): LivingThread[] {
	return [...threads].filter(
		({ fields: { parent_id, type, thread_metadata } }) =>
			parent_id === channelId && types.includes(type) && thread_metadata.archived,
	);
}

function answer(context: Context, archived: readonly ThreadFields[]) {
	const limit = limitQuery(context, { max: 100, fallback: 50 });
	return context.json({
		threads: archived.slice(0, limit),
		members: [],
		has_more: archived.length > limit,
	});
}

const archivedAt = ({ thread_metadata: of }: ThreadFields) => Date.parse(of.archive_timestamp);

function beforeTime(text: string | undefined): number {
	if (text === undefined) return Number.POSITIVE_INFINITY;
	const time = Date.parse(text);
	if (Number.isNaN(time)) throw invalidField("before", "DATE_TIME_TYPE_PARSE", `Could not parse ${text}.`);
	return time;
}
