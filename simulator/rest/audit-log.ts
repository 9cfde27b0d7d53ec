import { Hono } from "hono";
import type { SimulatorState } from "../state";
import { botGuild } from "./access";
import { limitQuery, snowflakeQuery } from "./input";

/** `/guilds/{id}/audit-logs`: newest first, or from an id upwards with `after`. */
export function auditLogRoutes(state: SimulatorState): Hono {
	const routes = new Hono();

	routes.get("/:guild_id/audit-logs", (context) => {
		const guild = botGuild(state, context, "ViewAuditLog");
		const limit = limitQuery(context, { max: 100, fallback: 50 });
		const before = snowflakeQuery(context, "before");
		const after = snowflakeQuery(context, "after");
		const userId = snowflakeQuery(context, "user_id")?.toString();
		const action = snowflakeQuery(context, "action_type");
		const matching = guild.audit.filter(
			(entry) =>
				(before === undefined || BigInt(entry.id) < before) &&
				(after === undefined || BigInt(entry.id) > after) &&
				(userId === undefined || entry.user_id === userId) &&
				(action === undefined || BigInt(entry.action_type) === action),
		);
		const entries = after === undefined ? matching.slice(-limit).reverse() : matching.slice(0, limit);
		const named = new Set(entries.flatMap((entry) => [entry.user_id, entry.target_id]));
		return context.json({
			audit_log_entries: entries,
			users: [...named].flatMap((id) => (id && state.user(id)) || []),
			application_commands: [],
			auto_moderation_rules: [],
			guild_scheduled_events: [],
			integrations: [],
			threads: [],
			webhooks: [],
		});
	});

	return routes;
}
