import { Agent, request } from "node:http";

/** What a load made of the server: requests a second, and answers that were none. */
export type Load = { perSecond: number; failed: number };

const CONNECTIONS = 16;

/**
 * Asks for one address over and over on some connections at once, each request as the next of the people.
 * @param headers sent along with every request
 */
export async function loadOf(
	url: string,
	sessions: readonly string[],
	{ seconds, headers = {} }: { seconds: number; headers?: Record<string, string> },
): Promise<Load> {
	const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
	const begun = performance.now();
	const end = begun + seconds * 1000;
	let answered = 0;
	let failed = 0;
	let turn = 0;
	const work = async () => {
		while (performance.now() < end) {
			const session = sessions[turn++ % sessions.length] ?? "";
			const status = await statusOf(url, agent, { ...headers, cookie: `guildhall.session=${session}` });
			if (status === 200) answered += 1;
			else failed += 1;
		}
	};
	await Promise.all(Array.from({ length: CONNECTIONS }, work));
	agent.destroy();
	return { perSecond: (answered * 1000) / (performance.now() - begun), failed };
}

function statusOf(url: string, agent: Agent, headers: Record<string, string>): Promise<number> {
	return new Promise((resolve, reject) => {
		const sent = request(url, { agent, headers }, (response) => {
			response.on("error", reject);
			response.on("end", () => resolve(response.statusCode ?? 0));
			response.resume();
		});
		sent.on("error", reject);
		sent.end();
	});
}
