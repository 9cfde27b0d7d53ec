import "server-only";
import pino from "pino";
import { env } from "@/lib/env";

const created = { log: undefined as pino.Logger | undefined };

/** The process log: JSON lines on standard output; tokens, cookies and secrets are removed wherever they stand. */
export function log(): pino.Logger {
	created.log ??= pino({
		level: env().LOG_LEVEL,
		redact: {
			paths: [
				"*.token",
				"*.access_token",
				"*.refresh_token",
				"*.authorization",
				"*.cookie",
				"*.secret",
				"token",
			],
			censor: "[removed]",
		},
	});
	return created.log;
}
