import { type Context, Hono } from "hono";
import type { SimulatorState } from "../state";
import { addBotPage, choosePage, messagePage } from "./pages";
import { type AuthorizeInput, type AuthorizeRequest, readAuthorizeRequest, redirectWith } from "./request";

const pageHeaders = {
	"Cache-Control": "no-store",
	"Content-Security-Policy":
		"default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'",
	"Referrer-Policy": "no-referrer",
	"X-Content-Type-Options": "nosniff",
};

const denied = {
	error: "access_denied",
	error_description: "The resource owner or authorization server denied the request",
};

/**
 * `/oauth2/authorize`: the page a browser is sent to, and the form behind it. Choosing a person is signing in, so the
 * choice is shown even for `prompt=none`.
 */
export function authorizeRoutes(state: SimulatorState): Hono {
	const routes = new Hono();
	const { world } = state;

	routes.get("/authorize", (context) =>
		outcome(state, context, new URL(context.req.url).searchParams, (request) =>
			context.html(choosePage(world.application.name, world.people, request), 200, pageHeaders),
		),
	);

	routes.post("/authorize", async (context) => {
		const form = new URLSearchParams(await context.req.text());
		return outcome(state, context, form, (request) =>
			context.redirect(decide(state, request, form.get("user_id")), 302),
		);
	});

	routes.post("/authorize/bot", async (context) => {
		const guildId = new URLSearchParams(await context.req.text()).get("guild_id");
		const guild = guildsWithoutBot(state).find((candidate) => candidate.id === guildId);
		if (!guild) {
			const detail = "There is no such server, or the bot is in it already.";
			return context.html(messagePage("Unknown Server", detail, "fault"), 400, pageHeaders);
		}
		state.addBot(guild.id);
		const detail = `${world.application.name} is in ${guild.name} now. You can close this page.`;
		return context.html(messagePage("Added", detail, "done"), 200, pageHeaders);
	});

	return routes;
}

type Answer = Response | Promise<Response>;

/** Answers a request that is wrong or adds the bot; a right one is left to `ask`. */
function outcome(
	state: SimulatorState,
	context: Context,
	input: AuthorizeInput,
	ask: (request: AuthorizeRequest) => Answer,
): Answer {
	const result = readAuthorizeRequest(state.client, input);
	switch (result.kind) {
		case "ask":
			return ask(result.request);
		case "redirect":
			return context.redirect(result.location, 302);
		case "add_bot": {
			const page = addBotPage(state.world.application.name, guildsWithoutBot(state), result.guildId);
			return context.html(page, 200, pageHeaders);
		}
		case "page":
			return context.html(messagePage(result.title, result.detail, "fault"), 400, pageHeaders);
	}
}

/** Where the browser goes after the form: with a code for one of the people, otherwise with a refusal. */
function decide(state: SimulatorState, request: AuthorizeRequest, userId: string | null): string {
	const { redirectUri, scopes, codeChallenge, state: echoed } = request;
	const person = state.world.people.find((candidate) => candidate.user.id === userId);
	if (!person) return redirectWith(redirectUri, { ...denied, state: echoed });
	const code = state.codes.issue({ userId: person.user.id, scopes, redirectUri, codeChallenge });
	return redirectWith(redirectUri, { code, state: echoed });
}

const guildsWithoutBot = (state: SimulatorState) =>
	state.world.guilds.filter((guild) => !state.member(guild.id, state.world.application.bot.id));
