import "server-only";
import type { NextRequest } from "next/server";
import { z } from "zod";
import { inUser, type UserScope } from "@/lib/auth/scope";
import { type ExportSpec, exportInputs, fileAnswer, fileSpec } from "./export-file";
import { type DeclaredRoute, respond } from "./route";

const noFilters = z.strictObject({});

type UserExportSpec<I extends z.ZodType> = Omit<ExportSpec<typeof noFilters, I>, "query"> & {
	/** Reads the whole list, and refuses those who may not have it. */
	read: (user: UserScope) => Promise<z.output<I>[]>;
};

/** Declares a route that answers a list of no guild as a file: a short one, which is read at once. */
export function userExport<I extends z.ZodType>(spec: UserExportSpec<I>): DeclaredRoute {
	const declared = fileSpec({ ...spec, query: noFilters });
	const route = (request: NextRequest) =>
		respond(request, declared, async (caller) => {
			const { items, ...asked } = await inUser(async (user) => {
				const { choice } = exportInputs(noFilters, request);
				return { choice, items: await spec.read(user), userId: user.userId };
			}, caller);
			const page = { items, nextCursor: null };
			const first = request.method === "HEAD" ? null : page;
			const list = { ...asked, about: items.length, first, read: async () => page };
			return fileAnswer(spec, list, request, caller);
		});
	return Object.assign(route, { spec: declared });
}
