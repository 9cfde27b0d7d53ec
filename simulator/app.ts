import { Hono } from "hono";
import { cdnRoutes } from "./cdn/routes";
import { controlRoutes } from "./control";
import { answerError, routeNotFound } from "./errors";
import { authorizeRoutes } from "./oauth/authorize";
import { tokenRoutes } from "./oauth/token";
import type { Stage } from "./play/stage";
import { applicationRoutes } from "./rest/applications";
import { auditLogRoutes } from "./rest/audit-log";
import { banRoutes } from "./rest/bans";
import { channelRoutes, directRoutes } from "./rest/channels";
import { commandRoutes } from "./rest/commands";
import { gatewayRoutes } from "./rest/gateway";
import { guildRoutes } from "./rest/guilds";
import { interactionRoutes } from "./rest/interactions";
import { memberRoutes } from "./rest/members";
import { messageRoutes } from "./rest/messages";
import { reactionRoutes } from "./rest/reactions";
import { scheduledEventRoutes } from "./rest/scheduled-events";
import { userRoutes } from "./rest/users";
import type { SimulatorState } from "./state";
import { rateLimits, type SimulatorEnv, traffic } from "./traffic";

/** Discord serves the same API with and without a version in the address. */
const apiBases = ["/api/v10", "/api"];

/**
 * All of the simulated Discord's HTTP.
 * @param stage where plays are put on; `/_simulator` exists only with one
 */
export function createApp(state: SimulatorState, stage?: Stage): Hono<SimulatorEnv> {
	const app = new Hono<SimulatorEnv>();
	app.onError(answerError);
	app.notFound((context) => answerError(routeNotFound(), context));
	if (stage) app.route("/_simulator", controlRoutes(state, stage));
	app.use("*", traffic(state));
	app.use("/api/*", rateLimits(state));
	app.route("/oauth2", authorizeRoutes(state));
	for (const base of apiBases) {
		app.route(`${base}/oauth2`, authorizeRoutes(state));
		app.route(`${base}/oauth2`, tokenRoutes(state));
		app.route(base, applicationRoutes(state));
		app.route(`${base}/applications`, commandRoutes(state));
		app.route(`${base}/gateway`, gatewayRoutes(state));
		app.route(`${base}/users`, userRoutes(state));
		app.route(`${base}/users`, directRoutes(state));
		for (const routes of [guildRoutes, scheduledEventRoutes, memberRoutes, banRoutes, auditLogRoutes]) {
			app.route(`${base}/guilds`, routes(state));
		}
		for (const routes of [channelRoutes, messageRoutes, reactionRoutes]) {
			app.route(`${base}/channels`, routes(state));
		}
		app.route(`${base}/interactions`, interactionRoutes(state));
	}
	app.route("/", cdnRoutes());
	return app;
}
