import { html, raw } from "hono/html";
import type { WorldGuild, WorldPerson } from "@/prisma/seed/world/types";
import { avatarPath } from "../cdn/addresses";
import type { AuthorizeRequest } from "./request";
import { pageStyle } from "./style";

type Html = ReturnType<typeof html>;

const scopeMeaning: Record<string, string> = {
	identify: "your name and picture",
	email: "your e-mail address",
	guilds: "the servers you are in",
	"guilds.members.read": "your roles in those servers",
};

const sentenceList = new Intl.ListFormat("en", { type: "conjunction" });

function page(title: string, content: Html): Html {
	return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${title} · Simulated Discord</title>
<style>${raw(pageStyle)}</style>
</head>
<body>
<main>
<p class="notice"><strong>Simulated Discord.</strong> Runs on this machine only; nothing here is a real account.</p>
${content}
</main>
</body>
</html>`;
}

function personButton(person: WorldPerson): Html {
	const { user } = person;
	return html`<li>
<button class="person" name="user_id" value="${user.id}">
<img src="${avatarPath(user, 64)}" alt="" width="36" height="36">
<span><strong>${user.globalName ?? user.username}</strong> ${person.title}</span>
</button>
</li>`;
}

function hiddenFields(request: AuthorizeRequest): Html[] {
	const fields: [string, string | null][] = [
		["client_id", request.clientId],
		["redirect_uri", request.redirectUri],
		["response_type", "code"],
		["scope", request.scopes.join(" ")],
		["state", request.state],
		["code_challenge", request.codeChallenge],
		["code_challenge_method", request.codeChallenge && "S256"],
	];
	return fields.flatMap(([name, value]) =>
		value === null ? [] : [html`<input type="hidden" name="${name}" value="${value}">`],
	);
}

/** "Choose who you are": one button a person, each of which sends the form. */
export function choosePage(appName: string, people: WorldPerson[], request: AuthorizeRequest): Html {
	const meanings = request.scopes.map((scope) => scopeMeaning[scope] ?? scope);
	return page(
		`Sign in to ${appName}`,
		html`<header>
<h1>Choose who you are</h1>
<p class="soft"><strong>${appName}</strong> will see ${sentenceList.format(meanings)}.</p>
</header>
<form method="post" action="/oauth2/authorize">
${hiddenFields(request)}
<ul class="people">${people.map(personButton)}</ul>
<div class="end">
<p class="soft">Afterwards you return to <code>${new URL(request.redirectUri).host}</code></p>
<button class="cancel" name="decision" value="cancel">Cancel</button>
</div>
</form>`,
	);
}

/** The page an invite link opens: which server the bot is added to. */
export function addBotPage(appName: string, guilds: WorldGuild[], chosen: string | null): Html {
	const choice = (guild: WorldGuild) => html`<label>
<input type="radio" name="guild_id" value="${guild.id}" required${guild.id === chosen ? raw(" checked") : ""}>
${guild.name}
</label>`;
	const form = html`<form method="post" action="/oauth2/authorize/bot">
<fieldset class="choices">
<legend class="soft">Add to server</legend>
${guilds.map(choice)}
</fieldset>
<div class="end"><span></span><button class="primary">Add ${appName}</button></div>
</form>`;
	return page(
		`Add ${appName}`,
		html`<header>
<h1>Add ${appName} to a server</h1>
<p class="soft">${guilds.length > 0 ? "It joins with the permissions the link asks for." : "It is in every server already."}</p>
</header>
${guilds.length > 0 ? form : ""}`,
	);
}

/** A plain answer with nothing left to do. */
export function messagePage(title: string, detail: string, kind: "fault" | "done"): Html {
	return page(title, html`<header class="${kind}"><h1>${title}</h1><p class="soft">${detail}</p></header>`);
}
