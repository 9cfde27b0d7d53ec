import { createServer } from "node:net";

/** Whether nothing listens on this port of the local machine. */
export function isFree(port: number, host = "127.0.0.1"): Promise<boolean> {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once("error", () => resolve(false));
		probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
	});
}

/** A port that nothing listens on, chosen by the system. */
export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once("error", reject);
		probe.listen({ port: 0, host: "127.0.0.1" }, () => {
			const address = probe.address();
			probe.close(() => {
				if (address === null || typeof address === "string") reject(new Error("the system gave no port"));
				else resolve(address.port);
			});
		});
	});
}
