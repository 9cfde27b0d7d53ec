import "server-only";
import type { NextRequest } from "next/server";
import { z } from "zod";
import type { Permission } from "@/lib/auth/permissions";
import { REQUEST_ID_HEADER } from "@/lib/auth/request-id";
import { type Caller, type GuildScope, inGuild, refuseLeft } from "@/lib/auth/scope";
import type { Column } from "@/lib/export/cells";
import { ROWS_ABOUT_HEADER } from "@/lib/export/formats";
import type { ListReader } from "@/lib/export/reader";
import { type ExportChoice, exportChoice } from "@/lib/export/schema";
import { takeExportSeat } from "@/lib/export/seats";
import { exportStream } from "@/lib/export/stream";
import { type Writer, writerOf } from "@/lib/export/writers";
import { log } from "@/lib/log";
import type { Page } from "./paged-query";
import { type DeclaredRoute, type RouteContext, respond, searchRecord } from "./route";

type ExportSpec<Q extends z.ZodObject, I extends z.ZodType> = {
	permission: Permission;
	summary: string;
	/** What the file is called: `members`. */
	name: string;
	/** The filters of the list, as the page's address has them. */
	query: Q;
	/** A row, as JSON has it. */
	item: I;
	/** The cells of a row, as CSV has them. */
	columns: readonly Column<z.output<I>>[];
	open: (guild: GuildScope, query: z.output<Q>) => Promise<ListReader<z.output<I>>>;
};

/**
 * Declares a route below `/api/v1/guilds/{guildId}` that answers a whole list as a file. Guarded like the list itself; the
 * first page is read before the answer begins, so that whatever is refused is refused properly. Each further page is read
 * in a scope of its own: no connection is held between two, and who loses access meanwhile gets no more.
 */
export function guildExport<Q extends z.ZodObject, I extends z.ZodType>(
	spec: ExportSpec<Q, I>,
): DeclaredRoute {
	const { permission, summary } = spec;
	const declared = {
		permission,
		summary,
		query: spec.query.extend(exportChoice.shape),
		response: z.array(spec.item),
		limit: "export" as const,
		file: true,
	};
	const route = async (request: NextRequest, context: RouteContext) => {
		const { guildId = "" } = await context.params;
		return respond(request, declared, (caller) => answer(spec, guildId, request, caller));
	};
	return Object.assign(route, { spec: declared });
}

async function answer<Q extends z.ZodObject, I extends z.ZodType>(
	spec: ExportSpec<Q, I>,
	guildId: string,
	request: NextRequest,
	caller: Caller,
): Promise<Response> {
	const opened = await inGuild(
		guildId,
		spec.permission,
		async (guild) => {
			const { choice, filters } = inputs(spec, request);
			const reader = await spec.open(guild, filters);
			const first = request.method === "HEAD" ? null : await pageOf(reader, guild);
			return { choice, reader, first, userId: guild.actor.userId };
		},
		{ caller, costly: true },
	);
	const writer = writerOf(opened.choice, spec.columns);
	const headers = headersOf(spec.name, opened.choice, writer, caller.requestId);
	if (opened.reader.about !== null) headers.set(ROWS_ABOUT_HEADER, String(opened.reader.about));
	if (opened.first === null) return new Response(null, { headers });
	const body = fileOf(writer, opened.first, {
		userId: opened.userId,
		signal: request.signal,
		caller,
		read: (cursor) =>
			inGuild(guildId, spec.permission, (guild) => pageOf(opened.reader, guild, cursor), { caller }),
	});
	return new Response(body, { headers });
}

/** A page, by somebody who is still in after it: one who is not reads no rows, which would pass for the list's end. */
async function pageOf<T>(reader: ListReader<T>, guild: GuildScope, cursor?: string): Promise<Page<T>> {
	const page = await reader.read(guild, cursor);
	await refuseLeft(guild);
	return page;
}

function inputs<Q extends z.ZodObject, I extends z.ZodType>(spec: ExportSpec<Q, I>, request: NextRequest) {
	const { format, separator, ...filters } = searchRecord(request.nextUrl.searchParams);
	return { choice: exportChoice.parse({ format, separator }), filters: spec.query.parse(filters) };
}

type Reading<T> = {
	userId: string;
	signal: AbortSignal;
	caller: Caller;
	read: (cursor: string) => Promise<Page<T>>;
};

/** Holds one of the person's places until the file is over; also where nobody ever began to read it. */
function fileOf<T>(writer: Writer<T>, first: Page<T>, { userId, signal, caller, read }: Reading<T>) {
	const leave = takeExportSeat(userId);
	signal.addEventListener("abort", leave, { once: true });
	if (signal.aborted) leave();
	return exportStream({
		writer,
		first,
		read,
		onEnd: (error) => {
			leave();
			if (error !== undefined) log().warn({ err: error, requestId: caller.requestId }, "an export broke off");
		},
	});
}

/** Nobody on the way may keep it, or hold it back until there is more of it. */
function headersOf<T>(name: string, { format }: ExportChoice, writer: Writer<T>, id: string): Headers {
	const day = new Date().toISOString().slice(0, 10);
	return new Headers({
		"content-type": writer.contentType,
		"content-disposition": `attachment; filename="${name}-${day}.${format}"`,
		"cache-control": "private, no-store",
		"x-accel-buffering": "no",
		[REQUEST_ID_HEADER]: id,
	});
}
