import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { caseOf } from "@/lib/cases/of-member";
import { type Sql, sql } from "@/lib/db/sql";
import { AppError } from "@/lib/errors";
import { personOf } from "@/lib/guilds/people";
import type { AddNote, Note } from "./schema";

/** The newest notes about a member that are shown. */
const notesShown = 100;

/** The notes about a member, newest first. */
export function listNotes(guild: GuildScope, memberId: string): Promise<Note[]> {
	return readNotes(guild, sql`n.note_user_id = ${memberId}::bigint`);
}

/**
 * Writes a note about a member, about one of their cases when it is named.
 * @throws AppError `invalid_input` when the person was never a member, or the case is not theirs
 */
export async function addNote(guild: GuildScope, { member, caseNumber, content }: AddNote): Promise<Note> {
	const caseId = caseNumber === undefined ? null : await caseOf(guild, member, caseNumber);
	await refuseStranger(guild, member);
	const { number } = (await guild.one<{ number: number }>(sql`
		INSERT INTO notes (guild_id, note_number, note_content, note_moderator_id, note_user_id, case_id, created_by)
		VALUES (${guild.guildId}::bigint, 0, ${content}, ${guild.actor.userId}::bigint, ${member}::bigint,
			${caseId}::bigint, ${guild.actor.userId}::bigint)
		RETURNING note_number AS number`)) ?? { number: 0 };
	const [written] = await readNotes(guild, sql`n.note_number = ${number}`);
	if (written === undefined) throw new AppError("internal", { cause: new Error("the note was not stored") });
	return written;
}

/**
 * Removes a note that the caller wrote; it stays in the change log.
 * @throws AppError `not_found` when there is no such note of theirs
 */
export async function removeNote(guild: GuildScope, noteNumber: number): Promise<void> {
	const author = BigInt(guild.actor.userId);
	const { count } = await guild.db.note.updateMany({
		where: { guildId: BigInt(guild.guildId), noteNumber, noteModeratorId: author, isDeleted: false },
		data: { isDeleted: true, deletedAt: new Date(), deletedBy: author },
	});
	if (count === 0) throw new AppError("not_found");
}

function readNotes(guild: GuildScope, which: Sql): Promise<Note[]> {
	return guild.rows<Note>(sql`
		SELECT n.note_number AS "noteNumber", n.note_content AS content,
			${personOf(sql`${guild.guildId}::bigint`, sql`n.note_moderator_id`)} AS author, c.case_number AS "caseNumber",
			n.created_at AS "createdAt", n.note_moderator_id = ${guild.actor.userId}::bigint AS mine
		FROM notes n LEFT JOIN cases c ON c.guild_id = n.guild_id AND c.case_id = n.case_id
		WHERE n.guild_id = ${guild.guildId}::bigint AND NOT n.is_deleted AND ${which}
		ORDER BY n.note_id DESC LIMIT ${notesShown}`);
}

/** Notes are about people the server knows: members, former members, and whoever has a case (banned before joining). */
async function refuseStranger(guild: GuildScope, member: string): Promise<void> {
	const { known } = (await guild.one<{ known: boolean }>(sql`
		SELECT EXISTS (
			SELECT FROM discord_guild_members
			WHERE guild_id = ${guild.guildId}::bigint AND user_id = ${member}::bigint
		) OR EXISTS (
			SELECT FROM cases WHERE guild_id = ${guild.guildId}::bigint AND case_user_id = ${member}::bigint
		) AS known`)) ?? { known: false };
	if (!known)
		throw new AppError("invalid_input", {
			fields: [{ path: "member", message: "This person was never a member of the server." }],
		});
}
