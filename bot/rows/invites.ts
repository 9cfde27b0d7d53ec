import { bulk, names, recordset } from "@/bot/rows/bulk";
import type { ChannelChanges } from "@/bot/rows/channels";
import type { Changes } from "@/bot/rows/tables";
import type { UserChanges } from "@/bot/rows/users";
import type { Db } from "@/bot/scope";

const columns = {
	code: "text",
	guild_id: "bigint",
	channel_id: "bigint",
	inviter_id: "bigint",
	target_type: "text",
	target_user_id: "bigint",
	target_application_id: "bigint",
	max_age: "integer",
	max_uses: "integer",
	temporary: "boolean",
	uses: "integer",
	created_at: "timestamptz",
	expires_at: "timestamptz",
	revoked_at: "timestamptz",
} as const;

/** What never changes of an invite; whoever tells it first is right. */
const facts = ["inviter_id", "target_type", "target_user_id", "target_application_id", "max_age", "max_uses"];

/** Nothing of an invite goes back: it is used more often, and revoked once. */
const put = `
INSERT INTO discord_invites AS t (${names(columns)})
SELECT s.code, s.guild_id, s.channel_id, s.inviter_id, s.target_type, s.target_user_id, s.target_application_id,
	s.max_age, s.max_uses, coalesce(s.temporary, false), coalesce(s.uses, 0), s.created_at, s.expires_at, s.revoked_at
FROM ${recordset(columns)} ORDER BY s.code
ON CONFLICT (code) DO UPDATE SET
	${facts.map((name) => `${name} = coalesce(t.${name}, excluded.${name})`).join(", ")},
	temporary = t.temporary OR excluded.temporary,
	uses = greatest(t.uses, excluded.uses),
	created_at = least(t.created_at, excluded.created_at),
	expires_at = coalesce(t.expires_at, excluded.expires_at),
	revoked_at = least(t.revoked_at, excluded.revoked_at)
WHERE t.guild_id = excluded.guild_id`;

const revokeUnlisted = `
UPDATE discord_invites t SET revoked_at = s.at
FROM ${recordset({ guild_id: "bigint", at: "timestamptz", codes: "text[]" })}
WHERE t.guild_id = s.guild_id AND t.revoked_at IS NULL AND t.created_at < s.at
	AND (t.expires_at IS NULL OR t.expires_at > s.at) AND t.code <> ALL (s.codes)`;

/** Discord takes the invites of a channel along with it, and says so of none. */
const endWithChannel = `
UPDATE discord_invites t SET revoked_at = c.deleted_at
FROM ${recordset({ guild_id: "bigint" })} JOIN discord_channels c ON c.guild_id = s.guild_id AND c.deleted_at IS NOT NULL
WHERE t.guild_id = s.guild_id AND t.channel_id = c.id AND t.revoked_at IS NULL`;

export type Invite = {
	channel_id: string;
	inviter_id?: string | null | undefined;
	target_type?: string | null | undefined;
	target_user_id?: string | null | undefined;
	target_application_id?: string | null | undefined;
	max_age?: number | null | undefined;
	max_uses?: number | null | undefined;
	temporary?: boolean | null | undefined;
	uses?: number | null | undefined;
	created_at: string;
	expires_at?: string | null | undefined;
};

type InviteRow = Invite & { code: string; guild_id: string; revoked_at?: string };

/** `discord_invites`. */
export class InviteChanges implements Changes {
	readonly #users: UserChanges;
	readonly #channels: ChannelChanges;
	readonly #rows = new Map<string, InviteRow>();
	readonly #complete: { guild_id: string; at: string; codes: readonly string[] }[] = [];

	constructor(users: UserChanges, channels: ChannelChanges) {
		this.#users = users;
		this.#channels = channels;
	}

	put(guildId: string, code: string, at: string, invite: Invite): void {
		this.#channels.need(guildId, invite.channel_id, at);
		for (const id of [invite.inviter_id, invite.target_user_id]) if (id) this.#users.need(id, at);
		this.#tell({ ...invite, code, guild_id: guildId });
	}

	/** The invite is gone; one that was unknown is noted, so that nothing late brings it back. */
	revoke(guildId: string, code: string, channelId: string, at: string): void {
		this.#channels.need(guildId, channelId, at);
		this.#tell({ code, guild_id: guildId, channel_id: channelId, created_at: at, revoked_at: at });
	}

	/** These are all invites that stand at `at`: others, unless they have run out, are revoked. */
	complete(guildId: string, at: string, codes: readonly string[]): void {
		this.#complete.push({ guild_id: guildId, at, codes });
	}

	async write(db: Db): Promise<void> {
		await bulk(db, put, [...this.#rows.values()]);
		await bulk(db, revokeUnlisted, this.#complete);
		const told = [...this.#rows.values()].map(({ guild_id }) => guild_id);
		const guilds = new Set([...told, ...this.#channels.changedGuilds()]);
		await bulk(
			db,
			endWithChannel,
			[...guilds].map((guild_id) => ({ guild_id })),
		);
	}

	#tell(row: InviteRow): void {
		const known = this.#rows.get(row.code);
		if (!known) this.#rows.set(row.code, row);
		else if (known.guild_id === row.guild_id) this.#rows.set(row.code, merged(known, row));
	}
}

/** As the statement merges what is told with what is stored. */
function merged(known: InviteRow, row: InviteRow): InviteRow {
	const said = Object.entries(known).filter(([, value]) => value !== undefined && value !== null);
	const earlier = Date.parse(row.created_at) < Date.parse(known.created_at) ? row : known;
	return {
		...row,
		...(Object.fromEntries(said) as InviteRow),
		temporary: known.temporary === true || row.temporary === true,
		uses: Math.max(known.uses ?? 0, row.uses ?? 0),
		created_at: earlier.created_at,
	};
}
