import { PermissionFlagsBits } from "discord-api-types/v10";
import { type Context, Hono } from "hono";
import { z } from "zod";
import { invalidField, missingPermissions, notInVoice, unknownMember, unknownUser } from "../errors";
import { timestamp } from "../shapes/user";
import type { SimulatorState } from "../state";
import { compareIds } from "../state/ids";
import type { MemberPatch } from "../state/members";
import { guildPermissions, rank } from "../state/permissions";
import type { LivingGuild, LivingMember } from "../state/types";
import { botActor, botGuild, requireAbove, requireChannel, requireInGuild } from "./access";
import { jsonBody } from "./body";
import { limitQuery, snowflakeParam, snowflakeQuery } from "./input";

const snowflake = z.string().regex(/^\d{1,20}$/);
const memberEdit = z.object({
	nick: z.string().max(32).nullish(),
	roles: z.array(snowflake).nullish(),
	mute: z.boolean().nullish(),
	deaf: z.boolean().nullish(),
	channel_id: snowflake.nullish(),
	communication_disabled_until: z.iso.datetime({ offset: true }).nullish(),
});
type MemberEdit = z.infer<typeof memberEdit>;

/** The longest timeout, in milliseconds. */
const longestTimeout = 28 * 86_400_000;

/** `/guilds/{id}/members`. */
export function memberRoutes(state: SimulatorState): Hono {
	const routes = new Hono();

	routes.get("/:guild_id/members", (context) => {
		const guild = botGuild(state, context);
		const after = snowflakeQuery(context, "after") ?? 0n;
		const limit = limitQuery(context, { max: 1000, fallback: 1 });
		const page = [...guild.members.values()].filter((member) => BigInt(member.user.id) > after);
		page.sort((one, other) => compareIds(one.user.id, other.user.id));
		return context.json(page.slice(0, limit));
	});

	routes.get("/:guild_id/members/:user_id", (context) =>
		context.json(memberOf(state, botGuild(state, context), context)),
	);

	routes.patch("/:guild_id/members/:user_id", async (context) => {
		const guild = botGuild(state, context);
		const member = memberOf(state, guild, context);
		const edit = await jsonBody(context, memberEdit);
		requireEdit(state, guild, member, edit);
		const by = botActor(state, context);
		const userId = member.user.id;
		if (edit.channel_id !== undefined) state.voice.move(guild.id, userId, edit.channel_id, by);
		const patch = patchOf(edit);
		const changed =
			Object.keys(patch).length > 0 ? state.members.update(guild.id, userId, patch, by) : member;
		return context.json(changed);
	});

	routes.delete("/:guild_id/members/:user_id", (context) => {
		const guild = botGuild(state, context, "KickMembers");
		const { user } = memberOf(state, guild, context);
		requireAbove(state, guild, user.id);
		state.members.kick(guild.id, user.id, botActor(state, context));
		return context.body(null, 204);
	});

	const setRole = (held: boolean) => (context: Context) => {
		const guild = botGuild(state, context, "ManageRoles");
		const { user } = memberOf(state, guild, context);
		const roleId = snowflakeParam(context, "role_id");
		requireRole(state, guild, roleId);
		state.members.setRole(guild.id, user.id, roleId, held, botActor(state, context));
		return context.body(null, 204);
	};
	routes.put("/:guild_id/members/:user_id/roles/:role_id", setRole(true));
	routes.delete("/:guild_id/members/:user_id/roles/:role_id", setRole(false));

	return routes;
}

/** @throws DiscordError 10013 for nobody, 10007 for somebody who is not in it */
function memberOf(state: SimulatorState, guild: LivingGuild, context: Context): LivingMember {
	const user = state.user(snowflakeParam(context, "user_id"));
	if (!user) throw unknownUser();
	const member = guild.members.get(user.id);
	if (!member) throw unknownMember();
	return member;
}

/** A role that the bot may give: there, not managed, below its own. @throws DiscordError 10011, 50013 */
function requireRole(state: SimulatorState, guild: LivingGuild, roleId: string): void {
	const role = state.roles.get(guild, roleId);
	if (role.managed || roleId === guild.id || role.position >= rank(guild, state.botId))
		throw missingPermissions();
}

/** Each field has its own permission. @throws DiscordError */
function requireEdit(
	state: SimulatorState,
	guild: LivingGuild,
	member: LivingMember,
	edit: MemberEdit,
): void {
	const userId = member.user.id;
	if (edit.nick !== undefined) {
		requireInGuild(state, guild, "ManageNicknames");
		requireAbove(state, guild, userId);
	}
	if (edit.roles) {
		requireInGuild(state, guild, "ManageRoles");
		for (const id of difference(member.roles, edit.roles)) requireRole(state, guild, id);
	}
	if (edit.communication_disabled_until !== undefined) {
		requireTimeout(state, guild, userId, edit.communication_disabled_until);
	}
	requireVoice(state, guild, userId, edit);
}

const difference = (before: string[], after: string[]) => [
	...before.filter((id) => !after.includes(id)),
	...after.filter((id) => !before.includes(id)),
];

function requireTimeout(
	state: SimulatorState,
	guild: LivingGuild,
	userId: string,
	until: string | null,
): void {
	requireInGuild(state, guild, "ModerateMembers");
	requireAbove(state, guild, userId);
	const administrator = guildPermissions(guild, userId) & PermissionFlagsBits.Administrator;
	if (until !== null && administrator) throw missingPermissions();
	if (until !== null && Date.parse(until) > state.now() + longestTimeout) {
		const field = "communication_disabled_until";
		throw invalidField(field, "GUILD_COMMUNICATION_DISABLED_MAX", "Timeouts last 28 days at most.");
	}
}

function requireVoice(state: SimulatorState, guild: LivingGuild, userId: string, edit: MemberEdit): void {
	if (edit.mute !== undefined) requireInGuild(state, guild, "MuteMembers");
	if (edit.deaf !== undefined) requireInGuild(state, guild, "DeafenMembers");
	if (edit.channel_id !== undefined) requireInGuild(state, guild, "MoveMembers");
	if (edit.channel_id) requireChannel(guild, edit.channel_id);
	const asked = edit.mute !== undefined || edit.deaf !== undefined || edit.channel_id !== undefined;
	if (asked && !guild.voice.has(userId)) throw notInVoice();
}

function patchOf(edit: MemberEdit): MemberPatch {
	const { nick, roles, mute, deaf, communication_disabled_until: until } = edit;
	return {
		...(nick !== undefined && { nick: nick || null }),
		...(roles && { roles: [...new Set(roles)] }),
		...(typeof mute === "boolean" && { mute }),
		...(typeof deaf === "boolean" && { deaf }),
		...(until !== undefined && { communication_disabled_until: until && timestamp(Date.parse(until)) }),
	};
}
