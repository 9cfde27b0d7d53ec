import "server-only";
import { z } from "zod";
import { permissions } from "@/lib/auth/permissions";
import { problems } from "@/lib/errors";
import { type Method, methods, type RefusedMethod } from "./methods";
import type { DeclaredRoute } from "./route";

/** A route file: it declares each method or refuses it, and says with OPTIONS which are which. */
export type RouteModule = Record<Method, DeclaredRoute | RefusedMethod> & { OPTIONS: unknown };

type Json = Record<string, unknown>;

/**
 * The OpenAPI 3.1 document of the API, made from the very schemas that the routes validate with.
 * @param routes route modules by their address below `/api/v1`, parameters in braces
 */
export function openApiDocument(routes: Record<string, RouteModule>, serverUrl: string): Json {
	return {
		openapi: "3.1.0",
		info: {
			title: "Guildhall",
			version: "1",
			description:
				"Everything the interface shows and changes. Send a personal API token (made under /account) as `Authorization: Bearer gh_…`. Snowflakes are strings; times are ISO 8601 in UTC; lists are paged by `cursor`.",
		},
		servers: [{ url: `${serverUrl}/api/v1` }],
		security: [{ token: [] }],
		paths: Object.fromEntries(Object.entries(routes).map(([path, module]) => [path, pathItem(path, module)])),
		components: {
			securitySchemes: { token: { type: "http", scheme: "bearer" } },
			schemas: { Problem: problemSchema },
			responses: {
				Problem: {
					description: "Refused: RFC 9457 problem JSON",
					content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
				},
			},
		},
	};
}

const problemSchema: Json = {
	type: "object",
	required: ["type", "code", "title", "status", "requestId"],
	properties: {
		type: { type: "string" },
		code: { enum: Object.keys(problems) },
		title: { type: "string" },
		status: { type: "integer" },
		detail: { type: "string" },
		errors: {
			type: "array",
			items: { type: "object", properties: { path: { type: "string" }, message: { type: "string" } } },
		},
		current: { description: "What is stored now, on a conflict" },
		requestId: { type: "string" },
	},
};

function pathItem(path: string, module: RouteModule): Json {
	return Object.fromEntries(
		methods.flatMap((method) => {
			const { spec } = module[method];
			return spec === null ? [] : [[method.toLowerCase(), operation(path, method, spec)]];
		}),
	);
}

function operation(path: string, method: Method, spec: DeclaredRoute["spec"]): Json {
	const answersNothing = spec.response instanceof z.ZodNull;
	const status = answersNothing ? "204" : String(spec.status ?? 200);
	return {
		operationId: `${method.toLowerCase()}${path.replaceAll(/[^A-Za-z0-9]+(\w)/g, (_, letter: string) => letter.toUpperCase()).replaceAll(/\W/g, "")}`,
		summary: spec.summary,
		...(spec.permission === undefined
			? {}
			: { description: `Needs \`${spec.permission}\` (level ${permissions[spec.permission]}).` }),
		tags: [path.split("/").findLast((part) => part !== "" && !part.startsWith("{")) ?? "me"],
		parameters: [...pathParameters(path, spec.params), ...queryParameters(spec.query)],
		...(spec.body === undefined
			? {}
			: {
					requestBody: {
						required: true,
						content: { "application/json": { schema: schemaOf(spec.body, "input") } },
					},
				}),
		responses: {
			[status]: answersNothing
				? { description: "Done" }
				: {
						description: "Answer",
						content: contentOf(spec),
					},
			default: { $ref: "#/components/responses/Problem" },
		},
	};
}

function contentOf({ stream, file, response }: DeclaredRoute["spec"]): Json {
	return {
		[stream ? "text/event-stream" : "application/json"]: { schema: schemaOf(response, "output") },
		...(file ? { "text/csv": { schema: { type: "string" } } } : {}),
	};
}

function pathParameters(path: string, declared: z.ZodObject | undefined): Json[] {
	return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => {
		const schema = declared?.shape[name];
		return {
			name,
			in: "path",
			required: true,
			schema: schema ? schemaOf(schema, "input") : { type: "string" },
		};
	});
}

function queryParameters(query: z.ZodObject | undefined): Json[] {
	return Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
		name,
		in: "query",
		required: !z.safeParse(schema, undefined).success,
		schema: schemaOf(schema, "input"),
	}));
}

/** The JSON Schema (2020-12) of a zod schema; what cannot be expressed there is left open. */
export function schemaOf(schema: z.core.$ZodType, io: "input" | "output"): Json {
	const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
	return rest;
}
