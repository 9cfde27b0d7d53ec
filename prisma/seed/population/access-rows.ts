import { createHash } from "node:crypto";
import { PermissionFlagsBits } from "discord-api-types/v10";
import { userGuilds } from "../world";
import { personId } from "../world/people";
import type { World, WorldPerson } from "../world/types";
import type { Crowd } from "./crowd";
import { grantRows } from "./grants";
import { at, json, type Row, type TableRows } from "./rows";
import { uuidFor } from "./uuid";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What Discord's permissions in a server are worth here: 7 owner, 6 Administrator, 5 Manage Server, else 0. */
export function discordLevel(entry: { owner: boolean; permissions: string }): 0 | 5 | 6 | 7 {
	if (entry.owner) return 7;
	const held = BigInt(entry.permissions);
	if ((held & PermissionFlagsBits.Administrator) !== 0n) return 6;
	return (held & PermissionFlagsBits.ManageGuild) === 0n ? 0 : 5;
}

function userRow(world: World, { key, user, email }: WorldPerson, index: number): Row {
	const lastLogin = at(world.now - (index * 19 + 2) * HOUR);
	return {
		user_id: user.id,
		discord_username: user.username,
		global_name: user.globalName,
		discord_avatar: user.avatar,
		email,
		last_login: lastLogin,
		is_operator: key === "operator",
		guilds_synced_at: lastLogin,
		created_at: at(world.now - (300 - index * 40) * DAY),
	};
}

function preferenceRow(world: World, { key, user }: WorldPerson): Row {
	const [harbor, trail] = world.guilds;
	return {
		user_id: user.id,
		theme: key === "moderator" ? "dark" : key === "helper" ? "light" : "system",
		language: user.locale.startsWith("de") ? "de" : "en",
		timezone: key === "operator" ? "UTC" : "Europe/Berlin",
		notifications: json({}),
		favourite_guild_ids:
			harbor && (key === "owner" || key === "admin")
				? [harbor.id, ...(key === "admin" && trail ? [trail.id] : [])]
				: [],
	};
}

/** What Discord last said each person may manage, the bot in it or not. */
function managedRows(world: World): { all: Row[]; hosted: Row[] } {
	const all: Row[] = [];
	const hosted: Row[] = [];
	for (const [index, { user }] of world.people.entries()) {
		const checked = at(world.now - (index * 19 + 2) * HOUR);
		for (const entry of userGuilds(world, user.id)) {
			const level = discordLevel(entry);
			if (level === 0) continue;
			all.push({
				user_id: user.id,
				guild_id: entry.id,
				name: entry.name,
				icon: entry.icon,
				level,
				owner: entry.owner,
				refreshed_at: checked,
			});
			const known = world.guilds.find(({ id }) => id === entry.id)?.bot !== "never";
			if (known)
				hosted.push({
					server_id: entry.id,
					user_id: user.id,
					source: "discord",
					level,
					checked_at: checked,
					expires_at: null,
					granted_by: null,
					reason: null,
					created_at: checked,
				});
		}
	}
	return { all, hosted };
}

/** A token for a script of the owner's. The digest belongs to no known text, so nobody can use it. */
function tokenRows(world: World): Row[] {
	const digest = createHash("sha256").update("demo token").digest();
	const harbor = world.guilds.find(({ key }) => key === "harbor");
	return [
		{
			id: uuidFor("token/weekly-figures"),
			user_id: personId("owner"),
			name: "Weekly figures",
			token_hash: digest.map((byte) => byte ^ 0xff),
			hint: "x7Qe",
			max_level: 1,
			guild_id: harbor?.id ?? null,
			expires_at: at(world.now + 90 * DAY),
			last_used_at: at(world.now - 5 * DAY),
			created_at: at(world.now - 120 * DAY),
		},
	];
}

/** The six people's accounts here, what they prefer, and who may use which server's dashboard. */
export function accessTables(world: World, crowds: readonly Crowd[]): TableRows[] {
	const { all, hosted } = managedRows(world);
	const harbor = crowds.find(({ guild }) => guild.key === "harbor");
	return [
		{ table: "web_users", rows: world.people.map((person, index) => userRow(world, person, index)) },
		{ table: "user_preferences", rows: world.people.map((person) => preferenceRow(world, person)) },
		{ table: "api_tokens", rows: tokenRows(world) },
		{ table: "web_user_guilds", rows: all },
		{ table: "server_admins", rows: [...hosted, ...(harbor ? grantRows(world, harbor) : [])] },
	];
}
