/** What does not fit, and the way to it from the value that was checked. */
export type Problem = { path: (string | number)[]; reason: string };

/**
 * A check of a parsed value: undefined when it fits.
 *
 * These stand in for zod on messages alone: the bench (`npm run bench -- import`) prints both, and zod is several
 * times slower per message than parsing its JSON.
 */
export type Check = (value: unknown) => Problem | undefined;

function named(value: unknown): string {
	if (value === undefined) return "nothing";
	if (value === null) return "null";
	if (Array.isArray(value)) return "a list";
	return typeof value === "object"
		? "an object"
		: `the ${typeof value} ${JSON.stringify(value).slice(0, 40)}`;
}

/** A check by a predicate; `what` completes "expected …". */
export function is(what: string, fits: (value: unknown) => boolean): Check {
	return (value) =>
		fits(value) ? undefined : { path: [], reason: `expected ${what}, found ${named(value)}` };
}

/** Absent, `null` or fitting. */
export function optional(check: Check): Check {
	return (value) => (value === undefined || value === null ? undefined : check(value));
}

/** A list whose items all fit. */
export function listOf(check: Check): Check {
	const isList = is("a list", Array.isArray);
	return (value) => {
		if (!Array.isArray(value)) return isList(value);
		for (let index = 0; index < value.length; index++) {
			const problem = check(value[index]);
			if (problem) return { path: [index, ...problem.path], reason: problem.reason };
		}
		return undefined;
	};
}

/** An object whose named members fit; others are allowed, since exporters grow new ones. */
export function record(members: Record<string, Check>): Check {
	const list = Object.entries(members);
	const isObject = is(
		"an object",
		(value) => typeof value === "object" && value !== null && !Array.isArray(value),
	);
	return (value) => {
		if (typeof value !== "object" || value === null || Array.isArray(value)) return isObject(value);
		const given = value as Record<string, unknown>;
		for (const [name, check] of list) {
			const problem = check(given[name]);
			if (problem) return { path: [name, ...problem.path], reason: problem.reason };
		}
		return undefined;
	};
}
