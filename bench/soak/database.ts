import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { familySeconds, parentOf } from "@/bench/soak/usage";
import { embeddedUrl, startEmbedded } from "@/scripts/database/embedded";
import { migrate } from "@/scripts/database/migrate";
import { ensureDatabase, home } from "@/scripts/database/open";
import { connected, ensureRoles, type RoleUrls } from "@/scripts/database/roles";
import { keptSecrets } from "@/scripts/database/secrets";
import type { Durability } from "@/scripts/database/settings";

/** A database under the worker's feet. */
export type SoakDatabase = {
	urls: Pick<RoleUrls, "guildhall_owner" | "guildhall_bot">;
	/** Takes it away and gives it back, so that every connection is lost. */
	interrupt(): Promise<void>;
	/** Processor seconds that it has taken, in all its lives; 0 where that cannot be seen. */
	processor(): Promise<number>;
};

const DATABASE = "guildhall_soak";

/** How long a restart leaves the worker without it. */
const DOWN_MS = 1_500;

export type SoakServer = SoakDatabase & { close(): Promise<void> };

/** A server of its own with an empty migrated database; `interrupt` restarts it. */
export async function startSoakServer(durability: Durability): Promise<SoakServer> {
	const folder = path.join(home, "soak");
	let server = await startEmbedded(folder, durability);
	const { port } = server;
	const urls = await freshDatabase(folder, port);
	const seconds = async () => (await familySeconds(await serverPid(urls.guildhall_owner))) ?? 0;
	let earlier = 0;
	return {
		urls,
		processor: async () => earlier + (await seconds()),
		async interrupt() {
			earlier += await seconds();
			await server.stop();
			await wait(DOWN_MS);
			server = await startEmbedded(folder, durability);
			if (server.port !== port) throw new Error("the database came back on another port");
		},
		close: () => server.stop(),
	};
}

async function serverPid(url: string): Promise<number> {
	return connected(url, async (client) => {
		const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
		return (await parentOf(rows[0]?.pid ?? 0)) ?? 0;
	});
}

async function freshDatabase(folder: string, port: number): Promise<RoleUrls> {
	await connected(await embeddedUrl(folder, port, "postgres"), (admin) =>
		admin.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`),
	);
	await ensureDatabase(await embeddedUrl(folder, port, "postgres"), DATABASE);
	const { rolePasswords } = await keptSecrets(folder);
	const urls = await ensureRoles(await embeddedUrl(folder, port, DATABASE), rolePasswords);
	await migrate(urls.guildhall_owner, () => undefined);
	return urls;
}
