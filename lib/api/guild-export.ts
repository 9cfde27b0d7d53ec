import "server-only";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import type { Permission } from "@/lib/auth/permissions";
import { assertStillAllowed, type GuildScope, inGuild } from "@/lib/auth/scope";
import type { ListReader } from "@/lib/export/reader";
import { type ExportSpec, exportInputs, fileAnswer, fileSpec } from "./export-file";
import type { Page } from "./paged-query";
import { type DeclaredRoute, type RouteContext, respond } from "./route";

type GuildExportSpec<P extends z.ZodObject, Q extends z.ZodObject, I extends z.ZodType> = ExportSpec<Q, I> & {
	permission: Permission;
	/** Path parameters besides `guildId`. */
	params?: P;
	open: (guild: GuildScope, query: z.output<Q>, params: z.output<P>) => Promise<ListReader<z.output<I>>>;
};

/**
 * Declares a route below `/api/v1/guilds/{guildId}` that answers a whole list as a file. Guarded like the list itself; the
 * first page is read before the answer begins, so that whatever is refused is refused properly. Each further page is read
 * in a scope of its own: no connection is held in between, and whoever loses access meanwhile gets no more.
 */
export function guildExport<Q extends z.ZodObject, I extends z.ZodType, P extends z.ZodObject = z.ZodObject>(
	spec: GuildExportSpec<P, Q, I>,
): DeclaredRoute {
	const { permission, params: declaredParams } = spec;
	const declared = {
		permission,
		...(declaredParams === undefined ? {} : { params: declaredParams }),
		...fileSpec(spec),
	};
	const route = async (request: NextRequest, context: RouteContext) => {
		const { guildId = "", ...params } = await context.params;
		return respond(request, declared, async (caller) => {
			const opened = await inGuild(
				guildId,
				permission,
				async (guild) => {
					const { choice, filters } = exportInputs(spec.query, request);
					const reader = await spec.open(guild, filters, spec.params?.parse(params) as z.output<P>);
					const first = request.method === "HEAD" ? null : await pageOf(reader, guild);
					return { choice, reader, about: reader.about, first, userId: guild.actor.userId };
				},
				{ caller, costly: true },
			);
			const read = (cursor: string) =>
				inGuild(guildId, permission, (guild) => pageOf(opened.reader, guild, cursor), { caller });
			return fileAnswer(spec, { ...opened, read }, request, caller);
		});
	};
	return Object.assign(route, { spec: declared });
}

/** A page, by somebody who is still in after it: one who is not reads no rows, which would pass for the list's end. */
async function pageOf<T>(reader: ListReader<T>, guild: GuildScope, cursor?: string): Promise<Page<T>> {
	const page = await reader.read(guild, cursor);
	await assertStillAllowed(guild);
	return page;
}
