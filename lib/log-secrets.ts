/** Fields that let whoever reads them act in somebody's name. */
const secrets = [
	"token",
	"access_token",
	"refresh_token",
	"id_token",
	"secret",
	"client_secret",
	"authorization",
	"Authorization",
	"cookie",
	"Cookie",
	"set-cookie",
	"Set-Cookie",
];

/** How far below the logged object they are looked for: an error's cause, a request's headers. */
const DEPTH = 4;

/** What a request of Discord's client carries: its body, and the answer with what was sent. */
const requests = ["err.requestBody", "err.rawError"];

const named = Array.from({ length: DEPTH }, (_, depth) => Array<string>(depth).fill("[*]").join("")).flatMap(
	(above) => secrets.map((name) => `${above}["${name}"]`),
);

/**
 * What both logs, the site's and the worker's, leave out: fields of these names, on top and up to three levels below. What
 * stands within a text, such as an error's message, is written as it is.
 */
export const redact = { paths: [...named, ...requests], censor: "[removed]" };
