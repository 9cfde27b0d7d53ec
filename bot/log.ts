import pino, { type DestinationStream, type Logger } from "pino";
import { redact } from "@/lib/log-secrets";

/** The worker's log, in JSON lines without tokens, cookies and secrets. @param to standard output unless said */
export function openLog(level: string, to?: DestinationStream): Logger {
	const settings = { name: "bot", level, redact };
	return to ? pino(settings, to) : pino(settings);
}
