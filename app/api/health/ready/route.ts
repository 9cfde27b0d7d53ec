import { readiness } from "@/lib/health/data";

/** Readiness: whether requests can be served; 503 until they can. Says nothing of any server. */
export async function GET(): Promise<Response> {
	const state = await readiness();
	return Response.json(state, { status: state.ready ? 200 : 503, headers: { "cache-control": "no-store" } });
}
