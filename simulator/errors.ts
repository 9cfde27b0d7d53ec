import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** An answer in the shape of Discord's API errors: `{ code, message, errors? }`. */
export class DiscordError extends Error {
	readonly status: ContentfulStatusCode;
	readonly code: number;
	readonly errors: Record<string, unknown> | undefined;

	constructor(status: ContentfulStatusCode, code: number, message: string, errors?: Record<string, unknown>) {
		super(message);
		this.name = "DiscordError";
		this.status = status;
		this.code = code;
		this.errors = errors;
	}
}

export const unauthorized = () => new DiscordError(401, 0, "401: Unauthorized");
export const routeNotFound = () => new DiscordError(404, 0, "404: Not Found");
export const unknownApplication = () => new DiscordError(404, 10002, "Unknown Application");
export const unknownGuild = () => new DiscordError(404, 10004, "Unknown Guild");
export const unknownMember = () => new DiscordError(404, 10007, "Unknown Member");
export const unknownUser = () => new DiscordError(404, 10013, "Unknown User");
export const missingAccess = () => new DiscordError(403, 50001, "Missing Access");

/** Discord's answer to a malformed field: 400 with code 50035 and the reason under the field's name. */
export const invalidField = (field: string, code: string, message: string) =>
	new DiscordError(400, 50035, "Invalid Form Body", { [field]: { _errors: [{ code, message }] } });

/** Writes whatever was thrown as Discord would: its own errors as they are, anything else as a plain 500. */
export function answerError(error: unknown, context: Context): Response {
	if (error instanceof DiscordError) {
		const { status, code, message, errors } = error;
		return context.json({ message, code, ...(errors && { errors }) }, status);
	}
	return context.json({ message: "500: Internal Server Error", code: 0 }, 500);
}
