import { readdirSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

/** A page or a route handler as the file tree has it. */
export type AppFile = {
	/** Its address, parameters in braces: `/guilds/{guildId}/cases`. */
	address: string;
	/** Absolute path of the file. */
	file: string;
};

/** Every `page.tsx` below `app/`. */
export function pages(): AppFile[] {
	return filesNamed("page.tsx");
}

/** Every `route.ts` below `app/`, next-auth's and the health checks' included. */
export function routeFiles(): AppFile[] {
	return filesNamed("route.ts");
}

function filesNamed(name: string): AppFile[] {
	return readdirSync(path.join(root, "app"), { recursive: true, encoding: "utf8" })
		.map((file) => file.split(path.sep))
		.filter((segments) => segments.at(-1) === name)
		.map((segments) => ({
			address: addressOf(segments.slice(0, -1)),
			file: path.join(root, "app", ...segments),
		}))
		.toSorted((one, other) => one.address.localeCompare(other.address));
}

/** Route groups leave no trace in the address; parameters get braces, as in OpenAPI. */
function addressOf(segments: string[]): string {
	const visible = segments.filter((segment) => !/^\(.*\)$/.test(segment));
	return `/${visible.map((segment) => segment.replace(/^\[(\w+)\]$/, "{$1}")).join("/")}`;
}

/** The names of the parameters in an address. */
export function parameters(address: string): string[] {
	return [...address.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
}

/**
 * The address with its parameters filled in.
 * @throws Error naming the parameter that has no value: a new kind of route needs an example of its own
 */
export function fill(address: string, values: Record<string, string>): string {
	return address.replace(/\{(\w+)\}/g, (_, name: string) => {
		const value = values[name];
		if (value === undefined)
			throw new Error(`tests/setup/examples.ts has no example of {${name}} (${address})`);
		return encodeURIComponent(value);
	});
}
