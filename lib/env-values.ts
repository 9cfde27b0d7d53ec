import { z } from "zod";

/** `a, b,c` → `["a","b","c"]`; an absent or empty value is an empty list. */
export const list = (item: z.ZodString) =>
	z
		.string()
		.default("")
		.transform((text) =>
			text
				.split(",")
				.map((part) => part.trim())
				.filter(Boolean),
		)
		.pipe(z.array(item));

/** 1, 0, true or false; `fallback` where it is absent or empty. */
export const flag = (fallback: boolean) =>
	z
		.enum(["0", "1", "true", "false", ""])
		.default("")
		.transform((value) => (value === "" ? fallback : value === "1" || value === "true"));

export const discordId = z.string().regex(/^\d{5,20}$/, "a Discord id (digits only)");

/** `keyid:base64` of 32 bytes, several separated by commas: the first encrypts, all decrypt. */
export const sealingKeys = list(
	z
		.string()
		.regex(
			/^[a-z0-9]{1,16}:[A-Za-z0-9+/]{43}=$/,
			'an id and the base64 of 32 bytes: echo "k1:$(openssl rand -base64 32)"',
		),
);

export const logLevel = z
	.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])
	.default("info");
