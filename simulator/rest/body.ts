import type { Context } from "hono";
import type { z } from "zod";
import { DiscordError } from "../errors";

export type Upload = { field: string; name: string; size: number; type: string };

/** What was sent as JSON, checked; nothing sent is an empty object. @throws DiscordError 50035, 50109 */
export async function jsonBody<Schema extends z.ZodType>(
	context: Context,
	schema: Schema,
): Promise<z.output<Schema>> {
	return checked(schema, parse(await context.req.text()));
}

/** The same where files may come along as `multipart/form-data` with `payload_json`. @throws DiscordError 50035, 50109 */
export async function bodyWithFiles<Schema extends z.ZodType>(
	context: Context,
	schema: Schema,
): Promise<{ body: z.output<Schema>; files: Upload[] }> {
	if (!context.req.header("content-type")?.startsWith("multipart/form-data")) {
		return { body: await jsonBody(context, schema), files: [] };
	}
	const form = await context.req.formData();
	const payload = form.get("payload_json");
	const files: Upload[] = [];
	for (const [field, value] of form.entries()) {
		if (typeof value === "string") continue;
		files.push({ field, name: value.name, size: value.size, type: value.type });
	}
	return { body: checked(schema, parse(typeof payload === "string" ? payload : "")), files };
}

function parse(text: string): unknown {
	if (text === "") return {};
	try {
		return JSON.parse(text) as unknown;
	} catch {
		throw new DiscordError(400, 50109, "The request body contains invalid JSON.");
	}
}

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	throw new DiscordError(400, 50035, "Invalid Form Body", fieldErrors(parsed.error.issues));
}

type FieldErrors = { [field: string]: FieldErrors | { code: string; message: string }[] };

/** Discord nests the reasons under the field's path, in `_errors`. */
function fieldErrors(issues: z.core.$ZodIssue[]): FieldErrors {
	const errors: FieldErrors = {};
	for (const { path, code, message } of issues) {
		let place = errors;
		for (const step of path) {
			const inner = place[String(step)];
			const next: FieldErrors = inner && !Array.isArray(inner) ? inner : {};
			place[String(step)] = next;
			place = next;
		}
		place._errors = [{ code: reasons[code] ?? "BASE_TYPE_BAD_VALUE", message }];
	}
	return errors;
}

const reasons: Partial<Record<string, string>> = {
	too_big: "BASE_TYPE_MAX_LENGTH",
	too_small: "BASE_TYPE_MIN_LENGTH",
	invalid_type: "BASE_TYPE_BAD_TYPE",
};
