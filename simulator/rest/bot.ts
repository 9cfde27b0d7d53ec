import { SIMULATED_CLIENT, type Simulator } from "../server";

export type Answer = { status: number; body: unknown; headers: Headers };

/** How tests speak to the simulated REST API as the bot. */
export function botClient(simulator: Pick<Simulator, "url">) {
	return async (method: string, path: string, body?: unknown, reason?: string): Promise<Answer> => {
		const form = body instanceof FormData;
		const response = await fetch(`${simulator.url}/api/v10${path}`, {
			method,
			headers: {
				Authorization: `Bot ${SIMULATED_CLIENT.botToken}`,
				...(body !== undefined && !form && { "Content-Type": "application/json" }),
				...(reason !== undefined && { "X-Audit-Log-Reason": encodeURIComponent(reason) }),
			},
			...(body !== undefined && { body: form ? body : JSON.stringify(body) }),
		});
		const text = await response.text();
		const parsed: unknown = text === "" ? null : JSON.parse(text);
		return { status: response.status, body: parsed, headers: response.headers };
	};
}
