import pg from "pg";
import { z } from "zod";

/** SQLSTATE classes that say the data is at fault: 22 its form, 23 a constraint, P0 a function that refused it. */
const dataClasses = new Set(["22", "23", "P0"]);

/**
 * Whether trying again cannot help: the frame itself cannot be stored, or the code does not understand it. Everything
 * else is the database's trouble, also a missing table or right (class 42): nothing may be dropped for that.
 */
export function isDataError(error: unknown): boolean {
	if (error instanceof pg.DatabaseError) return dataClasses.has(error.code?.slice(0, 2) ?? "");
	return error instanceof z.ZodError || error instanceof TypeError || error instanceof RangeError;
}

/** One line for the log and the dead letters; never the frame's own text. */
export function reasonOf(error: unknown): string {
	if (error instanceof z.ZodError) {
		return error.issues.map(({ path, message }) => `${path.join(".") || "frame"}: ${message}`).join("; ");
	}
	if (error instanceof pg.DatabaseError) {
		const where = [error.table, error.constraint ?? error.column].filter(Boolean).join(".");
		// Where a value is of the wrong form, Postgres quotes it last.
		const said = error.message.replace(/: ".*$/s, "");
		return `${error.code ?? "error"}: ${said}${where ? ` (${where})` : ""}`;
	}
	return error instanceof Error ? error.message : String(error);
}
