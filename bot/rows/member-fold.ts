/** When somebody got a role, as far as the batch knows. */
export type Held = {
	since: string;
	/** Whether they did not have it right before. */
	anew: boolean;
};

/** How a membership was heard of. */
export type Hearing = "join" | "list" | "meet" | "leave";

/** What a batch knows of one membership. */
export type Membership = {
	guildId: string;
	userId: string;
	/** When it was heard of first and last; ISO. */
	first: string;
	last: string;
	/** How it was heard of first. */
	begun: Hearing;
	/** The columns that were mentioned, in the order of the tellings. */
	told: { at: string; cells: Record<string, unknown> }[];
	/** By role; absent: not mentioned. */
	roles?: Map<string, Held>;
	/** Whether they are a member for certain, whatever is stored; undefined: unless they are stored as gone. */
	present?: boolean;
	/** Whether they were a member for certain at some moment of the batch. */
	returned: boolean;
	/** Where they joined or left: whether they counted as a member before; undefined: as is stored. */
	counted?: { before: boolean | undefined };
};

export type Telling = {
	how: Hearing;
	/** ISO; before what was told earlier, it is not taken. */
	at: string;
	cells: Record<string, unknown>;
	roles?: readonly string[] | undefined;
};

/**
 * Whether what is told cannot be folded with what is known: the database is to see each leave, with the roles held
 * then, and whether what was told in passing counts depends on what is stored.
 */
export function parts(known: Membership, how: Hearing): boolean {
	if (how === "leave") return known.present !== false;
	return how !== "meet" && known.present !== true;
}

/** The membership after one more telling; the order of tellings is that of the frames. */
export function fold(known: Membership, { how, at, cells, roles }: Telling): void {
	if (known.last > at) return;
	if (known.present === false && (how === "meet" || how === "leave")) return;
	if (how === "join" || how === "leave") known.counted ??= { before: known.present };
	known.last = at;
	if (how !== "meet") known.present = how !== "leave";
	known.returned ||= known.present === true;
	known.told.push({ at, cells });
	const held = how === "leave" ? [] : roles;
	if (held) known.roles = hold(known.roles, held, at);
}

function hold(
	before: Map<string, Held> | undefined,
	roles: readonly string[],
	at: string,
): Map<string, Held> {
	return new Map(roles.map((role) => [role, before?.get(role) ?? { since: at, anew: before !== undefined }]));
}
