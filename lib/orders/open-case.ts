import "server-only";
import type { z } from "zod";
import type { GuildScope } from "@/lib/auth/scope";
import { getCase } from "@/lib/cases/detail-data";
import type { CaseDetail } from "@/lib/cases/detail-schema";
import { momentaryTypes } from "@/lib/cases/kinds";
import { sql } from "@/lib/db/sql";
import { AppError } from "@/lib/errors";
import type { OrderKind } from "./kinds";
import { awaitKey, keyOfCase, placeOrder } from "./place";
import { isMember, outOfReach, refuseOutOfReach } from "./reach";
import type { OpenableType, openCase } from "./request-schema";

type Wish = z.output<typeof openCase>;

/** What each type orders on Discord; a jail is the bot's own affair and the server's own types are records. */
const ordered: Partial<Record<OpenableType, OrderKind>> = {
	BAN: "ban",
	TEMPBAN: "ban",
	UNBAN: "unban",
	KICK: "kick",
	TIMEOUT: "timeout",
	UNTIMEOUT: "untimeout",
	WARN: "warn",
};

/** Types that need no member: who has left can be banned, and who is banned is not there. */
const ofAnybody = ["BAN", "TEMPBAN", "UNBAN", "UNJAIL"];

/**
 * Opens a case and places its order, both or neither. Repeating the key returns the same case.
 * @throws AppError `out_of_reach` for somebody whom the caller may not moderate; `invalid_input` for a type that the
 *   server does not have, or without the duration that it asks for; `already_exists` when somebody else used the key
 */
export async function openCaseWithOrder(guild: GuildScope, wish: Wish): Promise<CaseDetail> {
	await awaitKey(guild, wish.idempotencyKey);
	const before = await caseOfKey(guild, wish.idempotencyKey);
	if (before !== undefined) return getCase(guild, before);
	const kind = isKnown(wish.type) ? ordered[wish.type] : undefined;
	await refuseOutOfReach(guild, kind ?? "warn", wish.member);
	const present = await isMember(guild, wish.member);
	if (!present && !ofAnybody.includes(wish.type)) throw outOfReach("notMember", "member");
	const expiresAt = wish.duration === undefined ? null : new Date(Date.now() + wish.duration * 1000);
	const stored = await storeCase(guild, wish, { present, expiresAt: expiresAt?.toISOString() ?? null });
	const payload = kind === undefined ? undefined : payloadOf(kind, wish, expiresAt);
	if (kind !== undefined && payload !== undefined)
		await placeOrder(guild, {
			kind,
			targetId: wish.member,
			payload,
			reason: wish.reason,
			caseId: stored.caseId,
			idempotencyKey: keyOfCase(stored.caseId),
		});
	return getCase(guild, stored.caseNumber);
}

function isKnown(type: string): type is OpenableType {
	return !type.startsWith("custom:");
}

/** Undefined if there is nothing to do: a warning without a message. */
function payloadOf(
	kind: OrderKind,
	{ deleteSeconds, message }: Wish,
	expiresAt: Date | null,
): Record<string, unknown> | undefined {
	if (kind === "ban") return { deleteSeconds: deleteSeconds ?? 0 };
	if (kind === "timeout") return { until: expiresAt?.toISOString() };
	if (kind === "warn") return message === undefined ? undefined : { content: message };
	return {};
}

async function caseOfKey(guild: GuildScope, idempotencyKey: string): Promise<number | undefined> {
	const found = await guild.one<{ number: number; own: boolean }>(sql`
		SELECT case_number AS number, created_by IS NOT DISTINCT FROM ${guild.actor.userId}::bigint AS own
		FROM cases WHERE guild_id = ${guild.guildId}::bigint AND idempotency_key = ${idempotencyKey}`);
	if (found && !found.own) throw new AppError("already_exists");
	return found?.number;
}

/** The case with the roles that the member holds now. */
async function storeCase(
	guild: GuildScope,
	wish: Wish,
	{ present, expiresAt }: { present: boolean; expiresAt: string | null },
): Promise<{ caseId: string; caseNumber: number }> {
	const { type } = wish;
	const own = isKnown(type) ? null : await ownType(guild, wish);
	const code = isKnown(type) ? (type === "BAN" && !present ? "HACKBAN" : type) : null;
	const metadata = {
		...(wish.duration === undefined ? {} : { duration_seconds: wish.duration }),
		...(wish.deleteSeconds ? { delete_message_seconds: wish.deleteSeconds } : {}),
		source: "dashboard",
	};
	const lasts = !momentaryTypes.includes(type);
	const actor = guild.actor.userId;
	const stored = await guild.one<{ caseId: string; caseNumber: number }>(sql`
		INSERT INTO cases (guild_id, case_number, case_type, custom_case_type_id, case_reason, case_moderator_id, case_user_id,
			case_user_roles, case_expires_at, case_metadata, case_status, resolved_at, idempotency_key, created_by)
		VALUES (${guild.guildId}::bigint, 0, ${code}, ${own}::bigint, ${wish.reason}, ${actor}::bigint, ${wish.member}::bigint,
			ARRAY(
				SELECT h.role_id FROM discord_member_roles h
				WHERE h.guild_id = ${guild.guildId}::bigint AND h.user_id = ${wish.member}::bigint ORDER BY h.role_id
			),
			${expiresAt}::timestamptz, ${JSON.stringify(metadata)}::jsonb, ${lasts}, CASE WHEN NOT ${lasts} THEN now() END,
			${wish.idempotencyKey}, ${actor}::bigint)
		RETURNING case_id AS "caseId", case_number AS "caseNumber"`);
	if (stored === undefined) throw new AppError("internal", { cause: new Error("the case was not stored") });
	return stored;
}

/** The server's own type that `custom:…` names. */
async function ownType(guild: GuildScope, { type, duration }: Wish): Promise<string> {
	const id = type.slice("custom:".length);
	const found = await guild.one<{ timed: boolean }>(sql`
		SELECT requires_duration AS timed FROM custom_case_types
		WHERE guild_id = ${guild.guildId}::bigint AND id = ${id}::bigint AND NOT is_deleted`);
	const problem = found === undefined ? ["type", "The server has no such type."] : undefined;
	const missing = found?.timed && duration === undefined;
	const [path, message] = problem ?? (missing ? ["duration", "This type needs a duration."] : []);
	if (path !== undefined && message !== undefined)
		throw new AppError("invalid_input", { fields: [{ path, message }] });
	return id;
}
