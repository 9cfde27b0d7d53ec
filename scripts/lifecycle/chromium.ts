import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { Refusal } from "@/scripts/refusal";

const places = [
	"/usr/bin/chromium",
	"/usr/bin/chromium-browser",
	"/usr/bin/google-chrome",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The browser that the browser tests drive: `CHROMIUM_PATH`, the machine's own, or one installed now where that is ours
 * to do (root on Debian or Ubuntu).
 * @throws Refusal with the one command to run
 */
export function chromium(say: (text: string) => void): string {
	const found = process.env.CHROMIUM_PATH || places.find((file) => existsSync(file));
	if (found) return found;
	if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
		say("installing Chromium with apt-get");
		const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
		spawnSync("apt-get", ["update", "-q"], { env });
		const { stderr } = spawnSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], {
			env,
		});
		const installed = places.find((file) => existsSync(file));
		if (installed) return installed;
		say(stderr.toString("utf8").trim());
	}
	throw new Refusal(
		"The browser tests need Chromium. Install it (Debian, Ubuntu: sudo apt-get install -y chromium) or set CHROMIUM_PATH.",
	);
}
