import { createHash, randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { inScenes, type Scene, sceneOptions } from "@/bench/population/scene";
import { benchHome } from "@/scripts/database/bench";
import { freePort } from "@/scripts/database/free-port";
import { connected } from "@/scripts/database/roles";
import { simulatorVariables } from "@/scripts/lifecycle/discord";
import { webEnvironment } from "@/scripts/lifecycle/environment";
import { serve } from "@/scripts/lifecycle/serve";
import { buildSite, siteFolder } from "./build";

/** The bench's build of the application, served on a population, with people signed in to it. */
export type Site = {
	scene: Scene;
	address: string;
	/** Session tokens of as many people: requests are limited for each. */
	sessions: string[];
	/** Resident memory of the web process and what it started, in MiB. */
	memory(): Promise<number>;
};

const PEOPLE = 200;
const UNLIMITED = "1000000";

/** Builds and serves the application on the largest population that was asked for, for as long as `work` takes. */
export async function inSite(args: string[], work: (site: Site) => Promise<void>): Promise<void> {
	const { messages } = await sceneOptions(args, 1);
	await inScenes(["--messages", String(messages.at(-1))], 1, (scene) => onScene(scene, work));
}

async function onScene(scene: Scene, work: (site: Site) => Promise<void>): Promise<void> {
	const port = await freePort();
	// Nobody's access needs confirming while it runs, so nobody asks this Discord anything.
	const discord = simulatorVariables("http://127.0.0.1:9");
	const env = {
		...(await webEnvironment(port, scene.urls, discord, benchHome)),
		GUILDHALL_PAGES_PER_MINUTE: UNLIMITED,
		LOG_LEVEL: "error",
	};
	await buildSite(env);
	const sessions = await signInMany(scene);
	const web = await serve("start", { port, host: "127.0.0.1", env, folder: siteFolder });
	try {
		const pid = web.child.pid ?? 0;
		await work({ scene, address: `http://127.0.0.1:${port}`, sessions, memory: () => memoryOf(pid) });
	} finally {
		await web.stop();
		await connected(scene.adminUrl, (admin) =>
			admin.query("DELETE FROM web_users WHERE discord_username = 'bench visitor'"),
		);
	}
}

async function signInMany({ adminUrl, guildId }: Scene): Promise<string[]> {
	const people = Array.from({ length: PEOPLE }, (_, index) => ({
		id: `7${String(Date.now()).padStart(14, "0")}${String(index).padStart(3, "0")}`,
		token: randomBytes(32).toString("base64url"),
	}));
	const ids = people.map(({ id }) => id);
	const hashes = people.map(({ token }) => createHash("sha256").update(token).digest());
	await connected(adminUrl, async (admin) => {
		await admin.query(
			`WITH person AS (
				INSERT INTO web_users (user_id, discord_username, guilds_synced_at)
				SELECT id, 'bench visitor', now() + interval '1 day' FROM unnest($1::bigint[]) AS p (id) RETURNING user_id)
			INSERT INTO server_admins (server_id, user_id, source, level, checked_at)
			SELECT $2, user_id, 'discord', 7, now() + interval '1 day' FROM person`,
			[ids, guildId],
		);
		await admin.query(
			`INSERT INTO web_sessions (user_id, token_hash, expires_at, absolute_expires_at)
			SELECT p.id, p.hash, now() + interval '1 day', now() + interval '1 day'
			FROM unnest($1::bigint[], $2::bytea[]) AS p (id, hash)`,
			[ids, hashes],
		);
	});
	return people.map(({ token }) => token);
}

/** Linux: the resident memory of a process and its descendants. */
async function memoryOf(pid: number): Promise<number> {
	const parents = new Map<number, number>();
	const resident = new Map<number, number>();
	for (const name of await readdir("/proc").catch(() => [])) {
		const status = /^\d+$/.test(name) ? await readFile(`/proc/${name}/status`, "utf8").catch(() => "") : "";
		parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]));
		resident.set(Number(name), Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0));
	}
	const below = (one: number): number =>
		(resident.get(one) ?? 0) +
		[...parents].filter(([, parent]) => parent === one).reduce((sum, [child]) => sum + below(child), 0);
	return below(pid) / 1024;
}
