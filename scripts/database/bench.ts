import path from "node:path";
import type { Closing } from "../lifecycle/closing";
import { Refusal } from "../refusal";
import { embeddedUrl, startEmbedded } from "./embedded";
import { home } from "./open";

/** Where the benches' own server keeps its data; git-ignored, kept between runs. */
export const benchHome = path.join(home, "bench");

/**
 * The server that benches run on, for as long as the command runs: the one of `TEST_DATABASE_ADMIN_URL`, or an embedded
 * one with the product's own settings.
 * @returns an administrator's address
 */
export async function benchServer(closing: Closing): Promise<string> {
	const named = process.env.TEST_DATABASE_ADMIN_URL;
	if (named) return named;
	const server = await startEmbedded(benchHome);
	closing.add("The database", server.stop);
	return embeddedUrl(benchHome, server.port, "postgres");
}

/**
 * The same for what runs within such a command.
 * @throws Refusal outside of one
 */
export function benchServerUrl(): string {
	const url = process.env.TEST_DATABASE_ADMIN_URL;
	if (!url) throw new Refusal("TEST_DATABASE_ADMIN_URL is not set: run benches with `npm run bench`.");
	return url;
}
