import { type Method, methods } from "@/lib/api/methods";
import type { RouteModule } from "@/lib/api/openapi";
import type { DeclaredRoute } from "@/lib/api/route";
import { routeFiles } from "@/tests/setup/app-tree";

/** A method of a route below `/api/v1`, with its declaration. */
export type Operation = { name: string; method: Method; address: string; spec: DeclaredRoute["spec"] };

/** Routes that serve everybody alike and say nothing of any guild. */
export const publicAddresses = [
	"/api/auth/[...nextauth]",
	"/api/health",
	"/api/health/ready",
	"/api/v1/[[...path]]",
	"/api/v1/openapi.json",
];

/** Every operation of the API, found from the file tree. A route module must declare each method or refuse it. */
export async function operations(): Promise<Operation[]> {
	const guarded = routeFiles().filter(({ address }) => !publicAddresses.includes(address));
	const modules = await Promise.all(
		guarded.map(async ({ address, file }) => ({
			address,
			module: (await import(file)) as Partial<RouteModule>,
		})),
	);
	return modules.flatMap(({ address, module }) =>
		methods.flatMap((method) => {
			const spec = module[method]?.spec;
			if (spec === undefined) throw new Error(`${method} ${address} is neither declared nor refused`);
			return spec === null ? [] : [{ name: `${method} ${address}`, method, address, spec }];
		}),
	);
}

/** Whether the operation belongs to a guild. */
export function ofGuild({ address }: Operation): boolean {
	return address.startsWith("/api/v1/guilds/{guildId}/");
}
