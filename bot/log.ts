import pino, { type DestinationStream, type Logger } from "pino";

/** Fields that let whoever reads them act in somebody's name. */
const secrets = ["token", "access_token", "refresh_token", "client_secret", "authorization", "Authorization"];
/** How far below the logged object they are looked for: an error's cause, a request's headers. */
const DEPTH = 4;

/** What a request of Discord's client carries: its body, and the answer with what was sent. */
const requests = ["err.requestBody", "err.rawError"];

const paths = Array.from({ length: DEPTH }, (_, depth) => "*.".repeat(depth)).flatMap((above) =>
	secrets.map((name) => above + name),
);

/** The worker's log, in JSON lines without tokens. @param to standard output unless said */
export function openLog(level: string, to?: DestinationStream): Logger {
	const settings = { name: "bot", level, redact: { paths: [...paths, ...requests], censor: "[removed]" } };
	return to ? pino(settings, to) : pino(settings);
}
