import "server-only";
import { decodeCursor } from "@/lib/api/cursor";
import { isSnowflake } from "@/lib/discord/snowflake";
import { AppError } from "@/lib/errors";

/**
 * The message id that a cursor of these lists holds; null without one.
 * @throws AppError `bad_request` for a cursor that no list of messages gave out
 */
export function idAt(cursor: string | undefined): string | null {
	if (cursor === undefined) return null;
	const [id] = decodeCursor(cursor, 1);
	if (!isSnowflake(id)) throw new AppError("bad_request", { detail: "The cursor belongs to another list." });
	return id;
}
