import type { GatewayDispatchEvents } from "discord-api-types/v10";
import { z } from "zod";
import { text } from "@/bot/events/decode";
import { membership, tellMember, tellUser, user } from "@/bot/events/decode-user";
import { type EventHandler, handler } from "@/bot/events/handler";
import type { ExecutionCells } from "@/bot/rows/executions";
import { snowflakeIso } from "@/bot/rows/moments";
import { componentTypeName } from "@/lib/discord/components";
import { NO_GUILD } from "@/lib/discord/snowflake";
import { snowflake } from "@/lib/discord/snowflake-schema";
import { wordOf } from "@/lib/discord/word-of";

const number = z.number().int().min(0);

const data = z.object({
	id: snowflake.nullish(),
	name: text.nullish(),
	type: number.nullish(),
	options: z.array(z.unknown()).nullish(),
	target_id: snowflake.nullish(),
	custom_id: text.nullish(),
	component_type: number.nullish(),
	values: z.array(z.unknown()).nullish(),
	components: z.array(z.unknown()).nullish(),
});
type Data = z.infer<typeof data>;

const interaction = z
	.object({
		id: snowflake,
		application_id: snowflake,
		type: number,
		guild_id: snowflake.nullish(),
		channel_id: snowflake.nullish(),
		user: user.nullish(),
		member: membership.extend({ user }).nullish(),
		data: data.nullish(),
	})
	.transform((value, context) => {
		const by = value.member?.user ?? value.user;
		if (by) return { ...value, by };
		context.addIssue("names nobody");
		return z.NEVER;
	});

const kinds: Partial<Record<number, string>> = {
	1: "ping",
	2: "application_command",
	3: "message_component",
	4: "application_command_autocomplete",
	5: "modal_submit",
};

/** Pings, and suggestions while somebody types, are no use of a command. */
const passedOver = new Set<string | undefined>([kinds[1], kinds[4]]);

/** Discord's numbers for the kinds of commands, with the names that the database stores. */
export const commandKinds: Partial<Record<number, string>> = {
	1: "chat_input",
	2: "user",
	3: "message",
	4: "primary_entry_point",
};

const interactionCreate = handler(interaction, (d, tables, { frame: { receivedAt: at }, storeContent }) => {
	const kind = wordOf(kinds, d.type);
	if (passedOver.has(kind)) return;
	tellUser(tables, d.by, at);
	tables.users.active(d.by.id, at);
	if (d.member && d.guild_id) tellMember(tables, "meet", d.guild_id, d.member, at);
	tables.executions.put(d.guild_id ?? NO_GUILD, d.id, at, {
		...{ channel_id: d.channel_id, user_id: d.by.id, application_id: d.application_id },
		...{ interaction_type: kind, executed_at: snowflakeIso(d.id) },
		...detailsOf(kind, d.data ?? {}, storeContent),
	});
});

type Details = Omit<
	ExecutionCells,
	"channel_id" | "user_id" | "application_id" | "interaction_type" | "executed_at"
>;

/** Subcommands stay in the tree of options: the command's name is that of its registration. */
function detailsOf(kind: string, of: Data, keepsText: boolean): Details {
	const isCommand = kind === "application_command";
	const isForm = kind === "modal_submit";
	const { component_type: component } = of;
	return {
		command_id: isCommand ? of.id : null,
		command_name: isCommand ? of.name : null,
		command_type: isCommand ? wordOf(commandKinds, of.type ?? 1) : null,
		options: isCommand ? optionsOf(of, keepsText) : null,
		custom_id: isForm ? null : of.custom_id,
		component_type: typeof component === "number" ? componentTypeName(component) : null,
		values: of.values,
		modal_custom_id: isForm ? of.custom_id : null,
		modal_components: isForm && keepsText ? of.components : null,
	};
}

const STRING = 3;

const option = z.looseObject({ type: number, options: z.array(z.unknown()).nullish() });

function optionsOf({ options, ...of }: Data, keepsText: boolean): unknown[] {
	if (!options) return target(of);
	return keepsText ? options : options.map(withoutText);
}

/** Which options were used stays, and what was chosen; not what was typed. */
function withoutText(told: unknown): unknown {
	const { success, data: of } = option.safeParse(told);
	if (!success) return null;
	const { value, ...named } = of;
	if (of.options) return { ...named, options: of.options.map(withoutText) };
	return of.type === STRING || value === undefined ? named : { ...named, value };
}

/** A command of a context menu has no options; what it was used on is one, as in the options of other commands. */
function target({ type, target_id }: Data): unknown[] {
	if (!target_id) return [];
	return [{ name: commandKinds[type ?? 2] ?? "target", type: type === 2 ? 6 : 3, value: target_id }];
}

/** Interactions, by the names of their events. */
export const interactionEvents = {
	INTERACTION_CREATE: interactionCreate,
} satisfies Partial<Record<GatewayDispatchEvents, EventHandler>>;
