/** The newest migration in the source this process was built from; written into the build by next.config.ts. */
// biome-ignore lint/style/noProcessEnv: replaced by a constant when the application is built
export const shippedMigration = process.env.SHIPPED_MIGRATION ?? "";
