/** A failure that is explained to the person in words; shown without a stack, the command ends with status 1. */
export class Refusal extends Error {
	override name = "Refusal";
}

/** The text to print for anything that was thrown: a refusal's own words, or the stack of what nobody foresaw. */
export function explain(error: unknown): string {
	if (error instanceof Refusal) return error.message;
	if (error instanceof Error) return error.stack ?? error.message;
	return String(error);
}
