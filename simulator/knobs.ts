import { z } from "zod";
import { gatewayKnob } from "./gateway/knobs";

const target = {
	/** The path a fault waits for, without the query; `*` matches any characters. */
	path: z.string().startsWith("/"),
	method: z.string().toUpperCase().optional(),
	/** How many matching requests it hits before it is used up. */
	times: z.number().int().min(1).default(1),
};
const snowflake = z.string().regex(/^\d{1,20}$/);
const inGuild = { guildId: snowflake, userId: snowflake };

const fault = z.discriminatedUnion("kind", [
	z.strictObject({
		kind: z.literal("rate_limit"),
		...target,
		/** Seconds, as in Discord's `retry_after`. */
		retryAfter: z.number().positive().default(1),
		scope: z.enum(["user", "global", "shared"]).default("user"),
	}),
	z.strictObject({ kind: z.literal("fail"), ...target, status: z.union([z.literal(500), z.literal(502)]) }),
	z.strictObject({ kind: z.literal("delay"), ...target, ms: z.number().int().min(0).max(60_000) }),
	z.strictObject({ kind: z.literal("drop"), ...target }),
]);

/** One thing a test may ask of the simulator; `POST /_simulator/knobs` takes one of these or a list. */
export const knob = z.union([
	fault,
	gatewayKnob,
	z.discriminatedUnion("kind", [
		/** Overrides a person's permission bits in a guild; null returns to what their roles give. */
		z.strictObject({
			kind: z.literal("permissions"),
			...inGuild,
			permissions: z.string().regex(/^\d+$/).nullable(),
		}),
		z.strictObject({ kind: z.literal("leave"), ...inGuild }),
		z.strictObject({ kind: z.literal("add_role"), ...inGuild, roleId: snowflake }),
		z.strictObject({ kind: z.literal("remove_role"), ...inGuild, roleId: snowflake }),
		/** Every token a person holds stops working, as when they deauthorize the app. */
		z.strictObject({ kind: z.literal("revoke_tokens"), userId: snowflake }),
		/** Whether somebody takes direct messages. */
		z.strictObject({ kind: z.literal("dm_closed"), userId: snowflake, closed: z.boolean().default(true) }),
		/** Back to the population as it was made, with no fault, grant or log entry. Sessions end where anything changed. */
		z.strictObject({ kind: z.literal("reset") }),
	]),
]);

export type Knob = z.infer<typeof knob>;
export type KnobInput = z.input<typeof knob>;
export type Fault = z.infer<typeof fault>;

type Armed = { fault: Fault; left: number; pattern: RegExp };

const escapeText = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&");

/** The faults that wait for requests; each hits the number of requests it was armed for, oldest first. */
export class Faults {
	#armed: Armed[] = [];

	arm(fault: Fault): void {
		const pattern = new RegExp(`^${fault.path.split("*").map(escapeText).join(".*")}$`);
		this.#armed.push({ fault, left: fault.times, pattern });
	}

	/** Takes the faults this request runs into: any delays, and at most one that replaces the answer. */
	take(method: string, path: string): Fault[] {
		const hits: Fault[] = [];
		let replaced = false;
		for (const armed of this.#armed) {
			const { fault, pattern } = armed;
			const matches = pattern.test(path) && (fault.method === undefined || fault.method === method);
			if (!matches || (fault.kind !== "delay" && replaced)) continue;
			replaced ||= fault.kind !== "delay";
			armed.left -= 1;
			hits.push(fault);
		}
		this.#armed = this.#armed.filter((armed) => armed.left > 0);
		return hits;
	}

	clear(): void {
		this.#armed = [];
	}
}
