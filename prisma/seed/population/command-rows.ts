import { snowflakeTime } from "../snowflake";
import type { World } from "../world/types";
import { COMMANDS, type CommandSpec, commandId } from "./commands";
import type { ExecutionDraft } from "./executions";
import { at, json, type Row, type TableRows } from "./rows";

function commandRow(world: World, command: CommandSpec): Row {
	const id = commandId(world, command);
	const guild = world.guilds.find((candidate) => candidate.key === command.guild);
	return {
		id,
		application_id: world.application.id,
		guild_id: guild?.id ?? "0",
		command_type: command.kind,
		name: command.name,
		description: command.description,
		options: command.options.length > 0 ? json(command.options) : null,
		default_member_permissions: command.permissions,
		dm_permission: !command.staff,
		version: id,
		enabled: true,
		created_at: at(snowflakeTime(id)),
	};
}

/** The registered commands of all servers; global ones belong to guild 0. */
export function commandTable(world: World): TableRows {
	return {
		table: "discord_application_commands",
		rows: COMMANDS.map((command) => commandRow(world, command)),
	};
}

/** What became of every use of a command in one server. */
export function executionTable(
	world: World,
	guildId: string,
	executions: readonly ExecutionDraft[],
): TableRows {
	return {
		table: "discord_command_executions",
		rows: executions.map((execution) => ({
			id: execution.id,
			guild_id: guildId,
			channel_id: execution.channelId,
			user_id: execution.user.user.id,
			application_id: world.application.id,
			command_id: commandId(world, execution.command),
			interaction_type: "application_command",
			command_name: execution.command.name,
			command_type: execution.command.kind,
			options: json(execution.options),
			response_type: execution.latency === null ? null : execution.deferred ? 5 : 4,
			response_content: execution.answer,
			response_embed_count: execution.embeds,
			response_component_count: ["ask", "poll", "leaderboard"].includes(execution.command.name) ? 2 : 0,
			deferred: execution.deferred,
			ephemeral: execution.command.ephemeral,
			executed_at: at(execution.at),
			responded_at: execution.latency === null ? null : at(execution.at + execution.latency),
			response_time_ms: execution.latency,
			error: execution.error !== null,
			error_message: execution.error,
			created_at: at(execution.at),
		})),
	};
}
