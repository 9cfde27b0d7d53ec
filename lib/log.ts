import "server-only";
import pino, { type DestinationStream, type Logger } from "pino";
import { env } from "@/lib/env";
import { redact } from "@/lib/log-secrets";

const created = { log: undefined as Logger | undefined };

/** The site's log, in JSON lines without tokens, cookies and secrets. @param to standard output unless said */
export function openLog(level: string, to?: DestinationStream): Logger {
	const settings = { level, redact };
	return to ? pino(settings, to) : pino(settings);
}

/** The process log. */
export function log(): Logger {
	created.log ??= openLog(env().LOG_LEVEL);
	return created.log;
}
