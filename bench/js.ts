import { gzipSync } from "node:zlib";
import { print } from "@/bench/measure/figure";
import { inSite, type Site } from "@/bench/site/site";

/** The gzipped JavaScript that a browser loads with a page, in kB of 1,000 bytes. */
export async function run(args: string[]): Promise<void> {
	await inSite(args, async (site) => {
		const guild = `/guilds/${site.scene.guildId}`;
		const tables = ["members", "messages", "cases", "audit", "commands", "channels", "roles"];
		await report(site, "the sign-in page", "/sign-in", 145, false);
		await report(site, "the overview", guild, 190);
		const sizes = await Promise.all(tables.map((name) => sizeOf(site, `${guild}/${name}`, true)));
		const largest = Math.max(...sizes);
		print({
			figure: `JavaScript on first load, the largest page of a table (${tables[sizes.indexOf(largest)]})`,
			value: largest,
			unit: "kB",
			target: "≤ 230 kB",
		});
	});
}

async function report(
	site: Site,
	figure: string,
	path: string,
	most: number,
	signedIn = true,
): Promise<void> {
	const value = await sizeOf(site, path, signedIn);
	print({ figure: `JavaScript on first load, ${figure}`, value, unit: "kB", target: `≤ ${most} kB` });
}

async function sizeOf({ address, sessions }: Site, path: string, signedIn: boolean): Promise<number> {
	const headers: Record<string, string> = signedIn ? { cookie: `guildhall.session=${sessions[0]}` } : {};
	const response = await fetch(address + path, { headers, redirect: "manual" });
	if (response.status !== 200) throw new Error(`${path} answers ${response.status}`);
	const html = await response.text();
	const scripts = [...html.matchAll(/<script[^>]*>/g)]
		.map(([tag]) => tag)
		.filter((tag) => !/nomodule/i.test(tag));
	const files = new Set(scripts.flatMap((tag) => /src="([^"]+)"/.exec(tag)?.[1] ?? []));
	let bytes = 0;
	for (const file of files) {
		const script = await fetch(new URL(file, address));
		bytes += gzipSync(Buffer.from(await script.arrayBuffer())).length;
	}
	return bytes / 1000;
}
