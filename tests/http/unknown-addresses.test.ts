import { describe, expect, it } from "vitest";
import { type Method, methods } from "@/lib/api/methods";
import { fill, parameters } from "@/tests/setup/app-tree";
import { operations } from "./api-routes";
import { call, problemOf } from "./call";

const taken = new Map<string, Method[]>();
for (const { address, method } of await operations()) {
	taken.set(address, [...(taken.get(address) ?? []), method]);
}

describe("an address below /api/v1 that no route has", () => {
	it.each(["/api/v1", "/api/v1/nonsense", "/api/v1/guilds/1/nonsense/2", "/api/v1/me/nonsense?a=1"])(
		"%s is a problem with its request's id, whatever the method",
		async (address) => {
			for (const method of methods) {
				const problem = await problemOf(await call(address, { method }));
				expect(problem, method).toMatchObject({ status: 404, code: "not_found" });
				expect(problem.requestId).toBeTruthy();
			}
		},
	);

	it("keeps the id that the request brought", async () => {
		const response = await call("/api/v1/nonsense", { headers: { "x-request-id": "brought-along-1" } });
		expect(response.headers.get("x-request-id")).toBe("brought-along-1");
		expect((await problemOf(response)).requestId).toBe("brought-along-1");
	});
});

describe("a method that an address does not have", () => {
	it.each([...taken])("is refused at %s, which says what it takes", async (address, own) => {
		const values = Object.fromEntries(parameters(address).map((name) => [name, "1"]));
		const method = methods.find((other) => !own.includes(other)) ?? "";
		const response = await call(fill(address, values), { method });
		const options = await call(fill(address, values), { method: "OPTIONS" });
		const allowed = [...own, ...(own.includes("GET") ? ["HEAD"] : []), "OPTIONS"];
		for (const { headers } of [response, options])
			expect(new Set(headers.get("allow")?.split(", "))).toEqual(new Set(allowed));
		expect(options.status).toBe(204);
		const problem = await problemOf(response);
		expect(problem).toMatchObject({ status: 405, code: "method_not_allowed" });
		expect(problem.requestId).toBe(response.headers.get("x-request-id"));
	});

	it("is refused at the API's own description too", async () => {
		const response = await call("/api/v1/openapi.json", { method: "POST" });
		expect((await problemOf(response)).code).toBe("method_not_allowed");
	});
});
