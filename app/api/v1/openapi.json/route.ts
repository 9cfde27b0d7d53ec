import { methodsBesides } from "@/lib/api/methods";
import { openApiDocument } from "@/lib/api/openapi";
import { env } from "@/lib/env";
import { routes } from "./routes";

/** The machine-readable description of the API; it holds no data, so anyone may read it. */
export function GET(): Response {
	return Response.json(openApiDocument(routes, env().NEXTAUTH_URL), {
		headers: { "cache-control": "public, max-age=300" },
	});
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
