import "server-only";
import { may } from "@/lib/auth/permissions";
import type { GuildScope } from "@/lib/auth/scope";
import { AppError } from "@/lib/errors";
import { faultOf } from "./period/period";
import type { PeriodQuery } from "./schema";

type Narrowing = { channel?: string | undefined; role?: string | undefined; kind?: string | undefined };

const faults = {
	half: { path: "from", message: "Name both from and to." },
	order: { path: "to", message: "Choose an end that is not before the beginning." },
	bounds: { path: "from", message: "Choose days from 2015-01-01 to a year from today." },
} as const;

/**
 * A program's question, which is answered as it stands or not at all; a page shows what can be shown, and says so.
 * @throws AppError `invalid_input` for days that make no sense
 */
export function askedDays<Q extends PeriodQuery>(query: Q): Q {
	const fault = faultOf(query);
	if (fault !== null)
		throw new AppError("invalid_input", { detail: faults[fault].message, fields: [faults[fault]] });
	return query;
}

/**
 * The same of a question that may be narrowed to a channel, or to some members.
 * @throws AppError also `invalid_input` for both at once, and `forbidden` below the level that may see members' activity
 */
export function askedNarrowed<Q extends PeriodQuery & Narrowing>({ actor }: GuildScope, query: Q): Q {
	const { channel, role, kind } = askedDays(query);
	const ofMembers = role !== undefined || kind !== undefined;
	if (ofMembers && !may(actor.level, "members.activity"))
		throw new AppError("forbidden", {
			detail: "Figures of some members need level 5: leave out role and kind.",
		});
	if (ofMembers && channel !== undefined) {
		const message = "Nothing counts both: leave out the channel, or role and kind.";
		throw new AppError("invalid_input", { detail: message, fields: [{ path: "channel", message }] });
	}
	return query;
}
