/**
 * Runs once before the server takes a request: a wrong environment, or a database role that could look past row-level
 * security, stops the process with the reason instead of answering with it.
 */
export async function register(): Promise<void> {
	// biome-ignore lint/style/noProcessEnv: Next's own constant, replaced in each build; the edge one has no database
	if (process.env.NEXT_RUNTIME === "nodejs") {
		const { setFlagsFromString } = await import("node:v8");
		// V8 by itself lets what is in use grow to four times its size before it collects; under load that is mostly garbage.
		setFlagsFromString("--heap-growing-percent=50");
		const { refuseUnsafeStart } = await import("@/lib/health/start");
		await refuseUnsafeStart();
	}
}
