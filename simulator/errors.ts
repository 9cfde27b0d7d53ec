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
export const unknownChannel = () => new DiscordError(404, 10003, "Unknown Channel");
export const unknownApplication = () => new DiscordError(404, 10002, "Unknown Application");
export const unknownGuild = () => new DiscordError(404, 10004, "Unknown Guild");
export const unknownMember = () => new DiscordError(404, 10007, "Unknown Member");
export const unknownMessage = () => new DiscordError(404, 10008, "Unknown Message");
export const unknownRole = () => new DiscordError(404, 10011, "Unknown Role");
export const unknownEmoji = () => new DiscordError(404, 10014, "Unknown Emoji");
export const unknownWebhook = () => new DiscordError(404, 10015, "Unknown Webhook");
export const unknownBan = () => new DiscordError(404, 10026, "Unknown Ban");
export const unknownInvite = () => new DiscordError(404, 10006, "Unknown Invite");
export const unknownScheduledEvent = () => new DiscordError(404, 10070, "Unknown Guild Scheduled Event");
export const unknownVoiceState = () => new DiscordError(404, 10065, "Unknown Voice State");
export const unknownInteraction = () => new DiscordError(404, 10062, "Unknown interaction");
export const unknownUser = () => new DiscordError(404, 10013, "Unknown User");
export const missingAccess = () => new DiscordError(403, 50001, "Missing Access");
export const missingPermissions = () => new DiscordError(403, 50013, "Missing Permissions");
export const cannotMessageUser = () => new DiscordError(403, 50007, "Cannot send messages to this user");
export const notInVoice = () => new DiscordError(400, 40032, "Target user is not connected to voice.");
export const messageTooOld = () =>
	new DiscordError(400, 50034, "You can only bulk delete messages that are under 14 days old.");
export const emptyMessage = () => new DiscordError(400, 50006, "Cannot send an empty message");
export const notTheAuthor = () =>
	new DiscordError(403, 50005, "Cannot edit a message authored by another user");

/** Discord's answer to a malformed field: 400 with code 50035 and the reason under the field's name. */
export const invalidField = (field: string, code: string, message: string) =>
	new DiscordError(400, 50035, "Invalid Form Body", { [field]: { _errors: [{ code, message }] } });

/** Answers whatever was thrown as Discord would: its own errors unchanged, anything else as a plain 500. */
export function answerError(error: unknown, context: Context): Response {
	if (error instanceof DiscordError) {
		const { status, code, message, errors } = error;
		return context.json({ message, code, ...(errors && { errors }) }, status);
	}
	return context.json({ message: "500: Internal Server Error", code: 0 }, 500);
}
