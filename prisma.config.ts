import { defineConfig } from "prisma/config";

/** Where the Prisma command-line tool finds the schema; the address is only needed by `prisma migrate`. */
export default defineConfig({
	schema: "prisma/schema",
	migrations: { path: "prisma/migrations" },
	// biome-ignore lint/style/noProcessEnv: read by Prisma's own command line, outside the application
	datasource: { url: process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL ?? "" },
});
