import type pg from "pg";

/** What is the same for every row of a file. */
export type Source = {
	/** Snowflake, or NO_GUILD. */
	guildId: string;
	channelId: string;
	/** ISO, or `-infinity` for a file that tells no time at all: it covers nothing that is known. */
	observedAt: string;
	/** Whether the file says when it was made, so that `observedAt` is that and not its last message or edit. */
	dated: boolean;
};

/**
 * A name is replaced by that of a later export, and within exports of one moment by that of the later message, which is
 * how a webhook that renames itself ends with its last name whatever the order of the files.
 */
const mergeUsers = `
INSERT INTO discord_users AS u
	(id, username, discriminator, global_name, bot, avatar, first_seen, last_seen, observed_at)
SELECT id, username, discriminator, global_name, bot, avatar, first_seen, last_seen, $1::timestamptz
FROM import_users WHERE avatar_known = $2 ORDER BY id
ON CONFLICT (id) DO UPDATE SET
	(username, discriminator, global_name, bot, avatar, observed_at) = (
		SELECT CASE WHEN later.yes THEN excluded.username ELSE u.username END,
			CASE WHEN later.yes THEN excluded.discriminator ELSE u.discriminator END,
			CASE WHEN later.yes THEN coalesce(excluded.global_name, u.global_name) ELSE u.global_name END,
			CASE WHEN later.yes THEN excluded.bot ELSE u.bot END,
			CASE WHEN later.yes AND $2 THEN excluded.avatar ELSE u.avatar END,
			greatest(u.observed_at, excluded.observed_at)
		FROM (SELECT (excluded.observed_at, excluded.last_seen) > (u.observed_at, u.last_seen) AS yes) AS later
	),
	first_seen = least(u.first_seen, excluded.first_seen),
	last_seen = greatest(u.last_seen, excluded.last_seen)
WHERE (excluded.observed_at, excluded.last_seen) > (u.observed_at, u.last_seen)
	OR excluded.first_seen < u.first_seen OR excluded.last_seen > u.last_seen`;

/** Roles that a later export no longer lists. An empty list says nothing: the exporter writes it for people who left. */
const dropRoles = `
DELETE FROM discord_member_roles r
USING import_users s, discord_guild_members m
WHERE r.guild_id = $1 AND m.guild_id = $1 AND m.user_id = s.id AND r.user_id = s.id
	AND s.roles_listed AND m.joined_inferred AND m.observed_at < $2::timestamptz
	AND NOT EXISTS (SELECT FROM import_member_roles x WHERE x.user_id = r.user_id AND x.role_id = r.role_id)`;

/** Members whom the gateway reported are its own; only inferred ones follow exports. */
const mergeMembers = `
INSERT INTO discord_guild_members AS m (guild_id, user_id, nick, avatar, joined_at, joined_inferred, observed_at)
SELECT $1, id, nick, member_avatar, first_seen, true, $2::timestamptz
FROM import_users WHERE member_avatar_known = $3 ORDER BY id
ON CONFLICT (guild_id, user_id) DO UPDATE SET
	nick = CASE WHEN excluded.observed_at > m.observed_at THEN excluded.nick ELSE m.nick END,
	avatar = CASE WHEN excluded.observed_at > m.observed_at AND $3 THEN excluded.avatar ELSE m.avatar END,
	joined_at = least(m.joined_at, excluded.joined_at),
	observed_at = greatest(m.observed_at, excluded.observed_at)
WHERE m.joined_inferred AND (excluded.observed_at > m.observed_at OR excluded.joined_at < m.joined_at)`;

const mergeRoles = `
INSERT INTO discord_roles AS r (id, guild_id, name, color, position, permissions, observed_at)
SELECT id, $1, name, color, position, 0, $2::timestamptz FROM import_roles ORDER BY id
ON CONFLICT (id) DO UPDATE SET
	name = excluded.name, color = excluded.color, position = excluded.position, observed_at = excluded.observed_at
WHERE r.guild_id = excluded.guild_id AND excluded.observed_at > r.observed_at`;

const addRoles = `
INSERT INTO discord_member_roles (guild_id, user_id, role_id, assigned_at)
SELECT $1, s.user_id, s.role_id, CASE WHEN isfinite($2::timestamptz) THEN $2::timestamptz ELSE m.joined_at END
FROM import_member_roles s
	JOIN discord_guild_members m ON m.guild_id = $1 AND m.user_id = s.user_id
	JOIN discord_roles r ON r.guild_id = $1 AND r.id = s.role_id
WHERE m.joined_inferred AND m.observed_at = $2::timestamptz
ON CONFLICT (guild_id, user_id, role_id) DO NOTHING`;

/** Writes the staged people: users, and in a guild their membership and roles. */
export async function writePeople(client: pg.ClientBase, { guildId, observedAt }: Source): Promise<void> {
	for (const known of [true, false]) await client.query(mergeUsers, [observedAt, known]);
	if (guildId === "0") return;
	await client.query(dropRoles, [guildId, observedAt]);
	for (const known of [true, false]) await client.query(mergeMembers, [guildId, observedAt, known]);
	await client.query(mergeRoles, [guildId, observedAt]);
	await client.query(addRoles, [guildId, observedAt]);
}
