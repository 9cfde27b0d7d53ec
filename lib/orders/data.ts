import "server-only";
import { z } from "zod";
import { decodeCursor, encodeCursor, foreignCursor } from "@/lib/api/cursor";
import type { GuildScope } from "@/lib/auth/scope";
import { empty, type Sql, sql } from "@/lib/db/sql";
import { AppError } from "@/lib/errors";
import { personOf } from "@/lib/guilds/people";
import type { ListOrdersQuery, OrderList, OrderView } from "./request-schema";

/** Kinds whose target is a message. */
const aboutMessages = sql`o.kind IN ('message_edit', 'message_delete', 'message_send', 'post')`;

const placeColumn = sql`(extract(epoch FROM o.requested_at) * 1000000)::bigint`;

/** Orders of a case, of a member or of the whole server, newest first. */
export async function listOrders(
	guild: GuildScope,
	{ cursor, limit, ...filters }: ListOrdersQuery,
): Promise<OrderList> {
	const rows = await readOrders(guild, conditions(filters, cursor), limit + 1);
	const last = rows.length > limit ? rows[limit - 1] : undefined;
	return {
		items: rows.slice(0, limit).map(shown),
		nextCursor: last === undefined ? null : encodeCursor([last.place, last.id]),
	};
}

/** @throws AppError `not_found` */
export async function getOrder(guild: GuildScope, id: string): Promise<OrderView> {
	const [found] = await readOrders(guild, sql`AND o.id = ${id}::uuid`, 1);
	if (found === undefined) throw new AppError("not_found");
	return shown(found);
}

type Row = OrderView & {
	/** When it was asked for, in microseconds since 1970. */
	place: string;
};

function shown({ place: _, ...order }: Row): OrderView {
	return order;
}

function readOrders(guild: GuildScope, where: Sql, limit: number): Promise<Row[]> {
	const id = sql`${guild.guildId}::bigint`;
	return guild.rows<Row>(sql`
		SELECT o.id, o.kind, ${personOf(id, sql`CASE WHEN NOT (${aboutMessages}) THEN o.target_id END`)} AS member,
			o.channel_id AS "channelId", CASE WHEN ${aboutMessages} THEN o.target_id END AS "messageId",
			o.payload ->> 'roleId' AS "roleId", c.case_number AS "caseNumber", o.reason, o.state, o.failure,
			o.result ->> 'permission' AS permission, ${personOf(id, sql`o.requested_by`)} AS "requestedBy",
			o.requested_at AS "requestedAt", o.finished_at AS "finishedAt", ${placeColumn}::text AS place
		FROM discord_orders o LEFT JOIN cases c ON c.guild_id = o.guild_id AND c.case_id = o.case_id
		WHERE o.guild_id = ${id} ${where}
		ORDER BY o.requested_at DESC, o.id DESC LIMIT ${limit}`);
}

function conditions(
	filters: Pick<ListOrdersQuery, "id" | "case" | "member" | "state">,
	cursor: string | undefined,
): Sql {
	const { id, case: caseNumber, member, state } = filters;
	return sql`
		${id === undefined ? empty : sql`AND o.id = ${id}::uuid`}
		${caseNumber === undefined ? empty : sql`AND c.case_number = ${caseNumber}`}
		${member === undefined ? empty : sql`AND o.target_id = ${member}::bigint`}
		${state === undefined ? empty : sql`AND o.state = ${state}`}
		${cursor === undefined ? empty : older(cursor)}`;
}

function older(cursor: string): Sql {
	const [at, id] = decodeCursor(cursor, 2);
	const isPlace = typeof at === "string" && /^\d{1,17}$/.test(at) && z.uuid().safeParse(id).success;
	if (!isPlace) throw foreignCursor();
	return sql`AND (${placeColumn}, o.id) < (${at}::bigint, ${id}::uuid)`;
}
